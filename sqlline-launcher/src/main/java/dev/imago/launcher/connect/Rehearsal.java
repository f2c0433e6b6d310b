package dev.imago.launcher.connect;

import dev.imago.core.provider.ProviderRegistry;
import dev.imago.jdbc.ImagoDriver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** Has classes loaded that the first statement of a process needs. */
final class Rehearsal {
  /** It reads no description of a service. */
  private static final String STATEMENT =
      "SELECT name FROM imago.system.properties WHERE name > '' ORDER BY name LIMIT 1";

  private Rehearsal() {}

  /**
   * Plans a statement in a connection of its own, which knows nothing of the user's. No call is
   * made.
   */
  static void planStatement(ProviderRegistry providers) {
    ImagoDriver driver = new ImagoDriver(providers, Map.of());
    try (Connection connection =
            driver.connect("jdbc:imago:", Map.of(), Map.of(), Clock.systemUTC());
        PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
      statement.clearParameters();
    } catch (SQLException failure) {
      throw new IllegalStateException("a statement that is always valid", failure);
    }
  }
}
