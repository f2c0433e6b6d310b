package dev.imago.launcher.shell;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives a shell, which can only connect through a URL, the connections of the command line: with
 * the sample clouds, and with properties that the shell knows nothing of.
 */
final class SessionDriver implements Driver {

  /** Opens a further connection. */
  @FunctionalInterface
  interface Opening {
    Connection connect() throws SQLException;
  }

  private final String url;
  private final AtomicReference<@Nullable Connection> first;
  private final Opening opening;

  /**
   * @param url the one that it answers to
   * @param first the connection to begin with
   * @param opening what gives the others
   */
  SessionDriver(String url, Connection first, Opening opening) {
    this.url = url;
    this.first = new AtomicReference<>(first);
    this.opening = opening;
  }

  @Override
  public boolean acceptsURL(String asked) {
    return asked.equals(url);
  }

  @Override
  public @Nullable Connection connect(String asked, Properties properties) throws SQLException {
    if (!acceptsURL(asked)) {
      return null;
    }
    Connection open = first.getAndSet(null);
    return open == null ? opening.connect() : open;
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String asked, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("dev.imago");
  }
}
