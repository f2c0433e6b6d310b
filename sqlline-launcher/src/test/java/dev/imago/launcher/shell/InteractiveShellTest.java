package dev.imago.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.arguments.ArgumentParser;
import dev.imago.launcher.arguments.Arguments;
import dev.imago.launcher.arguments.UsageException;
import dev.imago.launcher.connect.Target;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InteractiveShellTest {
  private static final Map<String, String> NONE = Map.of();

  @Test
  void keepsAnswersForAMinute() throws Exception {
    assertThat(cacheTtl(InteractiveShell.withDefaults(NONE))).isEqualTo("60s");
    assertThat(cacheTtl(NONE)).isEqualTo("0s");
  }

  @Test
  void keepsThemForAsLongAsItIsTold() throws Exception {
    assertThat(cacheTtl(InteractiveShell.withDefaults(NONE), "-p", "cacheTtl=0s")).isEqualTo("0s");
    assertThat(cacheTtl(InteractiveShell.withDefaults(NONE), "-u", "jdbc:imago:cacheTtl=5s"))
        .isEqualTo("5s");
    assertThat(cacheTtl(InteractiveShell.withDefaults(Map.of("IMAGO_CACHE_TTL", "7s"))))
        .isEqualTo("7s");
  }

  private static String cacheTtl(Map<String, String> environment, String... words)
      throws IOException, SQLException {
    try (Target target = Target.open(arguments(words), environment);
        Connection connection = target.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT \"value\" FROM imago.system.properties WHERE name = 'cacheTtl'")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Arguments arguments(String... words) {
    try {
      return ArgumentParser.parse(List.of(words));
    } catch (UsageException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
