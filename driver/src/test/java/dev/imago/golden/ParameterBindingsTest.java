package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What golden scripts cannot write: {@code ?} in every place that binds, and lists of many values.
 * Nothing stands in for what a query leaves out. Each test names its calls, sorted.
 */
@Timeout(120)
class ParameterBindingsTest {
  private static final String COMPUTE = "GET /compute/beta/projects/";

  private static Clouds clouds;
  private static Connection connection;

  @BeforeAll
  static void connect() throws IOException, SQLException {
    clouds = new Clouds();
    connection = clouds.connect(NamedConnection.STRICT.url());
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    clouds.close();
  }

  @BeforeEach
  void forgetCalls() {
    clouds.emulator().requests().clear();
  }

  @Test
  void equalityMakesOneCallForEachValueOfOnePlan() throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM google.compute.images WHERE project = ?")) {
      assertThat(rows(count, "acme-prod")).containsExactly("11");
      assertThat(rows(count, "acme-dev")).containsExactly("7");
      assertThat(rows(count, (@Nullable Object) null)).containsExactly("0");
    }
    assertThat(paths())
        .containsExactly(COMPUTE + "acme-dev/global/images", COMPUTE + "acme-prod/global/images");
  }

  @Test
  void listAsksOnceForAValueThatComesTwiceAndNeverForNull() throws SQLException {
    assertThat(
            rows(
                "SELECT project, COUNT(*) FROM google.compute.images"
                    + " WHERE project IN (?, ?, 'acme-dev', ?) GROUP BY project ORDER BY 1",
                "acme-prod",
                "acme-dev",
                null))
        .containsExactly("acme-dev", "acme-prod");
    assertThat(paths())
        .containsExactly(COMPUTE + "acme-dev/global/images", COMPUTE + "acme-prod/global/images");
  }

  @Test
  void alternativesAreTheirOwnPairs() throws SQLException {
    assertThat(
            rows(
                "SELECT name FROM google.compute.images WHERE (project = ? AND name = ?)"
                    + " OR (project = ? AND name = ?) ORDER BY 1",
                "acme-prod",
                "db-golden",
                "acme-dev",
                "sandbox-arm"))
        .containsExactly("db-golden", "sandbox-arm");
    assertThat(paths())
        .containsExactly(
            COMPUTE + "acme-dev/global/images/sandbox-arm",
            COMPUTE + "acme-prod/global/images/db-golden");
  }

  @Test
  void rowsInAListAreTheirOwnPairs() throws SQLException {
    assertThat(
            rows(
                "SELECT name FROM google.compute.images"
                    + " WHERE (project, name) IN ((?, ?), (?, ?)) ORDER BY 1",
                "acme-prod",
                "db-golden",
                "acme-dev",
                "sandbox-arm"))
        .containsExactly("db-golden", "sandbox-arm");
    assertThat(paths()).hasSize(2);
  }

  @Test
  void limitIsSentWithTheCall() throws SQLException {
    String sql =
        "SELECT name FROM google.compute.images WHERE project = ? ORDER BY name LIMIT ? OFFSET ?";

    assertThat(rows(sql, "coreos-cloud", 2, 1)).hasSize(2);
    assertThat(rows(sql, "coreos-cloud", 0, 0)).isEmpty();

    assertThat(clouds.emulator().requests().lines())
        .singleElement()
        .asString()
        .endsWith("&orderBy=name&maxResults=3");
  }

  @Test
  void aFunctionOfAParameterBinds() throws SQLException {
    assertThat(
            rows(
                "SELECT COUNT(*) FROM google.compute.images"
                    + " WHERE project = LOWER(CAST(? AS VARCHAR)) || '-prod'",
                "ACME"))
        .containsExactly("11");
    assertThat(paths()).containsExactly(COMPUTE + "acme-prod/global/images");
  }

  @Test
  void valuesOfParametersDriveAJoin() throws SQLException {
    assertThat(
            rows(
                "SELECT i.name FROM (VALUES (CAST(? AS VARCHAR)), (CAST(? AS VARCHAR))) AS v(project)"
                    + " JOIN google.compute.machine_images AS i ON i.project = v.project ORDER BY 1",
                "acme-dev",
                "acme-dev"))
        .hasSize(2);
    assertThat(paths()).containsExactly(COMPUTE + "acme-dev/global/machineImages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JOIN", "LEFT JOIN"})
  void inJoinsAParameterOfOneSideIsOneOfTheOther(String join) throws SQLException {
    assertThat(
            rows(
                "SELECT COUNT(m.name) FROM google.cloudresourcemanager.projects AS p "
                    + join
                    + " google.compute.machine_images AS m ON m.project = p.projectId"
                    + " WHERE p.projectId = ?",
                "acme-prod"))
        .containsExactly("3");
    assertThat(paths())
        .containsExactly(COMPUTE + "acme-prod/global/machineImages", "GET /v3/projects/acme-prod");
  }

  @Test
  void inSubQueriesAParameterBinds() throws SQLException {
    assertThat(
            rows(
                "SELECT name FROM google.compute.images WHERE project = ? AND family IN"
                    + " (SELECT family FROM google.compute.images WHERE project = ?)",
                "acme-dev",
                "acme-prod"))
        .containsExactly("web-base-dev");
    assertThat(paths())
        .containsExactly(COMPUTE + "acme-dev/global/images", COMPUTE + "acme-prod/global/images");
  }

  @Test
  void aQuestionMarkOrADollarInALiteralIsText() throws SQLException {
    assertThat(
            rows(
                "SELECT '$1 ?' || project FROM google.compute.images"
                    + " WHERE project = ? AND name = 'db-golden' AND '?' <> '$1'",
                "acme-prod"))
        .containsExactly("$1 ?acme-prod");
    assertThat(paths()).containsExactly(COMPUTE + "acme-prod/global/images/db-golden");
  }

  @Test
  void aValueIsNeverReadAsSql() throws SQLException {
    assertThat(
            rows(
                "SELECT name FROM google.compute.images WHERE project = ? AND family = ?",
                "acme-prod",
                "x' OR family = 'db"))
        .isEmpty();
    assertThat(paths()).containsExactly(COMPUTE + "acme-prod/global/images");
  }

  /** One name is a get; many are filtered lists, as many as their URLs' length takes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200, 1_000})
  void aListOfAnyLengthFindsItsRowsInTheFewestCalls(int length) throws SQLException {
    List<String> names =
        IntStream.range(0, length - 1).mapToObj(i -> "no-such-image-" + i).toList();
    String list =
        Stream.concat(Stream.of("db-golden"), names.stream())
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));

    assertThat(
            rows(
                "SELECT name FROM google.compute.images WHERE project = 'acme-prod' AND name IN ("
                    + list
                    + ")"))
        .containsExactly("db-golden");

    List<String> lines = clouds.emulator().requests().lines();
    assertThat(lines).allMatch(line -> line.length() < 2_000 + COMPUTE.length());
    int sent = lines.stream().mapToInt(String::length).sum();
    assertThat(lines).hasSizeLessThanOrEqualTo(1 + sent / 1_900);
  }

  private static List<String> rows(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return rows(statement, values);
    }
  }

  /** The first column of each row. */
  private static List<String> rows(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  /** The calls, sorted, without their queries. */
  private static List<String> paths() {
    return clouds.emulator().requests().lines().stream()
        .map(line -> line.replaceAll("\\?.*", ""))
        .sorted()
        .toList();
  }
}
