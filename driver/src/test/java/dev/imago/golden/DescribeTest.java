package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What golden scripts cannot show of SHOW and DESCRIBE: the order of rows, and parameters. */
@Timeout(60)
class DescribeTest {
  private Clouds clouds;

  @BeforeEach
  void start() throws IOException {
    clouds = new Clouds();
  }

  @AfterEach
  void stop() {
    clouds.close();
  }

  @Test
  void listsTheColumnsInTheOrderOfSelect() throws SQLException {
    try (Connection connection = clouds.connect("jdbc:imago:");
        Statement statement = connection.createStatement()) {
      for (String table : List.of("google.compute.zones", "images", "imago.system.calls")) {
        assertThat(firstColumn(statement.executeQuery("DESCRIBE " + table)))
            .as(table)
            .isEqualTo(labels(connection, "SELECT * FROM " + table));
      }
    }
    assertThat(clouds.emulator().requests().all()).isEmpty();
  }

  @Test
  void listsWhatIsOnlyWrittenLast() throws SQLException {
    try (Connection connection = clouds.connect("jdbc:imago:");
        Statement statement = connection.createStatement()) {
      List<String> expected = labels(connection, "SELECT * FROM google.compute.images");
      expected.addAll(List.of("params", "forceCreate", "requestId"));
      assertThat(firstColumn(statement.executeQuery("DESCRIBE google.compute.images")))
          .isEqualTo(expected);
    }
    assertThat(clouds.emulator().requests().all()).isEmpty();
  }

  @Test
  void takesThePatternFromAParameter() throws SQLException {
    try (Connection connection = clouds.connect("jdbc:imago:");
        PreparedStatement statement =
            connection.prepareStatement("SHOW TABLES FROM google.compute LIKE ?")) {
      assertThat(statement.getParameterMetaData().getParameterType(1)).isEqualTo(Types.VARCHAR);
      statement.setString(1, "IMAGES%");

      List<String> names = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString("table_name"));
        }
      }
      assertThat(names).containsExactly("images", "images_by_family");
    }
  }

  /** The labels of the query's columns; the query is planned and not run. */
  private static List<String> labels(Connection connection, String sql) throws SQLException {
    List<String> labels = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSetMetaData columns = statement.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        labels.add(columns.getColumnLabel(i));
      }
    }
    return labels;
  }

  private static List<String> firstColumn(ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getString(1));
    }
    return values;
  }
}
