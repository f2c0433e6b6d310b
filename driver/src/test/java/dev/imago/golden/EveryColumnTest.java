package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads every column of every table by its bare name; the demo has a value for each. */
class EveryColumnTest {
  /** Where the demo's defaults do not bind all that a table needs. */
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "google.compute.images_by_family",
          "project = 'acme-prod' AND family IN ('web-base', 'db', 'batch', 'windows-gold', 'imported')",
          "google.compute.image_family_views",
          "project = 'acme-prod' AND zone = 'us-central1-a' AND family = 'web-base'",
          "google.vmmigration.image_imports",
          "projectsId = 'acme-prod' AND locationsId IN ('us-central1', 'europe-west1')",
          "google.vmmigration.image_import_jobs",
          "projectsId = 'acme-prod' AND (locationsId, imageImportsId) IN"
              + " (('us-central1', 'import-debian'), ('us-central1', 'import-erp-data'),"
              + " ('europe-west1', 'import-crm'), ('europe-west1', 'import-kiosk'))",
          "google.vmmigration.operations",
          "projectsId = 'acme-prod' AND locationsId IN ('us-central1', 'europe-west1')");

  /** Tables whose rows are of one shape: what one of them fills need not be in the others. */
  private static final List<Set<String>> SAME_SHAPE =
      List.of(
          Set.of("google.compute.images", "google.compute.images_by_family"),
          Set.of(
              "google.compute.global_operations",
              "google.compute.zone_operations",
              "google.compute.region_operations"));

  /** Columns that no row of the demo fills. */
  private static final Map<String, Set<String>> WITHOUT_VALUE =
      Map.of(
          // Of regional disks only, which the table leaves out.
          "google.compute.disks", Set.of("region", "replicaZones"),
          // Only old answers had it.
          "google.compute.images", Set.of("userLicenses"));

  private static Clouds clouds;
  private static ReservedWords reserved;

  @BeforeAll
  static void start() throws IOException {
    clouds = new Clouds();
    reserved = ReservedWords.documented();
  }

  @AfterAll
  static void stop() {
    clouds.close();
  }

  @TestFactory
  Stream<DynamicTest> tables() throws SQLException {
    Map<String, List<String>> columns = columnsByTable();
    Map<String, Set<String>> empty = new TreeMap<>();
    return Stream.concat(
        columns.entrySet().stream().map(table -> readsAll(table.getKey(), table.getValue(), empty)),
        Stream.of(DynamicTest.dynamicTest("values", () -> checkValues(empty))));
  }

  private static DynamicTest readsAll(
      String table, List<String> columns, Map<String, Set<String>> empty) {
    return DynamicTest.dynamicTest(
        table, () -> empty.put(table, columnsWithoutValue(table, columns)));
  }

  private static void checkValues(Map<String, Set<String>> empty) {
    for (Set<String> tables : SAME_SHAPE) {
      String first = tables.stream().sorted().findFirst().orElseThrow();
      Set<String> common = new TreeSet<>(empty.getOrDefault(first, Set.of()));
      tables.forEach(table -> common.retainAll(empty.getOrDefault(table, Set.of())));
      tables.forEach(empty::remove);
      empty.put(first, common);
    }
    empty.values().removeIf(Set::isEmpty);
    assertThat(empty).as("columns without a value").isEqualTo(WITHOUT_VALUE);
  }

  private static Map<String, List<String>> columnsByTable() throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    try (Connection connection = clouds.connect("jdbc:imago:");
        ResultSet columns = connection.getMetaData().getColumns("google", null, "%", "%")) {
      while (columns.next()) {
        String table =
            columns.getString("TABLE_CAT")
                + "."
                + columns.getString("TABLE_SCHEM")
                + "."
                + columns.getString("TABLE_NAME");
        tables
            .computeIfAbsent(table, name -> new ArrayList<>())
            .add(columns.getString("COLUMN_NAME"));
      }
    }
    assertThat(tables).hasSizeGreaterThan(15);
    return tables;
  }

  private static Set<String> columnsWithoutValue(String table, List<String> columns)
      throws SQLException {
    String names = columns.stream().map(reserved::write).collect(Collectors.joining(", "));
    String condition = CONDITIONS.getOrDefault(table, "TRUE");
    Set<String> empty = new LinkedHashSet<>(columns);
    try (Connection connection = clouds.connect("jdbc:imago:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT " + names + " FROM " + table + " WHERE " + condition)) {
      for (int i = 0; i < columns.size(); i++) {
        assertThat(rows.getMetaData().getColumnLabel(i + 1)).isEqualTo(columns.get(i));
      }
      while (rows.next()) {
        for (int i = 0; i < columns.size(); i++) {
          if (rows.getObject(i + 1) != null) {
            empty.remove(columns.get(i));
          }
        }
      }
    }
    return empty;
  }
}
