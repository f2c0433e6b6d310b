package dev.imago.jdbc.contract;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns a failure into the {@link SQLException} that JDBC has for it: the subclass follows from the
 * SQLState, and an SQLState is never missing. Each is logged at {@link Level#FINE}, with its
 * causes, because programs and tools often show less of it than it says.
 */
public final class SqlErrors {
  private static final Logger LOG = Logger.getLogger(SqlErrors.class.getName());

  private SqlErrors() {}

  /** Work that may fail in the engine or in JDBC. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T run() throws SQLException;
  }

  /** Runs work; whatever it fails with becomes an {@link SQLException}. */
  public static <T extends @Nullable Object> T translate(Work<T> work) throws SQLException {
    try {
      return work.run();
    } catch (RuntimeException failure) {
      throw of(failure);
    }
  }

  /** The exception for a failure, which stays its cause. */
  public static SQLException of(Throwable failure) {
    if (failure instanceof SQLException known && known.getSQLState() != null) {
      return known;
    }
    if (failure instanceof ImagoException known) {
      return create(String.valueOf(known.getMessage()), known.code(), known);
    }
    return create("internal error: " + failure, ErrorCode.INTERNAL, failure);
  }

  public static SQLException of(ErrorCode code, String message) {
    return create(message, code, null);
  }

  public static SQLException of(ErrorCode code, String message, Throwable cause) {
    return create(message, code, cause);
  }

  /** 08003: the connection or statement was closed. */
  public static SQLException closed(String what) {
    return of(ErrorCode.OBJECT_CLOSED, "the " + what + " is closed");
  }

  /** 24000: the result set was closed. */
  public static SQLException closedResult() {
    return of(ErrorCode.CURSOR_STATE, "the result set is closed");
  }

  /** 0A000: JDBC has it, this driver has not. */
  public static SQLFeatureNotSupportedException unsupported(String what) {
    return logged(
        new SQLFeatureNotSupportedException(
            what + " is not supported", ErrorCode.NOT_SUPPORTED.sqlState()));
  }

  /** 22023: an argument of a JDBC call that has no meaning. */
  public static SQLException invalidArgument(String message) {
    return of(ErrorCode.INVALID_VALUE, message);
  }

  /**
   * Logs an exception that is made elsewhere, as all that are made here are.
   *
   * @return the same
   */
  public static <T extends SQLException> T logged(T exception) {
    LOG.log(Level.FINE, exception, () -> exception.getSQLState() + ": " + exception.getMessage());
    return exception;
  }

  private static SQLException create(String message, ErrorCode code, @Nullable Throwable cause) {
    return logged(unlogged(message, code, cause));
  }

  private static SQLException unlogged(String message, ErrorCode code, @Nullable Throwable cause) {
    String state = code.sqlState();
    if (code == ErrorCode.TIMED_OUT) {
      return new SQLTimeoutException(message, state, cause);
    }
    return switch (state.substring(0, 2)) {
      case "08" ->
          code.isTransient()
              ? new SQLTransientConnectionException(message, state, cause)
              : new SQLNonTransientConnectionException(message, state, cause);
      case "0A" -> new SQLFeatureNotSupportedException(message, state, cause);
      case "22" -> new SQLDataException(message, state, cause);
      case "23" -> new SQLIntegrityConstraintViolationException(message, state, cause);
      case "28" -> new SQLInvalidAuthorizationSpecException(message, state, cause);
      case "42" -> new SQLSyntaxErrorException(message, state, cause);
      default ->
          code.isTransient()
              ? new SQLTransientException(message, state, cause)
              : new SQLException(message, state, cause);
    };
  }
}
