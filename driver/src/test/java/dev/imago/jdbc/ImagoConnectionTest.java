package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.jdbc.value.Row;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImagoConnectionTest {
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

  @Test
  void leavesToolsWithTransactionsInPeace() throws SQLException {
    assertThat(connection.getAutoCommit()).isTrue();
    connection.setAutoCommit(false);
    connection.commit();
    connection.rollback();
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);

    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
    SqlFailures.failure("0A000", () -> connection.setSavepoint());
  }

  @Test
  void keepsReadOnlyWhenThePropertySaysSo() throws SQLException {
    connection.setReadOnly(true);
    assertThat(connection.isReadOnly()).isTrue();
    connection.setReadOnly(false);
    assertThat(connection.isReadOnly()).isFalse();
    try (Connection readOnly = cloud.connect("readOnly=true")) {
      readOnly.setReadOnly(false);
      assertThat(readOnly.isReadOnly()).isTrue();
      assertThat(readOnly.getMetaData().isReadOnly()).isTrue();
    }
  }

  @Test
  void looksNamesUpInTheCurrentSchema() throws SQLException {
    assertThat(connection.getCatalog()).isEqualTo("google");
    assertThat(connection.getSchema()).isEqualTo("compute");

    connection.setSchema("VMMIGRATION");
    assertThat(connection.getSchema()).isEqualTo("vmmigration");
    connection.setSchema("imago.system");
    assertThat(connection.getCatalog()).isEqualTo("imago");
    assertThat(strings("select name from properties where name = 'maxCalls'", 1))
        .containsExactly("maxCalls");
    connection.setCatalog("google");
    assertThat(connection.getCatalog()).isEqualTo("google");
    SqlFailures.failure("42S02", () -> connection.setSchema("nope"));
    SqlFailures.failure("42S02", () -> connection.setCatalog("nope"));
  }

  @Test
  void notesAWishForAnotherKindOfResult() throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
      assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    }
    assertThat(connection.getWarnings().getMessage()).contains("forward only");
    assertThat(connection.getWarnings().getNextWarning().getMessage()).contains("read-only");
    connection.clearWarnings();
    assertThat((Throwable) connection.getWarnings()).isNull();
  }

  @Test
  void describesTheDatabaseWithoutACall() throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();

    assertThat(column(metadata.getCatalogs(), "TABLE_CAT")).contains("google", "imago");
    assertThat(column(metadata.getSchemas("google", null), "TABLE_SCHEM"))
        .containsExactly("cloudresourcemanager", "compute", "vmmigration");
    assertThat(
            column(
                metadata.getTables("google", "compute", "im%", new String[] {"TABLE"}),
                "TABLE_NAME"))
        .contains("images", "images_by_family");
    assertThat(column(metadata.getColumns("google", "compute", "images", "name"), "TYPE_NAME"))
        .containsExactly("VARCHAR");
    assertThat(column(metadata.getPrimaryKeys("google", "compute", "images"), "COLUMN_NAME"))
        .contains("project");
    assertThat(column(metadata.getTypeInfo(), "TYPE_NAME")).contains("VARCHAR", "ROW");
    assertThat(cloud.requests()).isZero();
  }

  @Test
  void namesTheWordsThatCannotBeNames() throws SQLException {
    String[] keywords = connection.getMetaData().getSQLKeywords().split(",");

    assertThat(keywords).doesNotHaveDuplicates().contains("QUALIFY", "LIMIT");
    for (String keyword : keywords) {
      SqlFailures.failure(
          "42601",
          () -> connection.prepareStatement("select 1 as " + keyword + " from (values 1)"));
    }
  }

  @Test
  void readsNestedValues() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select licenses, labels, deprecated from images where project = 'acme-prod'"
                    + " and deprecated is not null and labels is not null")) {
      assertThat(rows.getMetaData().getColumnTypeName(1)).isEqualTo("ARRAY");
      assertThat(rows.getMetaData().getColumnType(3)).isEqualTo(Types.STRUCT);
      int count = 0;
      while (rows.next()) {
        count++;
        assertThat(rows.getString("labels")).startsWith("{");
        assertThat(rows.getObject("labels")).isInstanceOf(Map.class);
        assertThat(rows.getObject("deprecated")).isInstanceOf(Row.class);
        assertThat(rows.getString("deprecated")).contains("\"state\":");
      }
      assertThat(count).isPositive();
    }
  }

  @Test
  void showsNestedColumnsAsTextWhenAsked() throws SQLException {
    try (Connection plain = cloud.connect("complexTypes=json");
        Statement statement = plain.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select licenses from images where project = 'acme-prod'"
                    + " and licenses is not null limit 1")) {
      assertThat(rows.getMetaData().getColumnType(1)).isEqualTo(Types.VARCHAR);
      assertThat(rows.next()).isTrue();
      assertThat(rows.getObject(1)).asString().startsWith("[\"https://");
      assertThat(
              column(
                  plain.getMetaData().getColumns("google", "compute", "images", "licenses"),
                  "TYPE_NAME"))
          .containsExactly("VARCHAR");
    }
  }

  @Test
  void makesArraysForParameters() throws SQLException {
    Array array = connection.createArrayOf("bigint", new Object[] {1, "2"});

    assertThat((Object[]) array.getArray()).containsExactly(1L, 2L);
    assertThat(array.getBaseType()).isEqualTo(Types.BIGINT);
    SqlFailures.failure("22023", () -> connection.createArrayOf("nope", new Object[0]));
  }

  @Test
  void saysNothingMoreOnceItIsClosed() throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    connection.close();
    connection.close();

    assertThat(connection.isValid(0)).isFalse();
    SqlFailures.failure("08003", () -> connection.createStatement());
    SqlFailures.failure("08003", () -> connection.commit());
    SqlFailures.failure("08003", () -> metadata.getTables(null, null, null, null));
  }

  private List<String> strings(String sql, int column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(column));
      }
      return values;
    }
  }

  private static List<String> column(ResultSet rows, String label) throws SQLException {
    try (rows) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(label));
      }
      return values;
    }
  }
}
