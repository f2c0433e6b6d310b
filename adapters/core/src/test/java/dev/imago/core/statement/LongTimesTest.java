package dev.imago.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.pace.SystemTimer;
import dev.imago.core.pace.Waiting;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Times that are longer than nanoseconds can count. */
@Timeout(30)
class LongTimesTest {
  private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE);

  private final Cancellation cancellation = new Cancellation();

  @Test
  void anEndThatIsFarAwayLeavesMuchTime() {
    cancellation.endsAfter(LONGEST);

    assertThat(cancellation.remaining())
        .hasValueSatisfying(left -> assertThat(left).isGreaterThan(Duration.ofDays(36500)));
  }

  @Test
  void aLongPauseEndsWithItsStatement() {
    CompletableFuture<Void> pause =
        CompletableFuture.runAsync(() -> Pause.of(LONGEST, cancellation));

    cancellation.cancel(ErrorCode.CANCELLED);

    assertThatThrownBy(pause::join).hasRootCauseMessage("the statement was cancelled");
  }

  @Test
  void aPartMayHaveAllTheTime() {
    cancellation.endsAfter(LONGEST);
    StatementContext whole =
        new StatementContext(1, cancellation, new CallBudget(1), new CallLog(), warning -> {});
    try (TimedPart part = new TimedPart(whole, LONGEST)) {
      assertThat(part.isOver()).isFalse();
      assertThat(part.context().cancellation().remaining()).isPresent();
    }
  }

  @Test
  void aTimerTakesALongWait() {
    try (SystemTimer timer = new SystemTimer()) {
      Waiting waiting = timer.after(LONGEST, () -> {});
      waiting.leave();
    }
  }
}
