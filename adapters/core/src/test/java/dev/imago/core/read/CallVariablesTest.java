package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.yaml.DescriptionLoader;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.ServiceUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that stand in the service's URL, in the query or in a header. */
class CallVariablesTest {
  private static final String PROVIDER =
      """
      provider: acme
      says: The cloud of these tests.
      auth: [none]
      services:
        jobs:
          url: https://jobs.{region}.acme.example
          hosts: {moon: https://moon.acme.example/jobs}
          says: Jobs.
      """;

  private static final String SERVICE =
      """
      service: acme.jobs
      says: Jobs.
      errors: {shape: acme}
      headers: {X-Project: '{project}', X-View: full}
      tables:
        jobs:
          says: A job.
          key: [region, project, job]
          columns:
            region: {from: request, says: The region.}
            project: {from: request, says: The project.}
            kind: The kind of job.
            job: {from: id, says: The job's own id.}
          reads:
            get: {path: 'jobs/{job}'}
            list: {path: jobs, query: {kind: '{kind}', view: all of it}, rows: jobs}
      """;

  private final ProviderDescription provider =
      new DescriptionLoader().provider("acme", bytes(PROVIDER));
  private final TableDescription jobs;

  CallVariablesTest() throws IOException {
    ServiceDescription service =
        new DescriptionLoader()
            .service(provider, "jobs", "acme"::equals, (acme, name) -> bytes(SERVICE));
    jobs = service.table("jobs").orElseThrow();
  }

  @Test
  void everyVariableIsAParameter() {
    assertThat(jobs.read("list").orElseThrow().parameters())
        .containsExactly("region", "project", "kind");
    assertThat(jobs.read("get").orElseThrow().parameters())
        .containsExactly("region", "project", "job");
    assertThat(jobs.isParameter("kind")).isTrue();
  }

  @Test
  void urlAndQueryHoldTheValues() {
    assertThat(list("earth", "a b&c").page(Optional.empty()))
        .hasToString("https://jobs.earth.acme.example/jobs?kind=a%20b%26c&view=all%20of%20it");
  }

  @Test
  void valueMayHaveAnAddressOfItsOwn() {
    assertThat(list("moon", "x").page(Optional.empty()))
        .hasToString("https://moon.acme.example/jobs/jobs?kind=x&view=all%20of%20it");
  }

  @Test
  void headersHoldTheValues() {
    assertThat(list("earth", "x").headers())
        .containsExactlyInAnyOrder(
            new kotlin.Pair<>("X-Project", "p"), new kotlin.Pair<>("X-View", "full"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example/", "a.b", "x@y", "-", "a:1", "e\u0131"})
  void valueThatWouldLeadElsewhereIsRefused(String region) {
    assertThatThrownBy(() -> list(region, "x").page(Optional.empty()))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
        .hasMessage("\"" + region + "\" is no value for region");
  }

  @Test
  void headerIsNotSplit() {
    ReadRequest request =
        request("list", Map.of("region", "r", "project", "p\r\nX: y", "kind", "k"));
    assertThatThrownBy(() -> url(request).headers())
        .isInstanceOf(ImagoException.class)
        .hasMessageContaining("no header can hold");
  }

  @Test
  void emptyValueNamesNothing() {
    assertThat(list("earth", "").namesNothing()).isTrue();
    assertThat(list("", "x").namesNothing()).isTrue();
    assertThat(list("earth", "x").namesNothing()).isFalse();
  }

  @Test
  void descriptionShowsPlaceholdersAsTheyAre() {
    ReadRequest request =
        request(
            "list",
            Map.of(
                "region", new Placeholder("<p.region>"),
                "project", "p",
                "kind", new Placeholder("?0")));
    assertThat(url(request).describe())
        .isEqualTo("GET https://jobs.<p.region>.acme.example/jobs?kind=?0&view=all%20of%20it");
  }

  private ReadUrl list(String region, String kind) {
    return url(request("list", Map.of("region", region, "project", "p", "kind", kind)));
  }

  private ReadRequest request(String read, Map<String, Object> bindings) {
    List<ColumnDescription> columns = jobs.readableColumns();
    return new ReadRequest(
        jobs, jobs.read(read).orElseThrow(), bindings, columns, List.of(), OptionalLong.empty());
  }

  private ReadUrl url(ReadRequest request) {
    ServiceEntry entry = provider.service("jobs").orElseThrow();
    return new ReadUrl(request, new ServiceUrl(entry.url(), entry.hosts(), "acme.jobs.url"));
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
