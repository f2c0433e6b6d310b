package dev.imago.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault strikes a query of every shape, which then has its rows or the right SQLState: never
 * fewer rows, and never others. With {@code -Dreference.update=true} the page is written anew.
 */
@Timeout(300)
class FaultMatrixTest {
  private static final List<String> QUERIES =
      List.of(
          "SELECT name, diskSizeGb FROM google.compute.images WHERE project = 'acme-prod'",
          "SELECT name, diskSizeGb FROM google.compute.images WHERE project IN ('acme-prod', 'acme-dev')",
          "SELECT i.name, i.createTime, j.name AS job FROM google.vmmigration.image_imports AS i"
              + " JOIN google.vmmigration.image_import_jobs AS j"
              + " USING (projectsId, locationsId, imageImportsId)"
              + " WHERE i.projectsId = 'acme-prod' AND i.locationsId = 'us-central1'",
          "SELECT provider, id, min_disk_bytes FROM imago.inventory.images");

  @TempDir private static Path folder;

  private static final Map<String, List<Row>> RIGHT = new TreeMap<>();
  private static final List<String> PAGE = new ArrayList<>();

  @BeforeAll
  static void readWithoutFaults() throws IOException, SQLException {
    for (String query : QUERIES) {
      try (DemoConnection demo = StruckClouds.USUAL.open(folder)) {
        RIGHT.put(query, sorted(demo.rows(query)));
      }
    }
  }

  @AfterAll
  static void writePage() throws IOException {
    if (Boolean.getBoolean("reference.update")) {
      FaultPage.write(PAGE);
    }
    RIGHT.clear();
    PAGE.clear();
  }

  static List<FaultCase> faults() {
    return FaultCase.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void hasTheRightRowsOrTheRightState(FaultCase fault) throws IOException, SQLException {
    List<String> cells = new ArrayList<>();
    for (String query : QUERIES) {
      cells.add(struck(fault, query));
    }
    String row = "| " + fault.name() + " | " + String.join(" | ", cells) + " |";
    PAGE.add(row);
    if (!Boolean.getBoolean("reference.update")) {
      assertThat(FaultPage.rows()).contains(row);
    }
  }

  /** The page shows no fault that is not tried. */
  @Test
  void pageHasARowForEach() throws IOException {
    if (!Boolean.getBoolean("reference.update")) {
      assertThat(FaultPage.rows()).hasSameSizeAs(faults());
    }
  }

  private static String struck(FaultCase fault, String query) throws IOException, SQLException {
    try (DemoConnection demo = fault.clouds().open(folder)) {
      demo.emulator().faults().add(fault.rule(), fault.fault());
      String state = FaultCase.ROWS;
      try {
        assertThat(sorted(demo.rows(query))).as(query).isEqualTo(RIGHT.get(query));
      } catch (SQLException e) {
        state = e.getSQLState();
      }
      assertThat(state).as(query).isEqualTo(fault.state());
      demo.emulator().faults().clear();
      return fault.givesRows() ? sentForRows(demo) : sentForFailure(demo, state);
    }
  }

  private static String sentForRows(DemoConnection demo) throws SQLException {
    Map<String, Object> sums =
        new TreeMap<>(
            demo.rows(
                    "SELECT COUNT(*) AS calls, SUM(attempts) AS sent FROM imago.system.calls"
                        + " WHERE cache = 'miss'")
                .get(0)
                .values());
    return "rows: " + sums.get("calls") + " calls, sent " + sums.get("sent") + "x";
  }

  /** Calls beside the one that failed are stopped sooner or later. */
  private static String sentForFailure(DemoConnection demo, String state) throws SQLException {
    return "`"
        + state
        + "`, sent "
        + demo.rows("SELECT MAX(attempts) AS sent FROM imago.system.calls")
            .get(0)
            .values()
            .get("sent")
        + "x";
  }

  private static List<Row> sorted(List<Row> rows) {
    return rows.stream().sorted(Comparator.comparing(row -> row.texts().toString())).toList();
  }
}
