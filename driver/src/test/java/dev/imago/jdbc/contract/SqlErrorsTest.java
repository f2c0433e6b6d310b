package dev.imago.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlErrorsTest {
  private static final Map<ErrorCode, Class<? extends SQLException>> CLASSES =
      Map.ofEntries(
          Map.entry(ErrorCode.SYNTAX, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.TABLE_NOT_FOUND, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.COLUMN_NOT_FOUND, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.PARAMETER_NOT_BOUND, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.INVALID_STATEMENT, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.NOT_CONFIGURED, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.OUTPUT_ONLY_COLUMN, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.FORBIDDEN, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.PARENT_ABSENT, SQLSyntaxErrorException.class),
          Map.entry(ErrorCode.NOT_SUPPORTED, SQLFeatureNotSupportedException.class),
          Map.entry(ErrorCode.INVALID_VALUE, SQLDataException.class),
          Map.entry(ErrorCode.INVALID_DATETIME, SQLDataException.class),
          Map.entry(ErrorCode.VALUE_OUT_OF_RANGE, SQLDataException.class),
          Map.entry(ErrorCode.NOT_CONVERTIBLE, SQLDataException.class),
          Map.entry(ErrorCode.DIVISION_BY_ZERO, SQLDataException.class),
          Map.entry(ErrorCode.COMPUTATION_FAILED, SQLDataException.class),
          Map.entry(ErrorCode.OBJECT_CLOSED, SQLNonTransientConnectionException.class),
          Map.entry(ErrorCode.UNAUTHENTICATED, SQLInvalidAuthorizationSpecException.class),
          Map.entry(ErrorCode.ALREADY_EXISTS, SQLIntegrityConstraintViolationException.class),
          Map.entry(ErrorCode.THROTTLED, SQLTransientException.class),
          Map.entry(ErrorCode.CANNOT_CONNECT, SQLTransientConnectionException.class),
          Map.entry(ErrorCode.CONNECTION_LOST, SQLTransientConnectionException.class),
          Map.entry(ErrorCode.OUTCOME_UNKNOWN, SQLNonTransientConnectionException.class),
          Map.entry(ErrorCode.TIMED_OUT, SQLTimeoutException.class));

  @ParameterizedTest
  @EnumSource
  void keepsStateMessageAndCauseInTheFittingClass(ErrorCode code) {
    ImagoException failure = new ImagoException(code, "what happened");

    SQLException error = SqlErrors.of(failure);

    assertThat((Throwable) error)
        .isExactlyInstanceOf(CLASSES.getOrDefault(code, SQLException.class))
        .hasMessage("what happened")
        .hasCause(failure);
    assertThat(error.getSQLState()).isEqualTo(code.sqlState());
  }

  /** This is how the tests of the driver find a secret in an exception, whoever catches it. */
  @ParameterizedTest
  @EnumSource
  void logsEachWithItsCause(ErrorCode code) {
    ImagoException failure = new ImagoException(code, "what happened");

    List<LogRecord> logged = loggedBy(() -> SqlErrors.of(failure));

    assertThat(logged).hasSize(1);
    assertThat(logged.get(0).getLevel()).isEqualTo(Level.FINE);
    assertThat(logged.get(0).getMessage()).isEqualTo(code.sqlState() + ": what happened");
    assertThat(logged.get(0).getThrown()).hasMessage("what happened").hasCause(failure);
  }

  @Test
  void logsWhatIsNotSupported() {
    assertThat(loggedBy(() -> SqlErrors.unsupported("this")))
        .singleElement()
        .extracting(LogRecord::getMessage)
        .isEqualTo("0A000: this is not supported");
  }

  @Test
  void logsAnExceptionOnce() {
    SQLException known = SqlErrors.unsupported("this");

    assertThat(loggedBy(() -> SqlErrors.of(known))).isEmpty();
  }

  @Test
  void givesAStateToFaultsThatNobodyForesaw() {
    SQLException error = SqlErrors.of(new IllegalStateException("broken"));

    assertThat(error.getSQLState()).isEqualTo("XX000");
    assertThat((Throwable) error).hasMessageContaining("broken");
  }

  @Test
  void leavesSqlExceptionsAsTheyAre() {
    SQLException known = SqlErrors.unsupported("this");

    assertThat((Throwable) SqlErrors.of(known)).isSameAs(known);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(
            () ->
                SqlErrors.translate(
                    () -> {
                      throw known;
                    }))
        .isSameAs(known);
  }

  private static List<LogRecord> loggedBy(Runnable work) {
    Logger logger = Logger.getLogger(SqlErrors.class.getName());
    List<LogRecord> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Level usual = logger.getLevel();
    logger.addHandler(handler);
    logger.setLevel(Level.FINE);
    try {
      work.run();
    } finally {
      logger.setLevel(usual);
      logger.removeHandler(handler);
    }
    return logged;
  }
}
