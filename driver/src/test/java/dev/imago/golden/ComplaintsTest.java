package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What users of such tools have complained about, as far as it takes a cloud that misbehaves. The
 * rest is in {@code complaints.iq}.
 */
@Timeout(60)
class ComplaintsTest {
  private static final int ROWS_PER_PAGE = 4;
  private static final String IMPORTS = "/v1/projects/acme-prod/locations/us-central1/imageImports";

  private Clouds clouds;

  @BeforeEach
  void start() throws IOException {
    clouds = new Clouds(EmulatorConfig.builder().mostRowsPerPage(ROWS_PER_PAGE).build());
  }

  @AfterEach
  void stop() {
    clouds.close();
  }

  @Test
  void limitCountsRowsThatMatchWhenTheCloudIgnoresTheFilter() throws SQLException {
    answer(
        "/images\\?filter=",
        "{\"items\": [{\"name\": \"a\", \"status\": \"READY\"}, {\"name\": \"b\"},"
            + " {\"name\": \"c\", \"status\": \"FAILED\"}]}");

    assertThat(
            read(
                "SELECT name FROM google.compute.images"
                    + " WHERE project = 'acme-prod' AND status = 'FAILED' LIMIT 1"))
        .containsExactly("c");
  }

  @Test
  void limitGoesOnToTheNextPageForTheRowsThatMatch() throws SQLException {
    String sql =
        "SELECT name FROM google.compute.images WHERE project = 'debian-cloud'"
            + " AND name LIKE 'debian-7%' ORDER BY name LIMIT 2";

    assertThat(read(sql)).containsExactly("debian-7-wheezy-v20130507", "debian-7-wheezy-v20130509");
  }

  @Test
  void filterHoldsOnPagesThatLackTheFieldOfTheFirst() throws SQLException {
    answer("pageToken=", "{\"items\": [{\"name\": \"x\"}, {\"name\": \"y\", \"family\": \"db\"}]}");

    assertThat(
            read(
                "SELECT name FROM google.compute.images"
                    + " WHERE project = 'acme-prod' AND UPPER(family) = 'DB' ORDER BY name"))
        .containsExactly("db-golden", "db-golden-arm", "y");
  }

  @Test
  void joinWhoseSecondCallFailsGivesNoRowsThatLookWhole() {
    clouds
        .emulator()
        .faults()
        .add(
            FaultRule.on("GET", "import-erp-data/imageImportJobs"),
            Fault.answer(Response.of(500, "application/json", "{\"error\": {\"code\": 500}}")));

    Outcome outcome =
        Outcome.of(
            clouds,
            "jdbc:imago:retryBase=0s",
            "SELECT COUNT(*) FROM google.vmmigration.image_imports AS i"
                + " LEFT JOIN google.vmmigration.image_import_jobs AS j USING (projectsId,"
                + " locationsId, imageImportsId)"
                + " WHERE i.projectsId = 'acme-prod' AND i.locationsId = 'us-central1'");

    assertThat(outcome.state()).isEqualTo("HV000");
    assertThat(outcome.rows()).isEmpty();
    assertThat(outcome.message()).contains(IMPORTS + "/import-erp-data/imageImportJobs");
  }

  @Test
  void enumerationThatFailsIsNoEmptyTable() {
    clouds
        .emulator()
        .faults()
        .add(
            FaultRule.on("GET", "/v1/projects/acme-prod/locations\\?"),
            Fault.answer(Response.of(403, "application/json", "{\"error\": {\"code\": 403}}")));

    Outcome outcome =
        Outcome.of(
            clouds,
            "jdbc:imago:",
            "SELECT name FROM google.vmmigration.image_import_jobs WHERE projectsId = 'acme-prod'");

    assertThat(outcome.state()).isEqualTo("42501");
    assertThat(outcome.message()).startsWith("google.vmmigration.locations: GET ");
  }

  @Test
  void countersOfCallsAreThoseOfTheCloud() throws SQLException {
    try (Connection connection = clouds.connect("jdbc:imago:");
        Statement statement = connection.createStatement()) {
      int rows =
          read(statement, "SELECT name FROM google.compute.images WHERE project = 'acme-prod'")
              .size();
      List<String> counters =
          read(
              statement,
              "SELECT COUNT(*) || ' pages, ' || SUM(row_count) || ' rows, ' || SUM(attempts)"
                  + " || ' requests' FROM imago.system.calls");

      assertThat(clouds.emulator().requests().all()).hasSize(3);
      assertThat(counters).containsExactly("3 pages, " + rows + " rows, 3 requests");
      assertThat(read(statement, "SELECT page FROM imago.system.calls ORDER BY seq"))
          .containsExactly("1", "2", "3");
    }
  }

  @Test
  void countersOfAStatementThatFailsHoldTheCallThatFailed() throws SQLException {
    try (Connection connection = clouds.connect("jdbc:imago:");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  read(
                      statement,
                      "SELECT name FROM google.compute.images WHERE project = 'acme-locked'"))
          .isInstanceOf(SQLException.class);

      assertThat(
              read(
                  statement,
                  "SELECT status || ', ' || row_count || ' rows, ' || (error IS NOT NULL)"
                      + " FROM imago.system.calls"))
          .containsExactly("403, 0 rows, TRUE");
    }
  }

  private void answer(String target, String body) {
    clouds
        .emulator()
        .faults()
        .add(FaultRule.on("GET", target), Fault.answer(Response.of(200, "application/json", body)));
  }

  private List<String> read(String sql) throws SQLException {
    try (Connection connection = clouds.connect("jdbc:imago:");
        Statement statement = connection.createStatement()) {
      return read(statement, sql);
    }
  }

  private static List<String> read(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(String.valueOf(result.getString(1)));
      }
    }
    return rows;
  }
}
