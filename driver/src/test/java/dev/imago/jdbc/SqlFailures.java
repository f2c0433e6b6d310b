package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on what JDBC calls throw. */
final class SqlFailures {
  private SqlFailures() {}

  /** Runs what must fail with that SQLState, and gives the exception. */
  static SQLException failure(String sqlState, ThrowingCallable action) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(SQLException.class);
    SQLException failure = (SQLException) thrown;
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(sqlState);
    return failure;
  }
}
