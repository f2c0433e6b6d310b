package dev.imago.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ApiMethod;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.Settling;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteArgument.Place;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.description.WriteMethod.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that changes a table, for every table of every cloud, as its description has it. */
class WriteMethodContractTest {
  private static final DescribedTables TABLES = new DescribedTables();

  static Stream<Arguments> writes() {
    return arguments(write -> true);
  }

  static Stream<Arguments> changes() {
    return arguments(write -> write.kind() == Kind.UPDATE || write.kind() == Kind.DELETE);
  }

  static Stream<Arguments> inserts() {
    return arguments(write -> write.kind() == Kind.INSERT);
  }

  static Stream<Arguments> updates() {
    return arguments(write -> write.kind() == Kind.UPDATE);
  }

  private static Stream<Arguments> arguments(Predicate<WriteMethod> which) {
    return TABLES.all().stream()
        .flatMap(
            table ->
                table.writes().stream()
                    .filter(which)
                    .map(
                        write ->
                            Arguments.argumentSet(
                                table.qualifiedName() + "." + write.name(), table, write)));
  }

  static Stream<Arguments> settlings() {
    return TABLES.all().stream()
        .flatMap(
            table ->
                table.settling().stream()
                    .map(
                        settling -> Arguments.argumentSet(table.qualifiedName(), table, settling)));
  }

  @Test
  void theWritesOfTheFirstReleaseAreThere() {
    assertThat(
            TABLES.all().stream()
                .filter(table -> !table.writes().isEmpty())
                .map(
                    table ->
                        table.qualifiedName()
                            + ": "
                            + String.join(
                                ", ", table.writes().stream().map(WriteMethod::name).toList())))
        .containsExactlyInAnyOrder(
            "google.compute.images: insert, patch, set_labels, delete, deprecate",
            "google.compute.machine_images: delete",
            "google.compute.global_operations: wait, delete",
            "google.compute.zone_operations: wait, delete",
            "google.compute.region_operations: wait, delete",
            "google.vmmigration.image_imports: create, delete",
            "google.vmmigration.image_import_jobs: cancel",
            "google.vmmigration.operations: cancel, delete",
            "yandex.compute.images: create, update, delete",
            "yandex.operation.operations: cancel",
            "opentelekom.ims.images: insert, update, delete, export, copy, register, quick_import,"
                + " create_data_image, create_whole_image",
            "opentelekom.ims.image_members: add, remove, update",
            "huawei.ims.images: insert, update, delete, export, copy, register, quick_import,"
                + " create_data_image, create_whole_image",
            "huawei.ims.image_members: add, remove, update",
            "huawei.workspace.image_servers: recreate_image");
  }

