package dev.imago.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StatementWatchTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final StatementWatch watch = new StatementWatch(now::get);

  @Test
  void measuresTheFirstRowAndTheWhole() {
    pass(Duration.ofMillis(20));
    watch.row();
    pass(Duration.ofMillis(30));
    watch.row();
    pass(Duration.ofNanos(1_999_999));

    assertThat(
            TimingLine.of(watch, watch.elapsedMillis(), new CallTotals(2, 1, 3, 400, 5, 1, true)))
        .isEqualTo("rows=2 calls=2 pages=1 cached=3 bytes=400 first_row_ms=20 total_ms=51");
  }

  @Test
  void saysWhatThereWasNotAndWhatIsALowerBound() {
    watch.changed(5);

    assertThat(TimingLine.of(watch, 7, new CallTotals(10_000, 10_000, 0, 1, 0, 0, false)))
        .isEqualTo("rows=5 calls=10000+ pages=10000+ cached=0+ bytes=1+ first_row_ms=- total_ms=7");
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
