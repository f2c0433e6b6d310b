package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImagoCallableStatementTest {
  private static final String METHOD = "google.vmmigration.image_import_jobs.cancel";
  private static final String REQUEST =
      "POST /v1/projects/acme-prod/locations/us-central1/imageImports/import-debian"
          + "/imageImportJobs/job-running:cancel";

  private DemoCloud cloud;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException, SQLException {
    cloud = new DemoCloud();
    connection = cloud.connect("");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{call " + METHOD + "(?, ?, ?, ?)}",
        "{ CALL " + METHOD + " ( ?, ?, ?, ? ) }",
        "call " + METHOD + "(?, ?, ?, ?)",
        "exec "
            + METHOD
            + " @projectsId = ?, @locationsId = ?, @imageImportsId = ?, @imageImportJobsId = ?",
      })
  void takesValuesByPlace(String sql) throws SQLException {
    try (CallableStatement call = connection.prepareCall(sql)) {
      assertThat(call.getParameterMetaData().getParameterCount()).isEqualTo(4);
      call.setString(1, "acme-prod");
      call.setString(2, "us-central1");
      call.setString(3, "import-debian");
      call.setString(4, "job-running");
      assertAnswered(call.executeQuery());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{call " + METHOD + "(?, ?, ?, ?)}",
        "call "
            + METHOD
            + "(imageImportJobsId => ?, imageImportsId => ?, locationsId => ?, projectsId => ?)",
        "exec "
            + METHOD
            + " @imageImportJobsId = ?, @projectsId = ?, @locationsId = ?, @imageImportsId = ?",
      })
  void takesValuesByName(String sql) throws SQLException {
    try (CallableStatement call = connection.prepareCall(sql)) {
      call.setString("projectsId", "acme-prod");
      call.setObject("LOCATIONSID", "us-central1", JDBCType.VARCHAR);
      call.setNString("imageImportsId", "import-debian");
      call.setObject("imageImportJobsId", "job-running");
      assertThat(call.execute()).isTrue();
      assertAnswered(call.getResultSet());
    }
  }

  private void assertAnswered(ResultSet rows) throws SQLException {
    assertThat(rows.next()).isTrue();
    assertThat(rows.getString("operationsId")).startsWith("operation-");
    assertThat(rows.next()).isFalse();
    assertThat(cloud.emulator().requests().lines()).containsExactly(REQUEST);
  }

  @Test
  void acceptsTheApisOwnNames() throws SQLException {
    try (CallableStatement call =
        connection.prepareCall("{call google.compute.images.deprecate(?, ?, state => ?)}")) {
      call.setString("project", "acme-prod");
      call.setString("image", "web-base-v1");
      call.setString("state", "OBSOLETE");
      assertThat(call.executeQuery().next()).isTrue();
    }
    assertThat(cloud.emulator().requests().lines().get(0)).contains("/web-base-v1/deprecate");
  }

  @Test
  void knowsNoOtherNames() throws SQLException {
    try (CallableStatement call =
        connection.prepareCall(
            "call " + METHOD + "('acme-prod', 'us-central1', ?, imageImportJobsId => ?)")) {
      SQLException failure =
          SqlFailures.failure("07009", () -> call.setString("projectsId", "acme-dev"));
      assertThat((Throwable) failure).hasMessageContainingAll("imageImportsId", "projectsId");
      call.setString("imageImportsId", "import-debian");
      SqlFailures.failure("07002", call::execute);
    }
    try (CallableStatement query = connection.prepareCall("select cast(? as bigint) as x")) {
      SqlFailures.failure("07009", () -> query.setInt("x", 1));
      query.setInt(1, 1);
      assertThat(query.executeQuery().next()).isTrue();
    }
    assertThat(cloud.requests()).isZero();
  }

  @Test
  void givesValuesBackInRowsAlone() throws SQLException {
    try (CallableStatement call = connection.prepareCall("call " + METHOD + "(?, ?, ?, ?)")) {
      SqlFailures.failure("0A000", () -> call.registerOutParameter(1, Types.VARCHAR));
      SqlFailures.failure("0A000", () -> call.registerOutParameter("projectsId", Types.VARCHAR));
      SqlFailures.failure("0A000", () -> call.getString(1));
      SqlFailures.failure("0A000", () -> call.getString("projectsId"));
      SqlFailures.failure("07003", () -> setAll(call).executeUpdate());
    }
    SqlFailures.failure(
        "0A000", () -> connection.prepareCall("{? = call " + METHOD + "(?, ?, ?, ?)}"));
    SqlFailures.failure(
        "0A000", () -> connection.createStatement().execute("{?=call " + METHOD + "()}"));
    assertThat(cloud.requests()).isZero();
  }

  @Test
  void tellsWhatIsWrongWhenItIsPrepared() {
    SqlFailures.failure("42S02", () -> connection.prepareCall("{call google.compute.nope.x()}"));
    SqlFailures.failure("42000", () -> connection.prepareCall("{call " + METHOD + "X(?)}"));
    SqlFailures.failure("42000", () -> connection.prepareCall("{call " + METHOD + "(?)}"));
  }

  @Test
  void sendsNothingOverAReadOnlyConnection() throws SQLException {
    connection.setReadOnly(true);
    try (CallableStatement call = connection.prepareCall("{call " + METHOD + "(?, ?, ?, ?)}")) {
      SqlFailures.failure("25006", () -> setAll(call).executeQuery());
    }
    assertThat(cloud.requests()).isZero();
  }

  private static CallableStatement setAll(CallableStatement call) throws SQLException {
    call.setString("projectsId", "acme-prod");
    call.setString("locationsId", "us-central1");
    call.setString("imageImportsId", "import-debian");
    call.setString("imageImportJobsId", "job-running");
    return call;
  }
}
