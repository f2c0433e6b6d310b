package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order in which the tables of a join are written changes neither rows nor calls. */
@Timeout(120)
class JoinOrderTest {
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

  static Stream<Arguments> joins() {
    return Stream.of(
        Arguments.argumentSet(
            "two levels",
            "p.projectId, m.name",
            List.of(
                "google.cloudresourcemanager.projects AS p", "google.compute.machine_images AS m"),
            "m.project = p.projectId AND p.projectId IN ('acme-prod', 'acme-dev')",
            4),
        Arguments.argumentSet(
            "a star",
            "m.name, o.name",
            List.of(
                "google.cloudresourcemanager.projects AS p",
                "google.compute.machine_images AS m",
                "google.compute.global_operations AS o"),
            "m.project = p.projectId AND o.project = p.projectId AND p.projectId = 'acme-dev'",
            3),
        Arguments.argumentSet(
            "a chain",
            "j.name, j.state",
            List.of(
                "google.cloudresourcemanager.projects AS p",
                "google.vmmigration.locations AS l",
                "google.vmmigration.image_imports AS i",
                "google.vmmigration.image_import_jobs AS j"),
            "l.projectsId = p.projectId AND i.projectsId = l.projectsId"
                + " AND i.locationsId = l.locationsId AND j.projectsId = i.projectsId"
                + " AND j.locationsId = i.locationsId AND j.imageImportsId = i.imageImportsId"
                + " AND p.projectId = 'acme-prod'",
            9),
        Arguments.argumentSet(
            "a self join",
            "a.name, b.name",
            List.of("google.compute.images AS a", "google.compute.images AS b"),
            "a.family = b.family AND a.project = b.project AND a.project = 'acme-prod'",
            1),
        Arguments.argumentSet(
            "a derived table",
            "x.images, p.displayName",
            List.of(
                "(SELECT project, COUNT(*) AS images FROM google.compute.images GROUP BY project)"
                    + " AS x",
                "google.cloudresourcemanager.projects AS p"),
            "x.project = p.projectId AND p.projectId = 'acme-prod'",
            2),
        Arguments.argumentSet(
            "values",
            "v.project, m.name",
            List.of(
                "(VALUES ('acme-prod'), ('acme-dev')) AS v(project)",
                "google.compute.machine_images AS m"),
            "m.project = v.project",
            2),
        Arguments.argumentSet(
            "a get that names one of many lists",
            "s.name, d.name",
            List.of("google.compute.images AS s", "google.compute.images AS d"),
            "s.project = SPLIT_PART(d.sourceImage, '/', 7)"
                + " AND s.project IN ('acme-prod', 'acme-dev', 'debian-cloud', 'cos-cloud')"
                + " AND d.project = 'acme-dev' AND d.name = 'web-base-dev'",
            2),
        Arguments.argumentSet(
            "values that are keys of a table read anyway",
            "i.name, i.status",
            List.of(
                "(VALUES ('db-golden'), ('web-base-v1')) AS v(name)", "google.compute.images AS i"),
            "i.name = v.name AND i.project = 'acme-prod'",
            1),
        Arguments.argumentSet(
            "a row of a LIMIT",
            "m.name, p.displayName",
            List.of(
                "(SELECT projectId, displayName FROM google.cloudresourcemanager.projects"
                    + " WHERE projectId IN ('acme-prod', 'acme-dev') ORDER BY 1 DESC LIMIT 1) AS p",
                "google.compute.machine_images AS m"),
            "m.project = p.projectId"
                + " AND m.project IN ('acme-prod', 'acme-dev', 'debian-cloud', 'cos-cloud')",
            3),
        Arguments.argumentSet(
            "rows that save calls only together",
            "i.name, a.k",
            List.of(
                "google.compute.images AS i",
                "(VALUES ('acme', 'x'), ('cos', 'y')) AS a(p, k)",
                "(VALUES ('x', '-dev'), ('x', '-prod')) AS b(k, s)"),
            "a.k = b.k AND i.project = a.p || b.s AND i.project IN ('acme-prod', 'acme-dev',"
                + " 'debian-cloud', 'ubuntu-os-cloud', 'cos-cloud')",
            2),
        Arguments.argumentSet(
            "a get before a list",
            "v.p, m.name",
            List.of(
                "(VALUES ('acme-prod', 'db-golden'), ('acme-dev', 'db-golden')) AS v(p, n)",
                "google.compute.machine_images AS m",
                "google.compute.images AS i"),
            "m.project = v.p AND i.project = v.p AND i.name = v.n",
            3));
  }

  @ParameterizedTest
  @MethodSource("joins")
  void isOfNoImportance(String columns, List<String> tables, String condition, int calls)
      throws SQLException {
    List<String> rows = List.of();
    List<String> sent = List.of();
    for (List<String> order : orders(tables)) {
      clouds.emulator().requests().clear();
      String sql =
          "SELECT " + columns + " FROM " + String.join(", ", order) + " WHERE " + condition;

      List<String> found = rows(sql);

      List<String> requests = clouds.emulator().requests().lines().stream().sorted().toList();
      assertThat(requests).as(sql).hasSize(calls).doesNotHaveDuplicates();
      assertThat(found).as(sql).isNotEmpty();
      if (!rows.isEmpty()) {
        assertThat(found).as(sql).isEqualTo(rows);
        assertThat(requests).as(sql).isEqualTo(sent);
      }
      rows = found;
      sent = requests;
    }
  }

  /** Lookups within lookups wait for calls, never for one another. */
  @Test
  void aChainThatMayMakeOneCallAtATimeEnds() throws SQLException {
    try (Connection one = clouds.connect(NamedConnection.STRICT.url() + ";maxConcurrency=1");
        Statement statement = one.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT COUNT(*) FROM google.vmmigration.locations AS l"
                    + " JOIN google.vmmigration.image_imports AS i"
                    + " USING (projectsId, locationsId)"
                    + " JOIN google.vmmigration.image_import_jobs AS j"
                    + " USING (projectsId, locationsId, imageImportsId)"
                    + " WHERE l.projectsId = 'acme-prod'")) {
      assertThat(result.next()).isTrue();
      assertThat(result.getInt(1)).isEqualTo(7);
    }
  }

  private static List<List<String>> orders(List<String> tables) {
    if (tables.size() < 2) {
      return List.of(tables);
    }
    List<List<String>> orders = new ArrayList<>();
    for (String first : tables) {
      List<String> others = tables.stream().filter(table -> !table.equals(first)).toList();
      for (List<String> rest : orders(others)) {
        orders.add(Stream.concat(Stream.of(first), rest.stream()).toList());
      }
    }
    return orders;
  }

  /** The rows as texts, sorted. */
  private static List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1) + " " + result.getString(2));
      }
    }
    return rows.stream().sorted().toList();
  }
}
