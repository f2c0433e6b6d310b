package dev.imago.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.arguments.ArgumentParser;
import dev.imago.launcher.arguments.Arguments;
import dev.imago.launcher.connect.Target;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SessionDriverTest {
  private static final String URL = "imago:jdbc:imago:";

  @Test
  void givesTheOpenConnectionFirstAndThenOthers() throws Exception {
    Arguments arguments = ArgumentParser.parse(List.of("-p", "google.project=acme"));
    try (Target target = Target.open(arguments, Map.of());
        Connection open = target.connect()) {
      SessionDriver driver = new SessionDriver(URL, open, target::connect);

      assertThat(driver.acceptsURL("jdbc:imago:")).isFalse();
      assertThat(driver.connect("jdbc:imago:", new Properties())).isNull();
      assertThat(driver.connect(URL, new Properties())).isSameAs(open);
      try (Connection other = driver.connect(URL, new Properties())) {
        assertThat(other).isNotNull().isNotSameAs(open);
      }
    }
  }
}
