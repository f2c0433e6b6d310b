package dev.imago.calcite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import org.junit.jupiter.api.Test;

/** What planning throws, told without plans and code. */
final class PlanningErrorsTest {
  @Test
  void aFaultSaysItsCauseWithoutCode() {
    ImagoException error =
        PlanningErrors.translate(
            new IllegalStateException(
                "Error while compiling generated Java code:\npublic class Baz {\n}",
                new IllegalArgumentException("Unknown variable\npublic class Baz {\n}")));

    assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(error)
        .hasMessage(
            "the statement cannot be planned:"
                + " java.lang.IllegalArgumentException: Unknown variable");
  }
}
