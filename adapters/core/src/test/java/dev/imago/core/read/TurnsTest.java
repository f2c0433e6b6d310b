package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.cache.AnswerCache;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.page.PagedRows.Ahead;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallRecord;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order in which the pages of several accounts are read. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TurnsTest {
  private final Service service = new Service();
  private final SharedReads shared = new SharedReads(1 << 20);

  /** What an answer waits for, by project and page. */
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

  private final Map<String, CountDownLatch> asked = new ConcurrentHashMap<>();
  private int pages = 3;

  TurnsTest() throws IOException {
    service.answerBy(this::answer);
  }

  @AfterEach
  void stop() {
    gates.values().forEach(CountDownLatch::countDown);
    shared.close();
    service.close();
  }

  @Test
  void pagesAreReadInTurns() {
    assertThat(rest(open(Ahead.ONE_PAGE, 3)))
        .containsExactly("0-1", "0-2", "1-1", "2-1", "0-3", "1-2", "2-2", "1-3", "2-3");
    assertThat(service.calls.calls()).hasSize(9);
  }

  @Test
  void readerThatMayStopReadsOneAccountAfterTheOther() {
    assertThat(rest(open(Ahead.NOTHING, 2)))
        .containsExactly("0-1", "0-2", "0-3", "1-1", "1-2", "1-3");
  }

  @Test
  void readerThatStopsAfterTheFirstPageHasSentOneCall() {
    try (RowStream rows = open(Ahead.ONE_PAGE, 3)) {
      assertThat(rows.next()).containsExactly("0-1");
    }
    assertThat(service.calls.calls()).hasSize(1);
  }

  @Test
  void readerThatComesToTheSecondPageHasAllAccountsUnderWay() {
    try (RowStream rows = open(Ahead.ONE_PAGE, 20)) {
      assertThat(take(rows, 2)).containsExactly("0-1", "0-2");
    }
    int others = service.reader().maxConcurrency() - 1;
    assertThat(service.calls.calls()).hasSize(3 + others);
  }

  @ParameterizedTest
  @EnumSource(Ahead.class)
  void lateAccountHoldsNoOtherUp(Ahead ahead) {
    pages = 1;
    CountDownLatch late = gate("1-1");
    RowStream rows = open(ahead, 100);

    List<String> others = take(rows, 99);
    late.countDown();

    assertThat(others).hasSize(99).doesNotContain("1-1");
    assertThat(rest(rows)).containsExactly("1-1");
  }

  @ParameterizedTest
  @EnumSource(Ahead.class)
  void firstAccountHoldsNoOtherUpEither(Ahead ahead) {
    pages = 1;
    CountDownLatch late = gate("0-1");
    RowStream rows = open(ahead, 100);

    List<String> others = take(rows, 99);
    late.countDown();

    assertThat(others).hasSize(99).doesNotContain("0-1");
    assertThat(rest(rows)).containsExactly("0-1");
  }

  @Test
  void accountThatIsLateWithEachPageHoldsNoOtherUp() {
    List<CountDownLatch> late = List.of(gate("0-2"), gate("0-3"));
    RowStream rows = open(Ahead.ONE_PAGE, 20);

    List<String> first = take(rows, 1 + 19 * 3);
    late.forEach(CountDownLatch::countDown);

    assertThat(first).startsWith("0-1").doesNotContain("0-2");
    assertThat(rest(rows)).containsExactly("0-2", "0-3");
  }

  @Test
  void answerThatIsHardlyLateKeepsItsTurn() throws InterruptedException {
    pages = 1;
    CountDownLatch late = gate("1-1");
    RowStream rows = open(Ahead.ONE_PAGE, 3);
    assertThat(take(rows, 1)).containsExactly("0-1");
    Thread opener =
        new Thread(
            () -> {
              await(asked("2-1"));
              late.countDown();
            });
    opener.start();

    assertThat(rest(rows)).containsExactly("1-1", "2-1");
    opener.join();
  }

  @Test
  void failureIsThrownWhileAnotherIsLate() {
    gate("1-1");
    RowStream rows =
        read(
            Ahead.ONE_PAGE,
            List.of(
                Acme.images("0", "name"), Acme.images("1", "name"), Acme.images("bad", "name")));
    take(rows, 2);

    assertThatThrownBy(() -> rest(rows))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
    assertThat(service.calls.calls())
        .extracting(CallRecord::seq)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void cancelEndsTheWaitForAll() throws Exception {
    assertWaitEnds(
        thread -> service.cancellation.cancel(ErrorCode.CANCELLED), "the statement was cancelled");
  }

  @Test
  void interruptEndsTheWaitForAll() throws Exception {
    assertWaitEnds(Thread::interrupt, "interrupted");
  }

  /** While two accounts are late with the only answers that are under way. */
  private void assertWaitEnds(Consumer<Thread> stop, String message) throws Exception {
    gate("0-2");
    gate("1-1");
    RowStream rows = open(Ahead.ONE_PAGE, 2);
    take(rows, 1);
    FutureTask<List<String>> reading = new FutureTask<>(() -> rest(rows));
    Thread thread = ReadingThread.begin(reading);
    await(asked("1-1"));

    stop.accept(thread);

    assertThatThrownBy(() -> reading.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ImagoException.class)
        .hasMessageContaining(message);
    thread.join();
  }

  /** A statement that waits for several answers waits for each of them. */
  @Test
  void othersShareAnAnswerThatIsWaitedForWithOthers() throws Exception {
    pages = 1;
    List<CountDownLatch> late = List.of(gate("1-1"), gate("2-1"));
    AnswerCache cache = new AnswerCache(Duration.ofMinutes(1), 1 << 20, System::nanoTime);
    TableReader reader = new TableReader(service.services(), Optional.of(cache));
    RowStream rows =
        reader.read(projects(3), service.statement(), shared, Sharing.NONE, Ahead.ONE_PAGE);
    take(rows, 1);
    FutureTask<List<String>> first = new FutureTask<>(() -> rest(rows));
    FutureTask<List<String>> second =
        new FutureTask<>(
            () -> rest(reader.read(List.of(Acme.images("2", "name")), service.statement())));
    Thread leader = ReadingThread.begin(first);
    Thread follower = ReadingThread.begin(second);

    late.forEach(CountDownLatch::countDown);

    assertThat(first.get()).containsExactly("1-1", "2-1");
    assertThat(second.get()).containsExactly("2-1");
    assertThat(service.server.getRequestCount()).isEqualTo(3);
    leader.join();
    follower.join();
  }

  /** Each of them would wait for the late answer that the other one wants. */
  @Test
  void lateAccountHoldsNeitherOfTwoStatementsUpThatShareAnswers() throws Exception {
    pages = 1;
    CountDownLatch late = gate("1-1");
    AnswerCache cache = new AnswerCache(Duration.ofMinutes(1), 1 << 20, System::nanoTime);
    TableReader reader = new TableReader(service.services(), Optional.of(cache));
    List<RowStream> streams = new ArrayList<>();
    List<FutureTask<List<String>>> others = new ArrayList<>();
    List<SharedReads> sharedByEach = List.of(shared, new SharedReads(1 << 20));
    for (SharedReads sharedByOne : sharedByEach) {
      StatementContext context =
          new StatementContext(
              8, service.cancellation, new CallBudget(100), service.calls, warning -> {});
      RowStream rows =
          reader.read(projects(20), context, sharedByOne, Sharing.NONE, Ahead.ONE_PAGE);
      streams.add(rows);
      others.add(new FutureTask<>(() -> take(rows, 19)));
    }

    others.forEach(reading -> new Thread(reading, "statement").start());

    for (FutureTask<List<String>> reading : others) {
      assertThat(reading.get()).hasSize(19).doesNotContain("1-1");
    }
    late.countDown();
    for (RowStream rows : streams) {
      assertThat(rest(rows)).containsExactly("1-1");
    }
    sharedByEach.get(1).close();
  }

  /** One row a page, with the project and the page as its name. */
  private MockResponse answer(String target) throws InterruptedException {
    String project = target.split("/", -1)[1];
    if (project.equals("bad")) {
      return new MockResponse.Builder().code(403).body("{}").build();
    }
    int page =
        target.contains("pageToken=") ? target.charAt(target.indexOf("pageToken=") + 10) - '0' : 1;
    String name = project + "-" + page;
    asked(name).countDown();
    CountDownLatch gate = gates.get(name);
    if (gate != null) {
      gate.await();
    }
    String next = page < pages ? ", 'nextPageToken': '" + (page + 1) + "'" : "";
    return Service.json("{'items': [{'name': '" + name + "'}]" + next + "}");
  }

  private CountDownLatch gate(String name) {
    return gates.computeIfAbsent(name, key -> new CountDownLatch(1));
  }

  private CountDownLatch asked(String name) {
    return asked.computeIfAbsent(name, key -> new CountDownLatch(1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private RowStream open(Ahead ahead, int projects) {
    return read(ahead, projects(projects));
  }

  private static List<ReadRequest> projects(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Acme.images(Integer.toString(i), "name"))
        .toList();
  }

  private RowStream read(Ahead ahead, List<ReadRequest> requests) {
    return service.reader().read(requests, service.statement(), shared, Sharing.NONE, ahead);
  }

  private static List<String> take(RowStream rows, int count) {
    List<String> taken = new ArrayList<>();
    while (taken.size() < count) {
      @Nullable Object[] row = rows.next();
      taken.add(String.valueOf(Objects.requireNonNull(row)[0]));
    }
    return taken;
  }

  private static List<String> rest(RowStream rows) {
    List<String> rest = new ArrayList<>();
    for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
      rest.add(String.valueOf(row[0]));
    }
    return rest;
  }
}
