package dev.imago.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults are told in a line, and logged whole. */
final class InternalErrorsTest {
  private final Logger logger = Logger.getLogger(InternalErrors.class.getName());
  private final List<LogRecord> records = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          records.add(logged);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setLevel(Level.FINE);
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setLevel(null);
  }

  @Test
  void aFaultIsLoggedWithItsCause() {
    Throwable fault =
        new IllegalStateException(
            "Error while compiling\npublic class Baz {\n}", new ArithmeticException("deep"));

    ImagoException error = InternalErrors.of("the statement cannot go on", fault);

    assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(error)
        .hasMessage("the statement cannot go on: java.lang.ArithmeticException: deep")
        .hasCause(fault);
    assertThat(records)
        .singleElement()
        .satisfies(
            logged -> {
              assertThat(logged.getLevel()).isEqualTo(Level.FINE);
              assertThat(logged.getMessage()).isEqualTo("the statement cannot go on");
              assertThat(logged.getThrown()).isSameAs(fault);
            });
  }

  @Test
  void aFaultIsNotLoggedAbove() {
    logger.setLevel(Level.INFO);

    assertThat(InternalErrors.of("the statement cannot go on", new AssertionError("x")).code())
        .isEqualTo(ErrorCode.INTERNAL);
    assertThat(records).isEmpty();
  }
}
