package dev.imago.calcite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.Cancellation;
import org.junit.jupiter.api.Test;

/** What running code throws, told without the code. */
final class ExecutionErrorsTest {
  private static final String CODE = "public class Baz {\n  Object current() {}\n}";

  @Test
  void aFaultSaysItsCauseWithoutCode() {
    ImagoException error =
        translated(
            new IllegalStateException(
                "Error while running generated Java code:\n" + CODE,
                new ClassCastException("a Long is no String\n" + CODE)));

    assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(error)
        .hasMessage(
            "the statement cannot go on: java.lang.ClassCastException: a Long is no String");
  }

  @Test
  void aComputationSaysOneLineOfWhatItFailsOn() {
    ImagoException error = translated(new IllegalArgumentException("a value is odd\n" + CODE));

    assertThat(error.code()).isEqualTo(ErrorCode.COMPUTATION_FAILED);
    assertThat(error).hasMessage("a value is odd");
  }

  @Test
  void brokenCodeIsAFaultAndItsTextIsCut() {
    ImagoException error = translated(new VerifyError("Bad type\n" + CODE));

    assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(error)
        .hasMessage("the statement cannot go on: java.lang.VerifyError: Bad type")
        .hasCauseInstanceOf(VerifyError.class);
  }

  @Test
  void aLongLineIsCut() {
    ImagoException error = translated(new ClassCastException("x".repeat(1000)));

    assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(error.getMessage()).endsWith("xxx...").hasSizeLessThan(300);
  }

  @Test
  void whatStoppedAStatementIsToldUnlessTheErrorSaysMore() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel(ErrorCode.CANCELLED);
    ImagoException unknown = new ImagoException(ErrorCode.OUTCOME_UNKNOWN, "perhaps it was done");

    assertThat(ExecutionErrors.translate(unknown, cancellation)).isSameAs(unknown);
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> ExecutionErrors.translate(new IllegalStateException(), cancellation))
        .extracting(ImagoException::code)
        .isEqualTo(ErrorCode.CANCELLED);
  }

  private static ImagoException translated(Throwable failure) {
    return ExecutionErrors.translate(failure, new Cancellation());
  }
}
