package dev.imago.core.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.CallRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many requests, one stream. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ReadAheadTest {
  private final Service service = new Service();
  private final CountDownLatch testIsOver = new CountDownLatch(1);

  ReadAheadTest() throws IOException {}

  @AfterEach
  void stop() {
    testIsOver.countDown();
    service.close();
  }

  @Test
  void windowDoublesWithEachRequestThatIsRead() {
    service.answerBy(target -> Service.json("{'items': [{'name': 'a'}]}"));
    AtomicInteger pulled = new AtomicInteger();
    Iterable<ReadRequest> requests =
        () ->
            IntStream.range(0, 100)
                .mapToObj(
                    i -> {
                      pulled.incrementAndGet();
                      return Acme.images("p" + i, "name");
                    })
                .iterator();

    try (RowStream rows = service.reader().read(requests, service.statement(1000))) {
      assertThat(pulled).hasValue(0);
      rows.next();
      assertThat(pulled).hasValue(1);
      rows.next();
      assertThat(pulled).hasValue(3);
      rows.next();
      assertThat(pulled).hasValue(6);
      rows.next();
      assertThat(pulled).hasValue(3 + Service.MAX_CONCURRENCY);
      rows.next();
      assertThat(pulled).hasValue(4 + Service.MAX_CONCURRENCY);
    }
    assertThat(service.calls.calls()).hasSize(4 + Service.MAX_CONCURRENCY);
  }

  @Test
  void callsRunAtTheSameTime() {
    // Each answer of the full window waits until all of them were asked for.
    CountDownLatch allAsked = new CountDownLatch(Service.MAX_CONCURRENCY);
    service.answerBy(
        target -> {
          int project = Integer.parseInt(target.split("/", -1)[1]);
          if (project >= 3) {
            allAsked.countDown();
            allAsked.await();
          }
          return Service.json("{'items': [{'name': 'i" + project + "'}]}");
        });

    List<ReadRequest> requests =
        IntStream.range(0, 3 + Service.MAX_CONCURRENCY)
            .mapToObj(i -> Acme.images(Integer.toString(i), "name"))
            .toList();

    assertThat(service.rows(requests)).hasSize(3 + Service.MAX_CONCURRENCY);
  }

  @Test
  void readerThatStopsEarlyStartsOneCall() {
    service.answerBy(target -> Service.json("{'items': [{'name': 'a'}, {'name': 'b'}]}"));

    try (RowStream rows = service.open(Acme.images("p1", "name"), Acme.images("p2", "name"))) {
      rows.next();
    }

    assertThat(service.onlyCall().rowCount()).isEqualTo(1);
    assertThat(service.onlyCall().error()).isEmpty();
  }

  @Test
  void callsThatAreNotNeededAreWrittenDownOnce() {
    service.answerBy(target -> Service.json("{'items': [{'name': 'a'}]}"));

    try (RowStream rows =
        service.open(
            Acme.images("p1", "name"), Acme.images("p2", "name"), Acme.images("p3", "name"))) {
      rows.next();
      rows.next();
    }

    assertThat(service.calls.calls()).extracting(CallRecord::seq).containsExactly(1L, 2L, 3L);
    assertThat(service.calls.calls().get(2).error()).contains("its rows were not needed");
  }

  @Test
  void failureEndsTheCallsAhead() {
    service.answerBy(
        target ->
            target.startsWith("projects/p2/")
                ? new MockResponse.Builder().code(500).build()
                : Service.json("{'items': [{'name': 'a'}]}"));

    RowStream rows =
        service.open(
            Acme.images("p1", "name"), Acme.images("p2", "name"), Acme.images("p3", "name"));
    rows.next();

    assertThatThrownBy(rows::next).isInstanceOf(ImagoException.class);
    assertThat(rows.next()).isNull();
    assertThat(service.calls.calls()).extracting(CallRecord::seq).containsExactly(1L, 2L, 3L);
  }

  @Test
  void readerCanBeUsedAfterAFailure() {
    service.answer(501, "").answer("{'items': [{'name': 'a'}]}");

    assertThatThrownBy(() -> service.rows(Acme.images("p", "name")))
        .isInstanceOf(ImagoException.class);

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");
  }

  @Test
  void failureToSendAheadWaitsForItsTurn() {
    service.statement(2);
    service.answerBy(target -> Service.json("{'items': [{'name': 'a'}]}"));

    try (RowStream rows =
        service.open(
            Acme.images("p1", "name"), Acme.images("p2", "name"), Acme.images("p3", "name"))) {
      assertThat(rows.next()).isNotNull();
      assertThat(rows.next()).isNotNull();
      assertThatThrownBy(rows::next)
          .isInstanceOfSatisfying(
              ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_CALLS));
    }
    assertThat(service.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void cancelEndsTheWaitForAnAnswer() throws Exception {
    CountDownLatch isAsked = new CountDownLatch(1);
    service.answerBy(
        target -> {
          isAsked.countDown();
          testIsOver.await();
          return Service.json("{}");
        });

    assertCancelIsQuick(service.open(Acme.images("p", "name")), isAsked);
    assertThat(service.onlyCall().status()).isEmpty();
  }

  @Test
  void cancelEndsTheWaitForTheRestOfABody() throws Exception {
    CountDownLatch isStarted = new CountDownLatch(1);
    service.server.enqueue(
        new MockResponse.Builder()
            .body(
                body(
                    sink -> {
                      sink.writeUtf8("{\"items\": [");
                      sink.flush();
                      isStarted.countDown();
                      await(testIsOver);
                    }))
            .build());

    assertCancelIsQuick(service.open(Acme.images("p", "name")), isStarted);
    assertThat(service.onlyCall().error()).contains("the statement was cancelled");
  }

  @Test
  void cancelEndsTheWaitForTheTextOfAnError() throws Exception {
    CountDownLatch isStarted = new CountDownLatch(1);
    service.server.enqueue(
        new MockResponse.Builder()
            .code(500)
            .body(
                body(
                    sink -> {
                      sink.writeUtf8("{");
                      sink.flush();
                      isStarted.countDown();
                      await(testIsOver);
                    }))
            .build());

    assertCancelIsQuick(service.open(Acme.images("p", "name")), isStarted);
  }

  @Test
  void closedReaderEndsTheBodiesThatAreRead() throws Exception {
    CountDownLatch isStarted = new CountDownLatch(1);
    service.server.enqueue(
        new MockResponse.Builder()
            .body(
                body(
                    sink -> {
                      sink.writeUtf8("{\"items\": [{}");
                      sink.flush();
                      isStarted.countDown();
                      await(testIsOver);
                    }))
            .build());
    RowStream rows = service.open(Acme.images("p", "name"));
    rows.next();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> next = thread.submit(rows::next);
      isStarted.await();

      service.services().close();

      assertThatThrownBy(() -> next.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ImagoException.class);
    } finally {
      thread.shutdownNow();
    }
  }

  private void assertCancelIsQuick(RowStream rows, CountDownLatch isWaiting) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> next = thread.submit(rows::next);
      isWaiting.await();
      long start = System.nanoTime();
      service.cancellation.cancel(ErrorCode.CANCELLED);
      ExecutionException failure =
          catchThrowableOfType(ExecutionException.class, () -> next.get(5, TimeUnit.SECONDS));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
      assertThat(millis).isLessThan(100);
      assertThat(rows.next()).isNull();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void cancelledStatementSendsNothing() {
    service.cancellation.cancel(ErrorCode.TIMED_OUT);

    RowStream rows = service.open(Acme.images("p", "name"));

    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TIMED_OUT));
    assertThat(service.calls.calls()).isEmpty();
  }

  @Test
  void rowsComeWhileTheBodyIsStillBeingSent() {
    int rowCount = 300_000;
    CountDownLatch firstRowIsRead = new CountDownLatch(1);
    service.server.enqueue(
        new MockResponse.Builder()
            .body(
                body(
                    sink -> {
                      sink.writeUtf8("{\"items\": [");
                      for (int i = 0; i < rowCount; i++) {
                        sink.writeUtf8(i == 0 ? "" : ",");
                        sink.writeUtf8("{\"name\": \"image-").writeDecimalLong(i);
                        sink.writeUtf8("\", \"description\": \"passed over\"}");
                        if (i == 1000) {
                          // The body cannot end before a row of it was read.
                          sink.flush();
                          await(firstRowIsRead);
                        }
                      }
                      sink.writeUtf8("]}");
                    }))
            // Its length is not known ahead: the body ends with the connection.
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    try (RowStream rows = service.open(Acme.images("p", "name"))) {
      assertThat(rows.next()).containsExactly("image-0");
      firstRowIsRead.countDown();
      for (int i = 1; i < rowCount; i++) {
        rows.next();
      }
      assertThat(rows.next()).isNull();
    }
    assertThat(service.onlyCall().rowCount()).isEqualTo(rowCount);
  }

  @Test
  void restOfAnEndlessBodyIsNotRead() {
    service.server.enqueue(
        new MockResponse.Builder()
            .body(
                body(
                    sink -> {
                      sink.writeUtf8("{\"items\": [{\"name\": \"a\"}");
                      while (testIsOver.getCount() > 0) {
                        sink.writeUtf8(",{\"name\": \"more\"}");
                      }
                    }))
            .build());

    assertThat(service.rows(Acme.limited(Acme.images("p", "name"), 1))).containsExactly("[a]");
    assertThat(service.onlyCall().rowCount()).isEqualTo(1);
  }

  @Test
  void threadsEndWithTheReader() throws Exception {
    AtomicReference<@Nullable Thread> caller = new AtomicReference<>();
    Thread thread;
    try (Service ended =
        new Service(
            (request, parameters) -> {
              caller.set(Thread.currentThread());
              return request;
            })) {
      ended.answer("{}");
      ended.rows(Acme.images("p", "name"));
      thread = requireNonNull(caller.get());
      assertThat(thread.isDaemon()).isTrue();
    }

    thread.join(TimeUnit.SECONDS.toMillis(5));
    assertThat(thread.isAlive()).isFalse();
    // While it makes a call, a thread has the call's name.
    assertThat(thread.getName()).startsWith("imago-http-");
  }

  @Test
  void closedReaderReadsNothing() {
    service.services().close();

    assertThatThrownBy(() -> service.rows(Acme.images("p", "name")))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OBJECT_CLOSED));
  }

  private interface Writer {
    void writeTo(BufferedSink sink) throws IOException;
  }

  private static MockResponseBody body(Writer writer) {
    return new MockResponseBody() {
      @Override
      public long getContentLength() {
        return -1;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        writer.writeTo(sink);
      }
    };
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
