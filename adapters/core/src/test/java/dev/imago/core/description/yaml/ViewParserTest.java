package dev.imago.core.description.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.description.ViewDescription;
import dev.imago.core.description.ViewDescription.AskedBy;
import dev.imago.core.description.ViewDescription.Branch;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of views, and its mistakes. */
class ViewParserTest {
  private static final String VIEWS =
      """
      views:
        jobs:
          says: A job.
          columns:
            id: The job's id.
            progress: {type: double, says: How far it is.}
          branches:
            - provider: acme
              query: SELECT id, progress FROM acme.compute.jobs
            - provider: other
              accounts: other.project
              asked by: {id: job_id}
              query: SELECT job_id, 1.0 FROM other.compute.jobs
      """;

  @Test
  void readsWhatEachBranchIsMadeOf() {
    assertThat(views(VIEWS).get(0).branches())
        .containsExactly(
            new Branch(
                "acme",
                Optional.empty(),
                Optional.empty(),
                "SELECT id, progress FROM acme.compute.jobs"),
            new Branch(
                "other",
                Optional.of("other.project"),
                Optional.of(new AskedBy("id", "job_id")),
                "SELECT job_id, 1.0 FROM other.compute.jobs"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {id: job_id}               | {name: job_id}        | "name" is no column of the view
          {id: job_id}               | {id: a, progress: b}  | names more than one column
          asked by                   | asked for             | unknown word "asked for"; did you mean "asked by"?
          says: A job.               | says: A job           | must end with a full stop
          """)
  void refuses(String before, String after, String message) {
    assertThat(VIEWS).contains(before);

    ImagoException refusal =
        catchThrowableOfType(ImagoException.class, () -> views(VIEWS.replace(before, after)));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_DESCRIPTION);
    assertThat(refusal).hasMessageContaining(message);
  }

  private static List<ViewDescription> views(String content) {
    return new DescriptionLoader()
        .views("views.yaml", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }
}
