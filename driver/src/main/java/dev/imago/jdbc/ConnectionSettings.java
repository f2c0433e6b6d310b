package dev.imago.jdbc;

import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Warnings;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What can be set on a connection. There are no transactions: each call of an API stands for
 * itself. Tools that commit or roll back are left in peace; nothing happens.
 */
abstract class ConnectionSettings extends UnsupportedObjects {
  private final Warnings warnings = new Warnings();
  private final boolean alwaysReadOnly;
  private volatile boolean autoCommit = true;
  private volatile boolean readOnly;
  private volatile int holdability = ResultSet.HOLD_CURSORS_OVER_COMMIT;
  private volatile int networkTimeout;

  /**
   * @param alwaysReadOnly whether {@link #setReadOnly} cannot lift the refusal of mutations
   */
  ConnectionSettings(boolean alwaysReadOnly) {
    this.alwaysReadOnly = alwaysReadOnly;
  }

  /**
   * Returns quietly unless the connection is closed.
   *
   * @throws SQLException 08003
   */
  final void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("connection");
    }
  }

  @Override
  public abstract boolean isClosed();

  final Warnings warnings() {
    return warnings;
  }

  @Override
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.first();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }

  @Override
  public final boolean getAutoCommit() throws SQLException {
    checkOpen();
    return autoCommit;
  }

  /** Kept, and without effect. */
  @Override
  public final void setAutoCommit(boolean autoCommit) throws SQLException {
    checkOpen();
    this.autoCommit = autoCommit;
  }

  /** Does nothing: every mutation is final when its API has answered. */
  @Override
  public final void commit() throws SQLException {
    checkOpen();
  }

  /** Does nothing: what an API has done cannot be taken back. */
  @Override
  public final void rollback() throws SQLException {
    checkOpen();
  }

  /** Whether every mutation is refused: by the property, or since {@link #setReadOnly}. */
  @Override
  public final boolean isReadOnly() throws SQLException {
    checkOpen();
    return alwaysReadOnly || readOnly;
  }

  /**
   * Refuses every mutation from now on, or allows them again. The property {@code readOnly} cannot
   * be lifted; an attempt is a warning and no error, because pools set false unasked.
   */
  @Override
  public final void setReadOnly(boolean readOnly) throws SQLException {
    checkOpen();
    if (alwaysReadOnly && !readOnly) {
      warnings.add("the connection stays read-only, because the property readOnly says so");
    }
    this.readOnly = readOnly;
    refuseMutations(readOnly);
  }

  /** Tells what runs the statements whether it is to refuse mutations. */
  abstract void refuseMutations(boolean refuse);

  @Override
  public final int getTransactionIsolation() throws SQLException {
    checkOpen();
    return TRANSACTION_NONE;
  }

  /** Without effect: there are no transactions. */
  @Override
  public final void setTransactionIsolation(int level) throws SQLException {
    checkOpen();
    switch (level) {
      case TRANSACTION_NONE,
          TRANSACTION_READ_UNCOMMITTED,
          TRANSACTION_READ_COMMITTED,
          TRANSACTION_REPEATABLE_READ,
          TRANSACTION_SERIALIZABLE -> {}
      default -> throw SqlErrors.invalidArgument("there is no isolation level " + level);
    }
  }

  @Override
  public final int getHoldability() throws SQLException {
    checkOpen();
    return holdability;
  }

  /** Kept, and without effect: a commit closes nothing. */
  @Override
  public final void setHoldability(int holdability) throws SQLException {
    checkOpen();
    checkHoldability(holdability);
    this.holdability = holdability;
  }

  /**
   * Notes a wish for a result set of a kind that there is not; the statement is made all the same,
   * as JDBC wants it.
   */
  final void checkWishes(int type, int concurrency, int holdability) throws SQLException {
    checkOpen();
    checkHoldability(holdability);
    switch (type) {
      case ResultSet.TYPE_FORWARD_ONLY -> {}
      case ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.TYPE_SCROLL_SENSITIVE ->
          warnings.add("result sets are read forward only");
      default -> throw SqlErrors.invalidArgument("there is no result set type " + type);
    }
    switch (concurrency) {
      case ResultSet.CONCUR_READ_ONLY -> {}
      case ResultSet.CONCUR_UPDATABLE -> warnings.add("result sets are read-only");
      default -> throw SqlErrors.invalidArgument("there is no concurrency " + concurrency);
    }
  }

  private static void checkHoldability(int holdability) throws SQLException {
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT
        && holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw SqlErrors.invalidArgument("there is no holdability " + holdability);
    }
  }

  @Override
  public final int getNetworkTimeout() throws SQLException {
    checkOpen();
    return networkTimeout;
  }

  /** Kept, and without effect: calls have their own time-outs. */
  @Override
  public final void setNetworkTimeout(@Nullable Executor executor, int milliseconds)
      throws SQLException {
    checkOpen();
    if (milliseconds < 0) {
      throw SqlErrors.invalidArgument("a network time-out of " + milliseconds);
    }
    networkTimeout = milliseconds;
  }

  @Override
  public final Map<String, Class<?>> getTypeMap() throws SQLException {
    checkOpen();
    return Map.of();
  }

  @Override
  public final void setTypeMap(@Nullable Map<String, Class<?>> types) throws SQLException {
    checkOpen();
    if (types != null && !types.isEmpty()) {
      throw SqlErrors.unsupported("a map of types");
    }
  }

  @Override
  public final Properties getClientInfo() throws SQLException {
    checkOpen();
    return new Properties();
  }

  @Override
  public final @Nullable String getClientInfo(@Nullable String name) throws SQLException {
    checkOpen();
    return null;
  }

  /** Ignored with a warning, as JDBC wants it for a name that is not known. */
  @Override
  public final void setClientInfo(@Nullable String name, @Nullable String value)
      throws SQLClientInfoException {
    checkOpenForClientInfo(name == null ? "null" : name);
    warnings.add("the client info " + name + " is not used");
  }

  @Override
  public final void setClientInfo(@Nullable Properties values) throws SQLClientInfoException {
    checkOpenForClientInfo("any");
    if (values != null) {
      for (String name : values.stringPropertyNames()) {
        setClientInfo(name, values.getProperty(name));
      }
    }
  }

  private void checkOpenForClientInfo(String name) throws SQLClientInfoException {
    if (isClosed()) {
      Map<String, ClientInfoStatus> failed = new HashMap<>();
      failed.put(name, ClientInfoStatus.REASON_UNKNOWN);
      throw SqlErrors.logged(
          new SQLClientInfoException(
              "the connection is closed", ErrorCode.OBJECT_CLOSED.sqlState(), failed));
    }
  }

  /** What {@link Connection#createStatement()} asks for. */
  final int defaultHoldability() {
    return holdability;
  }
}
