package dev.imago.jdbc;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.jdbc.connect.ConnectionUrl;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Unwrapping;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.ShardingKeyBuilder;
import java.util.Properties;
import java.util.TreeSet;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections for programs that set a bean up: pools, report engines, containers. What is set later
 * counts for connections that are made later. Safe for any number of threads.
 *
 * <p>What may hold a secret can be set and not read, and nothing of this can be serialized or kept
 * in a directory: the password would go with it.
 */
public final class ImagoDataSource implements DataSource, Unwrapping {
  private final ImagoDriver driver;

  private volatile String url = ConnectionUrl.PREFIX;
  private volatile @Nullable String user;
  private volatile @Nullable String password;
  private volatile Properties properties = new Properties();
  private volatile int loginTimeout;
  private volatile @Nullable PrintWriter logWriter;

  /** A source of connections of the registered driver. */
  public ImagoDataSource() {
    this(
        DriverManager.drivers()
            .filter(ImagoDriver.class::isInstance)
            .map(ImagoDriver.class::cast)
            .findFirst()
            .orElseGet(ImagoDriver::new));
  }

  /** A source of connections of a given driver, for programs that embed it. */
  public ImagoDataSource(ImagoDriver driver) {
    this.driver = driver;
  }

  public String getUrl() {
    return url;
  }

  /** Takes a {@code jdbc:imago:} URL. Until then it is the one without properties. */
  public void setUrl(String url) {
    this.url = url;
  }

  public @Nullable String getUser() {
    return user;
  }

  /** Takes the user of the one configured password account; null is none. */
  public void setUser(@Nullable String user) {
    this.user = user;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  /** Takes a copy of further connection properties, which stand above those of the URL. */
  public void setProperties(@Nullable Properties properties) {
    this.properties = copy(properties == null ? new Properties() : properties);
  }

  private static Properties copy(Properties properties) {
    Properties copy = new Properties();
    properties.stringPropertyNames().forEach(name -> copy.put(name, properties.getProperty(name)));
    copy.putAll(properties);
    return copy;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  /**
   * Connects as a user.
   *
   * @throws SQLException 01S00 when the URL is for another driver, and whatever {@link
   *     ImagoDriver#connect(String, Properties)} throws
   */
  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    Properties given = copy(properties);
    put(given, ConnectionProperty.USER, user);
    put(given, ConnectionProperty.PASSWORD, password);
    Connection connection = driver.connect(url, given);
    if (connection == null) {
      throw SqlErrors.of(
          ErrorCode.UNKNOWN_PROPERTY, "the connection URL must start with " + ConnectionUrl.PREFIX);
    }
    return connection;
  }

  private static void put(
      Properties properties, ConnectionProperty property, @Nullable String value) {
    if (value != null) {
      properties.put(property.key(), value);
    }
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    throw SqlErrors.unsupported("a connection builder");
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    throw SqlErrors.unsupported("a sharding key");
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  /** Kept, and without effect: to connect makes no call. */
  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    if (seconds < 0) {
      throw SqlErrors.invalidArgument("a login time-out of " + seconds);
    }
    loginTimeout = seconds;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  /** Kept, and without effect: {@link #getParentLogger} has what is logged. */
  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    logWriter = writer;
  }

  @Override
  public Logger getParentLogger() {
    return driver.getParentLogger();
  }

  /** Names what is set, and shows no value: a URL may be mistaken for a place of secrets. */
  @Override
  public String toString() {
    return "ImagoDataSource" + new TreeSet<>(properties.stringPropertyNames());
  }
}
