package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.cache.AnswerCache;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.page.PagedRows.Ahead;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okhttp3.HttpUrl;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements that ask the same at the same time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class JoinedReadsTest {
  private static final ReadRequest NAMES = Acme.images("p", "name");
  private static final MockResponse TWO = Service.json("{'items': [{'name': 'a'}, {'name': 'b'}]}");
  private static final MockResponse REFUSED =
      new MockResponse.Builder().code(403).body("{}").build();

  private final Service service = new Service();
  private final AnswerCache cache =
      new AnswerCache(Duration.ofMinutes(1), 1 << 20, System::nanoTime);
  private final TableReader reader = new TableReader(service.services(), Optional.of(cache));
  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  JoinedReadsTest() throws IOException {}

  @AfterEach
  void stop() {
    gate.countDown();
    service.close();
  }

  @Test
  void oneCallIsMadeForAllThatAskWhileItIsUnderWay() throws Exception {
    answerBehindTheGate(TWO);
    Statement first = begin(NAMES);
    Statement second = begin(NAMES);
    Statement tighter = begin(Acme.limited(NAMES, 1));

    gate.countDown();

    assertThat(first.rows()).containsExactly("[a]", "[b]");
    assertThat(second.rows()).containsExactly("[a]", "[b]");
    assertThat(tighter.rows()).containsExactly("[a]");
    assertThat(requests).hasValue(1);
    assertThat(logged()).containsExactlyInAnyOrder("miss 1x 2", "shared 0x 2", "shared 0x 1");
  }

  @Test
  void whatAsksForMoreMakesItsOwnCall() throws Exception {
    answerBehindTheGate(TWO, TWO);
    Statement narrow = begin(NAMES);
    Statement wide = begin(Acme.images("p", "name", "family"));
    Statement other = begin(Acme.images("q", "name"));

    gate.countDown();

    assertThat(narrow.rows()).hasSize(2);
    assertThat(wide.rows()).containsExactly("[a, null]", "[b, null]");
    assertThat(other.rows()).hasSize(2);
    assertThat(logged()).containsExactly("miss 1x 2", "miss 1x 2", "miss 1x 2");
  }

  @Test
  void whileOthersWaitTheFirstReadsOnToTheLastPage() throws Exception {
    answerBehindTheGate(Service.json("{'items': [{'name': 'x'}], 'nextPageToken': 't'}"), TWO);
    Statement first = new Statement();
    first.begin(() -> firstRow(NAMES, first, Ahead.ONE_PAGE));
    Statement second = begin(NAMES);

    gate.countDown();

    assertThat(first.rows()).containsExactly("[x]");
    assertThat(second.rows()).containsExactly("[x]", "[a]", "[b]");
    assertThat(requests).hasValue(2);
  }

  /** It has calls for its own rows alone. */
  @Test
  void whatMayStopAtAnyRowIsNotWaitedFor() throws Exception {
    int pages = 20;
    service.answerBy(
        target -> {
          int request = requests.getAndIncrement();
          if (request == 0) {
            gate.await();
          }
          String page = HttpUrl.get("http://acme/" + target).queryParameter("pageToken");
          int number = page == null ? 1 : Integer.parseInt(page);
          String next = number == pages ? "" : ", 'nextPageToken': '" + (number + 1) + "'";
          return Service.json("{'items': [{'name': 'n" + number + "'}]" + next + "}");
        });
    Statement few = new Statement(1);
    few.begin(() -> firstRow(NAMES, few, Ahead.NOTHING));
    awaitFirstRequest();
    Statement all = begin(NAMES);

    assertThat(all.rows()).hasSize(pages).startsWith("[n1]", "[n2]").endsWith("[n" + pages + "]");
    gate.countDown();

    assertThat(few.rows()).containsExactly("[n1]");
    assertThat(requests).hasValue(1 + pages);
    assertThat(logged()).hasSize(1 + pages).containsOnly("miss 1x 1");
  }

  @Test
  void whatMayStopAtAnyRowWaitsForOthers() throws Exception {
    answerBehindTheGate(TWO);
    Statement all = begin(NAMES);
    Statement few = new Statement(1);
    few.begin(() -> firstRow(NAMES, few, Ahead.NOTHING));

    gate.countDown();

    assertThat(all.rows()).hasSize(2);
    assertThat(few.rows()).containsExactly("[a]");
    assertThat(requests).hasValue(1);
    assertThat(logged()).containsExactlyInAnyOrder("miss 1x 2", "shared 0x 1");
  }

  /** One call has all, so nothing more is asked for. */
  @Test
  void whatMayStopButHasOnePageIsWaitedFor() throws Exception {
    answerBehindTheGate(Service.json("{'name': 'x'}"));
    ReadRequest get = Acme.image("p", "x", "name");
    Statement first = new Statement(1);
    first.begin(() -> firstRow(get, first, Ahead.NOTHING));
    Statement second = new Statement(1);
    second.begin(() -> firstRow(get, second, Ahead.NOTHING));
    Statement third = new Statement(1);
    third.begin(() -> firstRow(Acme.limited(NAMES, 1), third, Ahead.NOTHING));

    gate.countDown();

    assertThat(first.rows()).containsExactly("[x]");
    assertThat(second.rows()).containsExactly("[x]");
    assertThat(third.rows()).containsExactly("null");
    assertThat(requests).hasValue(2);
  }

  @Test
  void answerIsSharedInTheMiddleOfItsBody() throws Exception {
    CountDownLatch isAtSecondRow = new CountDownLatch(1);
    service.answerBy(
        target -> {
          requests.incrementAndGet();
          return inTwoParts("{\"items\": [{\"name\": \"a\"},", " {\"name\": \"b\"}]}");
        });
    Statement first = new Statement();
    FutureTask<List<String>> reading =
        new FutureTask<>(
            () -> {
              SharedReads shared = new SharedReads(1 << 20);
              try (shared;
                  RowStream rows =
                      reader.read(
                          List.of(NAMES), first.context, shared, Sharing.NONE, Ahead.ONE_PAGE)) {
                List<String> names = new ArrayList<>();
                names.add(Arrays.toString(rows.next()));
                isAtSecondRow.countDown();
                names.add(Arrays.toString(rows.next()));
                return names;
              }
            });
    Thread thread = new Thread(reading, "statement");
    thread.start();
    isAtSecondRow.await();
    ReadingThread.awaitIn(thread, "readOn");
    Statement second = begin(NAMES);

    gate.countDown();

    assertThat(reading.get()).containsExactly("[a]", "[b]");
    assertThat(second.rows()).containsExactly("[a]", "[b]");
    assertThat(requests).hasValue(1);
  }

  /** A body whose second part waits behind the gate. */
  private MockResponse inTwoParts(String one, String two) {
    return new MockResponse.Builder()
        .body(
            new MockResponseBody() {
              @Override
              public long getContentLength() {
                return (long) one.length() + two.length();
              }

              @Override
              public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8(one).flush();
                try {
                  gate.await();
                } catch (InterruptedException e) {
                  throw new IOException(e);
                }
                sink.writeUtf8(two);
              }
            })
        .build();
  }

  @Test
  void whenTheFirstFailsOneOfTheOthersCalls() throws Exception {
    answerBehindTheGate(REFUSED, TWO);
    Statement first = begin(NAMES);
    Statement second = begin(NAMES);
    Statement third = begin(NAMES);

    gate.countDown();

    assertThat(first.failure()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(second.rows()).containsExactly("[a]", "[b]");
    assertThat(third.rows()).containsExactly("[a]", "[b]");
    assertThat(requests).hasValue(2);
  }

  @Test
  void whatIsRefusedIsRefusedToEach() throws Exception {
    answerBehindTheGate(REFUSED);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      statements.add(begin(NAMES));
    }

    gate.countDown();

    for (Statement statement : statements) {
      assertThat(statement.failure()).isEqualTo(ErrorCode.FORBIDDEN);
    }
    assertThat(requests).hasValue(5);
  }

  @Test
  void whenTheFirstIsStoppedAnotherCalls() throws Exception {
    service.answerBy(
        target -> {
          if (requests.incrementAndGet() == 1) {
            gate.await();
          }
          return TWO;
        });
    Statement first = begin(NAMES);
    awaitFirstRequest();
    Statement second = begin(NAMES);

    first.cancellation.cancel(ErrorCode.TIMED_OUT);

    assertThat(first.failure()).isEqualTo(ErrorCode.TIMED_OUT);
    assertThat(second.rows()).containsExactly("[a]", "[b]");
  }

  @Test
  void whoeverWaitsCanBeStoppedAlone() throws Exception {
    answerBehindTheGate(TWO);
    Statement first = begin(NAMES);
    Statement second = begin(NAMES);

    second.cancellation.cancel(ErrorCode.CANCELLED);

    assertThat(second.failure()).isEqualTo(ErrorCode.CANCELLED);
    gate.countDown();
    assertThat(first.rows()).containsExactly("[a]", "[b]");
    assertThat(requests).hasValue(1);
  }

  /** Whoever reads both on one thread would wait for itself. */
  @Test
  void readThatIsAtRestIsNotWaitedFor() {
    service
        .answer("{'items': [{'name': 'a'}], 'nextPageToken': 't'}")
        .answer("{'items': [{'name': 'a'}, {'name': 'b'}]}");
    Statement first = new Statement();
    Statement second = new Statement();
    try (RowStream resting = open(NAMES, first, Ahead.ONE_PAGE)) {
      assertThat(resting.next()).containsExactly("a");

      assertThat(rows(open(NAMES, second, Ahead.ONE_PAGE))).containsExactly("[a]", "[b]");
    }
    assertThat(service.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void whatWasAskedBeforeAChangeServesNobodyAfterIt() throws Exception {
    answerBehindTheGate(TWO);
    Statement before = begin(NAMES);
    cache.drop("acme");
    Statement after = begin(NAMES);

    gate.countDown();

    assertThat(before.rows()).hasSize(2);
    assertThat(after.rows()).hasSize(2);
    assertThat(logged()).containsExactly("miss 1x 2", "miss 1x 2");
  }

  @Test
  void whatTheFirstIsWarnedAboutEachIsWarnedAbout() throws Exception {
    answerBehindTheGate(Service.json("{'items': [{'name': 'a', 'creationTimestamp': 'soon'}]}"));
    ReadRequest times = Acme.images("p", "creationTimestamp");
    Statement first = begin(times);
    Statement second = begin(times);

    gate.countDown();

    assertThat(first.rows()).containsExactly("[null]");
    assertThat(second.rows()).containsExactly("[null]");
    assertThat(first.warnings).hasSize(1);
    assertThat(second.warnings).hasSize(1);
  }

  @Test
  void withoutACacheEachAsksAnew() throws Exception {
    answerBehindTheGate(TWO);
    Statement first = new Statement();
    Statement second = new Statement();
    for (Statement statement : List.of(first, second)) {
      statement.begin(() -> rows(service.reader().read(List.of(NAMES), statement.context)));
    }

    gate.countDown();

    assertThat(first.rows()).hasSize(2);
    assertThat(second.rows()).hasSize(2);
    assertThat(requests).hasValue(2);
  }

  /** The answers in turn, the last one again and again, when the gate is open. */
  private void answerBehindTheGate(MockResponse... answers) {
    service.answerBy(
        target -> {
          int request = requests.getAndIncrement();
          gate.await();
          return answers[Math.min(request, answers.length - 1)];
        });
  }

  /** The first call that is made is the first that arrives. */
  private void awaitFirstRequest() {
    while (requests.get() == 0) {
      Thread.onSpinWait();
    }
  }

  /** Returns when the statement waits: for its call, or for another one's. */
  private Statement begin(ReadRequest request) {
    Statement statement = new Statement();
    statement.begin(() -> rows(open(request, statement, Ahead.ONE_PAGE)));
    return statement;
  }

  private RowStream open(ReadRequest request, Statement statement, Ahead ahead) {
    return reader.read(
        List.of(request), statement.context, new SharedReads(1 << 20), Sharing.NONE, ahead);
  }

  private List<String> firstRow(ReadRequest request, Statement statement, Ahead ahead) {
    try (RowStream rows = open(request, statement, ahead)) {
      return List.of(Arrays.toString(rows.next()));
    }
  }

  private static List<String> rows(RowStream stream) {
    List<String> rows = new ArrayList<>();
    try (stream) {
      for (@Nullable Object[] row = stream.next(); row != null; row = stream.next()) {
        rows.add(Arrays.toString(row));
      }
    }
    return rows;
  }

  private List<String> logged() {
    return service.calls.calls().stream()
        .map(call -> call.cache() + " " + call.attempts() + "x " + call.rowCount())
        .toList();
  }

  /** One statement on a thread of its own. */
  private final class Statement {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final StatementContext context;

    private FutureTask<List<String>> reading = new FutureTask<>(List::of);

    Statement() {
      this(100);
    }

    Statement(long maxCalls) {
      context =
          new StatementContext(
              1, cancellation, new CallBudget(maxCalls), service.calls, warnings::add);
    }

    void begin(Callable<List<String>> read) {
      reading = new FutureTask<>(read);
      ReadingThread.begin(reading);
    }

    List<String> rows() throws InterruptedException, ExecutionException {
      return reading.get();
    }

    ErrorCode failure() throws InterruptedException {
      try {
        throw new AssertionError("no failure but " + reading.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ImagoException failure) {
          return failure.code();
        }
        throw new AssertionError(e);
      }
    }
  }
}
