package dev.imago.core.description.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.HttpVerb;
import dev.imago.core.description.Settling;
import dev.imago.core.description.TableReference;
import dev.imago.core.description.WriteAnswer;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteArgument.Place;
import dev.imago.core.description.WriteBody;
import dev.imago.core.description.WriteBody.Form;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.description.WriteMethod.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteParserTest {
  private static WriteMethod write(String table, String name) {
    return AcmeFiles.service(AcmeFiles.text("compute.yaml"))
        .table(table)
        .orElseThrow()
        .write(name)
        .orElseThrow();
  }

  /** A write of the table disks, given by its words. */
  private static WriteMethod added(String write) {
    String text = AcmeFiles.text("compute.yaml");
    String place = "      set_labels:\n";
    String name = write.substring(0, write.indexOf(':'));
    return AcmeFiles.service(text.replace(place, "      " + write + "\n" + place))
        .table("disks")
        .orElseThrow()
        .write(name)
        .orElseThrow();
  }

  @Test
  void givesVariablesThenWhatIsRequiredThenTheRest() {
    assertThat(write("disks", "insert").arguments())
        .extracting(WriteArgument::name)
        .containsExactly("project", "zone", "name", "sizeGb", "requestId", "labels", "source");
    assertThat(
            added(
                    "x: {post: a, says: X., takes: {one: One., two: {required: true, says: Two.}},"
                        + " answers: nothing}")
                .arguments())
        .extracting(WriteArgument::name)
        .containsExactly("two", "one");
  }

  @Test
  void putsEachArgumentWhereItBelongs() {
    WriteMethod insert = write("disks", "insert");
    assertThat(insert.argument("location"))
        .get()
        .returns("zone", WriteArgument::name)
        .returns(new Place.CallVariable(), WriteArgument::place);
    assertThat(insert.argument("REQUESTID"))
        .get()
        .returns(new Place.QueryParameter("requestId"), WriteArgument::place);
    assertThat(insert.argument("sizeGb"))
        .get()
        .returns(new Place.BodyField(List.of("sizeGb")), WriteArgument::place)
        .returns(true, WriteArgument::secret);
    assertThat(added("x: {post: a, says: X., columns: [target], answers: nothing}").arguments())
        .extracting(WriteArgument::place)
        .containsExactly(new Place.BodyField(List.of("metadata", "target")));
  }

  @Test
  void checksValues() {
    WriteMethod insert = write("disks", "insert");
    assertThat(insert.argument("name").orElseThrow().check().broken("a1"))
        .contains("must match [a-z]+");
    assertThat(insert.argument("name").orElseThrow().check().broken("a".repeat(64)))
        .contains("may have 63 characters at most");
    assertThat(insert.argument("sizeGb").orElseThrow().check().broken(0L))
        .contains("must be at least 1");
    assertThat(insert.argument("sizeGb").orElseThrow().check().broken(9001L))
        .contains("must be at most 9000");
    assertThat(insert.argument("sizeGb").orElseThrow().check().broken(9000L)).isEmpty();
  }

  @Test
  void readsTheRulesOfAWrite() {
    WriteMethod insert = write("disks", "insert");
    assertThat(insert.verb()).isEqualTo(HttpVerb.POST);
    assertThat(insert.exactlyOne()).containsExactly(Set.of("labels", "source"));
    assertThat(insert.needs()).isEqualTo(Map.of("source", Set.of("sizeGb")));
    assertThat(insert.repeatKey()).contains("requestId");
    assertThat(insert.answer())
        .isEqualTo(
            new WriteAnswer(
                Optional.of(new TableReference("compute", "operations", Map.of())), Map.of()));
    WriteMethod groups =
        added(
            "x: {post: a, says: X., columns: [name, status], at most one: [[name, status]],"
                + " at least one: [[status, name]], answers: nothing}");
    assertThat(groups.atMostOne()).containsExactly(Set.of("name", "status"));
    assertThat(groups.atLeastOne()).containsExactly(Set.of("name", "status"));
    assertThat(groups.answer()).isEqualTo(WriteAnswer.NOTHING);
  }

  @Test
  void setsWhatStandsInTheBodyAndIsNotReadFirst() {
    WriteMethod setLabels = write("disks", "set_labels");
    assertThat(setLabels.sets("labels")).isTrue();
    assertThat(setLabels.sets("status")).isFalse();
    assertThat(setLabels.sets("name")).isFalse();
    assertThat(setLabels.answer().from()).isEqualTo(Map.of("name", List.of("operation", "name")));
  }

  @ParameterizedTest
  @CsvSource({
    "create, INSERT",
    "update, UPDATE",
    "patch, UPDATE",
    "delete, DELETE",
    "cancel, ACTION"
  })
  void knowsTheKindByTheName(String name, Kind kind) {
    assertThat(added(name + ": {post: a, says: X., answers: nothing}").kind()).isEqualTo(kind);
  }

  @Test
  void knowsTheBodyByTheArguments() {
    assertThat(write("disks", "insert").body())
        .isEqualTo(new WriteBody(Form.FIELDS, Optional.empty(), false, WriteBody.JSON));
    assertThat(write("disks", "set_labels").body())
        .isEqualTo(new WriteBody(Form.FIELDS, Optional.of("given"), false, WriteBody.JSON));
    assertThat(write("operations", "wait").body().form()).isEqualTo(Form.EMPTY);
    assertThat(added("x: {delete: a, says: X., answers: nothing}").body().form())
        .isEqualTo(Form.NONE);
    assertThat(
            added(
                    "x: {patch: a, says: X., columns: [name], answers: nothing,"
                        + " body: {form: json patch, as texts: true, type: text/patch}}")
                .body())
        .isEqualTo(new WriteBody(Form.JSON_PATCH, Optional.empty(), true, "text/patch"));
  }

  @Test
  void readsHowARowSettles() {
    assertThat(
            AcmeFiles.service(AcmeFiles.text("compute.yaml"))
                .table("operations")
                .orElseThrow()
                .settling())
        .contains(
            new Settling(
                Map.of("status", List.of("DONE")),
                Map.of(),
                List.of("errors", "code"),
                List.of("errors", "text"),
                "get",
                Optional.of("target")));
  }
}
