package dev.imago.core.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.pace.Pace.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final MovableTimer timer = new MovableTimer();
  private final List<Long> gone = new ArrayList<>();

  @Test
  void noLimitHoldsNothingBack() {
    enter(new Pace(0, timer), 5000);

    assertThat(gone).hasSize(5000);
    assertThat(timer.waiting()).isZero();
  }

  @Test
  void inNoSecondMoreGoThanTheLimit() {
    Pace pace = new Pace(3, timer);

    enter(pace, 2);
    timer.pass(Duration.ofMillis(900));
    enter(pace, 6);
    timer.pass(Duration.ofSeconds(10));

    assertThat(gone).containsExactly(0L, 0L, 900L, 1000L, 1000L, 1900L, 2000L, 2000L);
  }

  @Test
  void restGivesNoCredit() {
    Pace pace = new Pace(3, timer);

    timer.pass(Duration.ofMinutes(1));
    enter(pace, 7);

    assertThat(gone).hasSize(3);
  }

  @Test
  void whoLeavesTheLineDoesNotGo() {
    Pace pace = new Pace(1, timer);

    enter(pace, 1);
    List<Turn> waiting = enter(pace, 2);
    waiting.get(0).leave();
    timer.pass(SECOND);

    assertThat(gone).containsExactly(0L, 1000L);
    timer.pass(SECOND);
    assertThat(timer.waiting()).isZero();
  }

  @Test
  void leavingAfterGoingDoesNothing() {
    Pace pace = new Pace(1, timer);

    enter(pace, 1).get(0).leave();
    enter(pace, 1);

    assertThat(gone).hasSize(1);
  }

  @Test
  void refusalHalvesTheLimit() {
    Pace pace = new Pace(8, timer);

    pace.refused(enter(pace, 8).get(7));
    timer.pass(SECOND);
    enter(pace, 8);

    assertThat(gone).hasSize(12);
  }

  @Test
  void refusalHalvesWhatWentWhereThereIsNoLimit() {
    Pace pace = new Pace(0, timer);

    pace.refused(enter(pace, 60).get(59));
    timer.pass(SECOND);
    enter(pace, 100);

    assertThat(gone).hasSize(60 + 30);
  }

  @Test
  void fewCallsAreNoHasteWhereThereIsNoLimit() {
    Pace pace = new Pace(0, timer);

    pace.refused(enter(pace, 1).get(0));
    timer.pass(SECOND);
    enter(pace, 100);

    assertThat(gone).hasSize(1 + 10);
  }

  @Test
  void callsThatWereUnderWayHalveItOnce() {
    Pace pace = new Pace(8, timer);

    enter(pace, 8).forEach(pace::refused);
    timer.pass(SECOND);
    List<Turn> later = enter(pace, 8);
    assertThat(gone).hasSize(12);

    pace.refused(later.get(0));
    timer.pass(SECOND);

    assertThat(gone).hasSize(14);
  }

  @Test
  void neverLessThanOneASecond() {
    Pace pace = new Pace(1, timer);

    pace.refused(enter(pace, 1).get(0));
    enter(pace, 3);
    timer.pass(Duration.ofSeconds(3));

    assertThat(gone).containsExactly(0L, 1000L, 2000L, 3000L);
  }

  @Test
  void successesRaiseTheLimitUpToWhatWasSet() {
    Pace pace = new Pace(4, timer);

    pace.refused(enter(pace, 4).get(3));
    timer.pass(SECOND);
    IntStream.range(0, 4).forEach(i -> pace.succeeded());
    enter(pace, 4);
    assertThat(gone).hasSize(4 + 3);

    IntStream.range(0, 100).forEach(i -> pace.succeeded());
    timer.pass(SECOND);
    enter(pace, 10);
    assertThat(gone).hasSize(4 + 3 + 4);
  }

  @Test
  void accountsDoNotHoldUpEachOther() {
    Paces paces = new Paces(provider -> provider.equals("acme") ? 1 : 0, timer);
    Account one = new Account("acme", "one");

    assertThat(paces.of(one)).isSameAs(paces.of(new Account("acme", "one")));
    enter(paces.of(one), 2);
    assertThat(gone).hasSize(1);
    enter(paces.of(new Account("acme", "two")), 2);
    assertThat(gone).hasSize(2);
    enter(paces.of(new Account("other", "one")), 2);
    assertThat(gone).hasSize(4);
  }

  /** Enters calls that write down when they go, in milliseconds. */
  private List<Turn> enter(Pace pace, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> pace.enter(turn -> gone.add(timer.nanoTime() / 1_000_000)))
        .toList();
  }
}
