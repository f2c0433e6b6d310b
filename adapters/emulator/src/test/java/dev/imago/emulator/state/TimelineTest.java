package dev.imago.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  private final SteppingClock clock = new SteppingClock();
  private final Timeline timeline = new Timeline(clock);
  private final List<String> done = new ArrayList<>();

  @Test
  void changesAfterReadsOfWhatIsConcerned() {
    timeline.plan(Set.of("a"), 1, Duration.ofHours(1), () -> done.add("changed"));

    timeline.beforeRead("b"::equals);
    timeline.beforeRead("b"::equals);
    timeline.beforeRead("a"::equals);
    assertThat(done).isEmpty();
    timeline.beforeRead("a"::equals);
    assertThat(done).containsExactly("changed");
    timeline.beforeRead("a"::equals);
    assertThat(done).containsExactly("changed");
  }

  @Test
  void changesWhenTheTimeHasCome() {
    timeline.plan(Set.of("a"), 100, Duration.ofSeconds(10), () -> done.add("changed"));

    clock.now = clock.now.plusSeconds(9);
    timeline.beforeRead("a"::equals);
    assertThat(done).isEmpty();
    clock.now = clock.now.plusSeconds(1);
    timeline.beforeRead("a"::equals);
    assertThat(done).containsExactly("changed");
  }

  @Test
  void makesChangesThatAreDueBeforeWritesWithoutCountingThemAsReads() {
    timeline.plan(Set.of("a"), 0, Duration.ofSeconds(10), () -> done.add("changed"));

    timeline.beforeWrite();
    timeline.beforeWrite();
    assertThat(done).isEmpty();
    clock.now = clock.now.plusSeconds(10);
    timeline.beforeWrite();
    timeline.beforeWrite();
    assertThat(done).containsExactly("changed");
  }

  @Test
  void goesThroughChangesOneByOne() {
    timeline.plan(
        Set.of("a"),
        0,
        Duration.ofHours(1),
        () -> {
          done.add("first");
          timeline.plan(Set.of("a"), 0, Duration.ofHours(1), () -> done.add("second"));
        });

    timeline.beforeRead("a"::equals);
    assertThat(done).containsExactly("first");
    timeline.beforeRead("a"::equals);
    assertThat(done).containsExactly("first", "second");
  }

  private static final class SteppingClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("The emulator tells the time in UTC");
    }
  }
}