  @ParameterizedTest
  @MethodSource("writes")
  void saysWhatTheCallerMustBeGranted(TableDescription table, WriteMethod write) {
    assertThat(write.permissions()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("writes")
  void itsVariablesAreColumnsThatAreRead(TableDescription table, WriteMethod write) {
    assertThat(table.readableColumns())
        .extracting(ColumnDescription::name)
        .containsAll(write.parameters());
    assertThat(write.arguments().stream().limit(write.parameters().size()))
        .extracting(WriteArgument::name)
        .containsExactlyElementsOf(write.parameters());
  }

  @ParameterizedTest
  @MethodSource("writes")
  void everyTextIsOneOrTwoSentences(TableDescription table, WriteMethod write) {
    assertThat(
            Stream.concat(
                Stream.of(write.says()), write.arguments().stream().map(WriteArgument::says)))
        .allSatisfy(text -> assertThat(text).matches("[A-Z].{3,150}\\.").doesNotContain("  "));
  }

  /** A row that is answered settles, unless it is the changed row itself. */
  @ParameterizedTest
  @MethodSource("writes")
  void itsAnswerIsARowThatCanBeFollowed(TableDescription table, WriteMethod write) {
    Optional<TableReference> reference = write.answer().table();
    if (reference.isEmpty()) {
      assertThat(write.answer().from()).isEmpty();
      return;
    }
    TableDescription answered = answered(table, reference.get());
    assertThat(answered.readableColumns())
        .extracting(ColumnDescription::name)
        .containsAll(write.answer().from().keySet());
    if (answered.equals(table) && !write.safe() && table.settling().isEmpty()) {
      assertThat(write.kind()).isEqualTo(Kind.UPDATE);
      return;
    }
    Settling settling = answered.settling().orElseThrow();
    assertThat(poll(answered, settling).parameters())
        .as("what is needed to look again is in the answer or an argument")
        .allMatch(
            parameter ->
                write.argument(parameter).isPresent()
                    || !(answered.column(parameter).orElseThrow().source()
                        instanceof ColumnSource.RequestOnly));
  }

  @ParameterizedTest
  @MethodSource("settlings")
  void whatSettlesCanBeLookedAtByItsKey(TableDescription table, Settling settling) {
    assertThat(table.key()).containsAll(poll(table, settling).parameters());
    assertThat(settling.done()).isNotEmpty();
    settling
        .failed()
        .forEach((column, values) -> assertThat(settling.done().get(column)).containsAll(values));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatChangesARowTakesItsWholeKey(TableDescription table, WriteMethod write) {
    assertThat(write.parameters()).containsAll(table.key());
  }

  @ParameterizedTest
  @MethodSource("inserts")
  void anInsertTakesWhatIsNoKeyToo(TableDescription table, WriteMethod write) {
    assertThat(write.arguments())
        .extracting(WriteArgument::name)
        .anyMatch(name -> !table.key().contains(name));
    assertThat(write.readFirst()).isEmpty();
    assertThat(write.safe()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("updates")
  void anUpdateSetsWhatIsNoKey(TableDescription table, WriteMethod write) {
    assertThat(table.columns().stream().map(ColumnDescription::name).filter(write::sets))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(table.key());
  }

  @ParameterizedTest
  @MethodSource("writes")
  void whatIsReadFirstIsAnsweredByAGet(TableDescription table, WriteMethod write) {
    for (String column : write.readFirst()) {
      assertThat(table.reads())
          .anyMatch(
              read ->
                  read.kind() == ReadMethod.Kind.GET
                      && !read.lacks().contains(column)
                      && write.parameters().containsAll(read.parameters()));
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void theKeyOfARepetitionStandsBesideTheBody(TableDescription table, WriteMethod write) {
    write
        .repeatKey()
        .flatMap(write::argument)
        .ifPresent(
            key -> {
              assertThat(key.type()).isEqualTo(Scalar.VARCHAR);
              assertThat(key.required()).isFalse();
              assertThat(key.place())
                  .isInstanceOfAny(Place.QueryParameter.class, Place.HeaderField.class);
              assertThat(key.check().broken("123e4567-e89b-42d3-a456-426614174000")).isEmpty();
              assertThat(key.check().broken("once")).isPresent();
            });
  }

  @ParameterizedTest
  @MethodSource("writes")
  void groupsHaveSeveralArguments(TableDescription table, WriteMethod write) {
    Stream.of(write.exactlyOne(), write.atMostOne(), write.atLeastOne())
        .flatMap(List::stream)
        .forEach(group -> assertThat(group).hasSizeGreaterThan(1));
    write
        .exactlyOne()
        .forEach(
            group ->
                assertThat(group).noneMatch(name -> write.argument(name).orElseThrow().required()));
  }

  @Test
  void keysThatEncryptAreSecret() {
    WriteMethod create = write("yandex.compute.images", "create");
    assertThat(create.argument("source_uri").orElseThrow().secret()).isTrue();
    assertThat(create.arguments().stream().filter(WriteArgument::secret)).hasSize(1);
  }

  /** The API's own names of path variables. */
  @Test
  void takesTheNamesOfTheApi() {
    for (String name : Set.of("patch", "delete", "deprecate")) {
      assertThat(write("google.compute.images", name).argument("image"))
          .map(WriteArgument::name)
          .contains("name");
    }
    assertThat(write("google.compute.images", "set_labels").argument("resource")).isPresent();
    assertThat(write("google.compute.zone_operations", "wait").argument("operation")).isPresent();
    assertThat(write("google.compute.machine_images", "delete").argument("machineImage"))
        .isPresent();
  }

  private static WriteMethod write(String table, String name) {
    return TABLES.all().stream()
        .filter(each -> each.qualifiedName().equals(table))
        .findFirst()
        .flatMap(each -> each.write(name))
        .orElseThrow();
  }

  private static TableDescription answered(TableDescription table, TableReference reference) {
    return TABLES
        .registry()
        .service(table.provider(), reference.service())
        .flatMap(service -> service.table(reference.table()))
        .orElseThrow();
  }

  private static ApiMethod poll(TableDescription table, Settling settling) {
    return Stream.concat(
            table.read(settling.poll()).stream(), table.write(settling.poll()).stream())
        .findFirst()
        .orElseThrow();
  }
}
