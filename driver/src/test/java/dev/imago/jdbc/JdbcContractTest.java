package dev.imago.jdbc;

import dev.imago.jdbc.contract.JdbcContract;
import java.io.IOException;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class JdbcContractTest {
  private static DemoCloud cloud;

  @BeforeAll
  static void start() throws IOException {
    cloud = new DemoCloud();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void connections(boolean closed) throws SQLException, IllegalAccessException {
    JdbcContract.check(Connection.class, () -> closedIf(closed, cloud.connect("")), Set.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void statements(boolean closed) throws SQLException, IllegalAccessException {
    try (Connection connection = cloud.connect("")) {
      JdbcContract.check(
          Statement.class, () -> closedIf(closed, connection.createStatement()), Set.of());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void preparedStatements(boolean closed) throws SQLException, IllegalAccessException {
    try (Connection connection = cloud.connect("")) {
      JdbcContract.check(
          PreparedStatement.class,
          () -> {
            PreparedStatement statement =
                connection.prepareStatement("select cast(? as bigint), cast(? as varchar)");
            return closedIf(closed, statement);
          },
          Set.of());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void callableStatements(boolean closed) throws SQLException, IllegalAccessException {
    try (Connection connection = cloud.connect("")) {
      JdbcContract.check(
          CallableStatement.class,
          () ->
              closedIf(
                  closed,
                  connection.prepareCall("call google.compute.images.delete(?, name => ?)")),
          Set.of());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void metadata(boolean closed) throws SQLException, IllegalAccessException {
    try (Connection connection = cloud.connect("")) {
      DatabaseMetaData metadata = connection.getMetaData();
      closedIf(closed, connection);
      JdbcContract.check(DatabaseMetaData.class, () -> metadata, Set.of());
    }
  }

  @Test
  void parameterMetadata() throws SQLException, IllegalAccessException {
    try (Connection connection = cloud.connect("");
        PreparedStatement statement =
            connection.prepareStatement("select cast(? as bigint) as x")) {
      JdbcContract.check(ParameterMetaData.class, () -> statement.getParameterMetaData(), Set.of());
    }
  }

  @Test
  void nestedValues() throws SQLException, IllegalAccessException {
    try (Connection connection = cloud.connect("");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select array[1, 2], row(1, 'a')")) {
      rows.next();
      Array array = rows.getArray(1);
      Struct struct = rows.getObject(2, Struct.class);
      JdbcContract.check(Array.class, () -> array, Set.of());
      JdbcContract.check(Struct.class, () -> struct, Set.of());
    }
  }

  @Test
  void drivers() throws SQLException, IllegalAccessException {
    JdbcContract.check(Driver.class, cloud::driver, Set.of());
  }

  private static <T extends AutoCloseable> T closedIf(boolean closed, T object)
      throws SQLException {
    if (closed) {
      try {
        object.close();
      } catch (SQLException failure) {
        throw failure;
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
    return object;
  }
}
