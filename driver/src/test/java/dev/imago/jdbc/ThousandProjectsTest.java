package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One query of a thousand projects, three of which the caller may not look into. */
@Timeout(60)
class ThousandProjectsTest {
  private static final int PROJECTS = 1000;
  private static final int IMAGES_OF_EACH = 3;
  private static final List<String> FORBIDDEN = List.of("fleet-17", "fleet-500", "fleet-999");
  private static final String PERMISSION = "compute.images.list";
  private static final String QUERY =
      IntStream.range(0, PROJECTS)
          .mapToObj(number -> "'fleet-" + number + "'")
          .collect(
              Collectors.joining(
                  ", ", "SELECT project FROM google.compute.images WHERE project IN (", ")"));

  private Emulator emulator;

  @BeforeEach
  void start() throws IOException {
    emulator =
        Emulator.start(
            EmulatorConfig.builder().lockedProjects(FORBIDDEN.toArray(String[]::new)).build());
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void strictNamesAProjectAndThePermissionThatIsMissing() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> read(statement.executeQuery(QUERY)));

      assertThat((Throwable) failure).isInstanceOf(SQLSyntaxErrorException.class);
      assertThat(failure.getSQLState()).isEqualTo("42501");
      String message = String.valueOf(failure.getMessage());
      assertThat(message).contains(PERMISSION);
      assertThat(FORBIDDEN).filteredOn(message::contains).hasSize(1);
    }
  }

  @Test
  void partialHasTheOthersAndAWarningForEach() throws SQLException {
    try (Connection connection = connect("partial=true");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      List<String> projects = read(rows);

      Set<String> distinct = new HashSet<>(projects);
      assertThat(projects).hasSize((PROJECTS - FORBIDDEN.size()) * IMAGES_OF_EACH);
      assertThat(distinct)
          .hasSize(PROJECTS - FORBIDDEN.size())
          .doesNotContainAnyElementsOf(FORBIDDEN);
      assertThat(warnings(rows))
          .hasSameSizeAs(FORBIDDEN)
          .zipSatisfy(
              FORBIDDEN,
              (warning, project) -> {
                assertThat(warning.getSQLState()).isEqualTo("42501");
                assertThat(warning.getMessage()).contains(project, PERMISSION);
              });
      assertThat(emulator.requests().lines()).doesNotHaveDuplicates().hasSize(PROJECTS);
    }
  }

  private Connection connect(String properties) throws SQLException {
    return new ImagoDriver(null, Map.of())
        .connect("jdbc:imago:" + properties, Map.of(), emulator.demoDefaults(), emulator.clock());
  }

  private static List<String> read(ResultSet rows) throws SQLException {
    List<String> projects = new ArrayList<>();
    while (rows.next()) {
      projects.add(rows.getString(1));
    }
    return projects;
  }

  private static List<SQLWarning> warnings(ResultSet rows) throws SQLException {
    List<SQLWarning> warnings = new ArrayList<>();
    for (SQLWarning next = rows.getWarnings(); next != null; next = next.getNextWarning()) {
      warnings.add(next);
    }
    return warnings;
  }
}
