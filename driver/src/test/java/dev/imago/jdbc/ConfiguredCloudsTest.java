package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code imago.system.tables} and the views say about clouds that nobody has set up. */
class ConfiguredCloudsTest {
  private static final String NO_HUAWEI =
      "no property of huawei is set: give huawei.region, huawei.project_id or huawei.auth";
  private static final String NO_OPEN_TELEKOM =
      "no property of opentelekom is set: give opentelekom.region, opentelekom.project_id or"
          + " opentelekom.auth";
  private static final String NO_YANDEX =
      "no property of yandex is set: give yandex.cloud_id, yandex.folder_id or yandex.auth";
  private static final String NO_GOOGLE =
      "no property of google is set: give google.project, google.location or google.auth";

  private final DemoCloud cloud = new DemoCloud();

  ConfiguredCloudsTest() throws IOException {}

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void viewsHaveTheCloudsThatAreSetUp() throws SQLException {
    try (Connection connection = connect("yandex.folder_id=f;google.auth=none")) {
      assertThat(views(connection))
          .containsExactly(
              "image_import_jobs: true, has rows of google only; "
                  + NO_OPEN_TELEKOM
                  + "; "
                  + NO_HUAWEI,
              "images: true, has rows of google, yandex only; "
                  + NO_OPEN_TELEKOM
                  + "; "
                  + NO_HUAWEI,
              "operations: true, null");
    }
  }

  @Test
  void viewsHaveNoRowsWithoutAnyCloud() throws SQLException {
    try (Connection connection = connect("")) {
      assertThat(views(connection))
          .containsExactly(
              "image_import_jobs: false, " + reasons(NO_GOOGLE, NO_OPEN_TELEKOM, NO_HUAWEI),
              "images: false, " + reasons(NO_GOOGLE, NO_YANDEX, NO_OPEN_TELEKOM, NO_HUAWEI),
              "operations: false, " + reasons(NO_GOOGLE, NO_YANDEX));
      SQLException failure =
          SqlFailures.failure(
              "42000", () -> read(connection, "SELECT id FROM imago.inventory.operations"));
      assertThat(failure.getMessage())
          .isEqualTo(
              "imago.inventory.operations has no cloud to ask: " + reasons(NO_GOOGLE, NO_YANDEX));
    }
  }

  @Test
  void viewsLackNothingInTheDemo() throws SQLException {
    try (Connection connection = cloud.connect("")) {
      assertThat(views(connection))
          .containsExactly(
              "image_import_jobs: true, null", "images: true, null", "operations: true, null");
    }
  }

  private static String reasons(String... reasons) {
    return String.join("; ", reasons);
  }

  private Connection connect(String properties) throws SQLException {
    return cloud
        .driver()
        .connect("jdbc:imago:" + properties, Map.of(), Map.of(), cloud.emulator().clock());
  }

  private static List<String> views(Connection connection) throws SQLException {
    return read(
        connection,
        "SELECT table_name || ': ' || CASE WHEN configured THEN 'true' ELSE 'false' END || ', '"
            + " || COALESCE(reason, 'null')"
            + " FROM imago.system.tables WHERE kind = 'VIEW' ORDER BY table_name");
  }

  private static List<String> read(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
