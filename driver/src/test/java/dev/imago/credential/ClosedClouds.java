package dev.imago.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.jdbc.ImagoDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The demo's clouds, closed to whoever has no credential, and a driver that goes there. */
final class ClosedClouds implements AutoCloseable {
  /** Nobody has it, but as long as there is one the clouds look at what they are given. */
  private static final String UNUSED = "unused";

  private final Path folder;
  private final Clock clock;
  private final Emulator emulator;
  private final ImagoDriver driver = new ImagoDriver(null, Map.of());

  /**
   * Starts them.
   *
   * @param folder for key files
   * @param cloudClock the clouds' time
   * @param clock the driver's
   */
  ClosedClouds(Path folder, Clock cloudClock, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      emulator =
          Emulator.start(EmulatorConfig.builder().clock(cloudClock).validTokens(UNUSED).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Emulator emulator() {
    return emulator;
  }

  String url(String path) {
    return emulator.baseUrl() + path;
  }

  /** The path of a file with the key of the demo's service account. */
  String keyFile(String provider) {
    return file(provider + ".json", emulator.keyFile(provider));
  }

  String file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Connection connect(Map<String, String> properties) throws SQLException {
    return driver.connect("jdbc:imago:", properties, emulator.demoDefaults(), clock);
  }

  /** Connects, runs the query and goes. */
  List<String> rows(Map<String, String> properties, String sql) throws SQLException {
    try (Connection connection = connect(properties)) {
      return rows(connection, sql);
    }
  }

  /** The first column of each row. */
  static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  /** How many requests for a token have arrived. */
  long tokenRequests(Login login) {
    return emulator.requests().lines().stream()
        .filter(line -> login.hasTokens() && line.startsWith(login.tokenRequest()))
        .count();
  }

  /** Runs what must fail with that SQLState, and gives the message. */
  static String failure(String sqlState, ThrowingCallable action) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(SQLException.class);
    assertThat(((SQLException) thrown).getSQLState()).as(thrown.toString()).isEqualTo(sqlState);
    return String.valueOf(thrown.getMessage());
  }

  @Override
  public void close() {
    emulator.close();
  }
}
