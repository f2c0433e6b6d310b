package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.jdbc.contract.Warnings;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RunningExecutionTest {
  private final Warnings ofStatement = new Warnings();
  private final RunningExecution execution = new RunningExecution(ofStatement);

  @Test
  void namesTheStopThatBrokeItAndKeepsTheBreak() {
    IllegalStateException broken = new IllegalStateException("the planner gave up");
    execution.cancellation().cancel(ErrorCode.TIMED_OUT);

    SQLException failure = execution.failure(broken);

    assertThat(failure.getSQLState()).isEqualTo("HYT00");
    assertThat(failure.getCause()).hasSuppressedException(broken);
  }

  @Test
  void namesTheFailureWhenNobodyStoppedIt() {
    SQLException failure =
        execution.failure(new ImagoException(ErrorCode.FORBIDDEN, "not for you"));

    assertThat(failure.getSQLState()).isEqualTo("42501");
  }

  @Test
  void sendsWarningsToTheResultOnceThereIsOne() {
    Warnings ofResult = new Warnings();
    execution.accept("while it is planned");
    execution.warnTo(ofResult);
    execution.accept("while rows are read");

    assertThat((Throwable) ofStatement.first()).hasMessage("while it is planned");
    assertThat((Throwable) ofResult.first()).hasMessage("while rows are read");
  }

  @Test
  void needsNoTimeoutAnyMoreWhenItHasEnded() {
    CompletableFuture<String> timeout = new CompletableFuture<>();
    execution.timeout(timeout);

    execution.ended();

    assertThat(timeout).isCancelled();
  }
}
