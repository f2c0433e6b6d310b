package dev.imago.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutcomesTest {
  private final Outcomes outcomes = new Outcomes();

  @Test
  void succeedsUnlessScripted() {
    outcomes.script("a", Outcome.endless());

    assertThat(outcomes.next("b")).isEqualTo(new Outcome.Success());
  }

  @Test
  void givesEachOutcomeOnceInOrder() {
    outcomes.script("a", Outcome.failure(503, "BUSY", "Try again."));
    outcomes.script("a", Outcome.endless());

    assertThat(outcomes.next("a"))
        .isEqualTo(new Outcome.Failure(new OperationFailure(503, "BUSY", "Try again.")));
    assertThat(outcomes.next("a")).isEqualTo(new Outcome.Endless());
    assertThat(outcomes.next("a")).isEqualTo(new Outcome.Success());
  }
}
