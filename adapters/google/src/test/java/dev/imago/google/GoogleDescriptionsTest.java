package dev.imago.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.Masking;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every description of Google holds to, beyond what the loader checks. */
class GoogleDescriptionsTest {

  static Stream<Named<TableDescription>> named() {
    return tables().map(table -> Named.of(table.qualifiedName(), table));
  }

  private static Stream<TableDescription> tables() {
    return GoogleDescriptions.tables();
  }

  @Test
  void theTablesOfTheFirstReleaseAreThere() {
    assertThat(tables().map(TableDescription::qualifiedName))
        .containsExactly(
            "google.compute.images",
            "google.compute.images_by_family",
            "google.compute.image_family_views",
            "google.compute.machine_images",
            "google.compute.global_operations",
            "google.compute.zone_operations",
            "google.compute.region_operations",
            "google.compute.zones",
            "google.compute.regions",
            "google.compute.disks",
            "google.compute.snapshots",
            "google.compute.instances",
            "google.vmmigration.locations",
            "google.vmmigration.image_imports",
            "google.vmmigration.image_import_jobs",
            "google.vmmigration.target_projects",
            "google.vmmigration.operations",
            "google.cloudresourcemanager.projects");
  }

  @ParameterizedTest
  @MethodSource("named")
  void theKeyComesFirst(TableDescription table) {
    List<String> first =
        table.readableColumns().stream()
            .limit(table.key().size())
            .map(ColumnDescription::name)
            .toList();
    assertThat(first).isEqualTo(table.key());
  }

  @ParameterizedTest
  @MethodSource("named")
  void everyTextIsOneOrTwoSentences(TableDescription table) {
    assertThat(
            Stream.concat(
                Stream.of(table.says()),
                table.columns().stream()
                    .flatMap(
                        column -> Stream.concat(Stream.of(column.says()), texts(column.type())))))
        .allSatisfy(text -> assertThat(text).matches("[A-Z].{3,150}\\.").doesNotContain("  "));
  }

  /** A key that only the request knows must be a parameter of every read. */
  @ParameterizedTest
  @MethodSource("named")
  void everyReadGivesTheWholeKey(TableDescription table) {
    for (ReadMethod read : table.reads()) {
      assertThat(table.key())
          .allSatisfy(
              key ->
                  assertThat(
                          read.parameters().contains(key)
                              || read.scope().map(scope -> scope.column().equals(key)).orElse(false)
                              || !(table.column(key).orElseThrow().source()
                                  instanceof ColumnSource.RequestOnly))
                      .as("%s.%s gives %s", table.qualifiedName(), read.name(), key)
                      .isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("named")
  void everyReadNamesItsPermissionsAndEveryListItsPages(TableDescription table) {
    assertThat(table.reads())
        .allSatisfy(
            read -> {
              assertThat(read.permissions())
                  .isNotEmpty()
                  .allSatisfy(name -> assertThat(name).matches("[a-z]+\\.[a-zA-Z]+\\.[a-zA-Z]+"));
              assertThat(read.paging().isPresent()).isEqualTo(read.kind() != ReadMethod.Kind.GET);
              assertThat(read.mask().map(Masking::parameter)).hasValue("fields");
            });
  }

  @Test
  void keysOfTheCustomersOwnAreSecret() {
    for (String table : List.of("images", "disks", "snapshots", "instances", "machine_images")) {
      assertThat(
              GoogleDescriptions.table("compute", table).columns().stream()
                  .flatMap(column -> fields(column.type()))
                  .filter(field -> field.name().matches("rawKey|rsaEncryptedKey")))
          .isNotEmpty()
          .allMatch(ColumnType.Field::secret);
    }
  }

  @Test
  void aJobIsFoundByItsFullName() {
    ColumnDescription name =
        GoogleDescriptions.table("vmmigration", "image_import_jobs").column("name").orElseThrow();
    assertThat(
            name.resource()
                .orElseThrow()
                .match("projects/p/locations/l/imageImports/i/imageImportJobs/j"))
        .hasValueSatisfying(
            values ->
                assertThat(values)
                    .containsEntry("projectsId", "p")
                    .containsEntry("locationsId", "l")
                    .containsEntry("imageImportsId", "i")
                    .containsEntry("imageImportJobsId", "j"));
  }

  private static Stream<String> texts(ColumnType type) {
    return fields(type).map(ColumnType.Field::says);
  }

  private static Stream<ColumnType.Field> fields(ColumnType type) {
    if (type instanceof ColumnType.RowOf row) {
      return row.fields().stream()
          .flatMap(field -> Stream.concat(Stream.of(field), fields(field.type())));
    }
    if (type instanceof ColumnType.ArrayOf array) {
      return fields(array.element());
    }
    return type instanceof ColumnType.MapOf map ? fields(map.value()) : Stream.of();
  }
}
