package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.CallRules;
import dev.imago.core.pace.Backoff;
import dev.imago.core.statement.CallRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads whose calls fail at first. */
@Timeout(30)
class RepetitionTest {
  private static final String GOOD = "{'items': [{'name': 'a'}]}";
  private static final String NOT_THERE =
      "{\"code\": \"NO_SUCH\", \"text\": \"No 'projects/p/global/images/a'\"}";

  private static final String TWO_ROWS = "{'items': [{'name': 'a'}, {'name': 'b'}]}";

  private final Service service = new Service();

  RepetitionTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void statusThatMayPassIsNotTheEnd(int status) {
    service.answer(status, "busy").answer(status, "busy").answer(GOOD);

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");

    assertThat(service.onlyCall())
        .returns(3, CallRecord::attempts)
        .returns(OptionalInt.of(200), CallRecord::status)
        .returns(1L, CallRecord::rowCount);
    assertThat(service.onlyCall().error()).isEmpty();
    // OkHttp itself repeats a 408 of a read once, at once.
    assertThat(service.timer.waits())
        .hasSize(status == 408 ? 1 : 2)
        .allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 501})
  void statusThatStaysIsTheEnd(int status) {
    service.answer(status, "{\"code\": \"OWN\", \"text\": \"No.\"}");

    assertThat(fail()).hasMessageNotContaining("tried");
    assertThat(service.onlyCall().attempts()).isEqualTo(1);
    assertThat(service.timer.waits()).isEmpty();
  }

  @Test
  void ownCodeForTooManyCallsIsNotTheEnd() {
    service.answer(400, "{\"code\": \"SLOW_DOWN\", \"text\": \"Too fast.\"}").answer(GOOD);

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");
    assertThat(service.onlyCall().attempts()).isEqualTo(2);
  }

  @Test
  void ownCodeCountsBeforeAStatusThatMayPass() {
    service.answer(503, "{\"code\": \"NO_SUCH\", \"text\": \"No project.\"}");

    assertThat(fail().code()).isEqualTo(ErrorCode.PARENT_ABSENT);
    assertThat(service.onlyCall().attempts()).isEqualTo(1);
  }

  @Test
  void connectionThatIsLostBeforeTheAnswerIsNotTheEnd() {
    service.server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    service.answer(GOOD);

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");
    assertThat(service.onlyCall().attempts()).isEqualTo(2);
  }

  @Test
  void silenceIsWaitedForTwice() throws IOException {
    CallRules impatient =
        new CallRules(
            1,
            provider -> 0,
            new Backoff(Duration.ZERO, new Random(1)),
            Duration.ofMillis(100),
            1 << 20);
    try (Service silent = new Service((request, parameters) -> request, impatient)) {
      silent.answerAlways(
          new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES).body("{}").build());

      ImagoException failure =
          catchThrowableOfType(ImagoException.class, () -> silent.rows(Acme.images("p", "name")));

      assertThat(failure.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
      assertThat(failure).hasMessageContaining("tried 2 times");
    }
  }

  @Test
  void serviceSaysHowLongToWait() {
    busyFor("7");
    service.answer(GOOD);

    service.rows(Acme.images("p", "name"));

    assertThat(service.timer.waits()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void serviceSaysUntilWhenToWait() {
    busyFor(
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(60).atOffset(ZoneOffset.UTC)));
    service.answer(GOOD);

    service.rows(Acme.images("p", "name"));

    assertThat(service.timer.waits())
        .singleElement()
        .satisfies(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61)));
  }

  @Test
  void serviceThatAsksForTooLongAWaitIsAway() {
    busyFor("3600");

    assertThat(fail())
        .hasMessageContaining("tried once, not again, because the service asks to wait 3600 s");
    assertThat(service.onlyCall().attempts()).isEqualTo(1);
  }

  @Test
  void noWaitOutlastsTheStatement() {
    service.cancellation.endsAfter(Duration.ofSeconds(20));
    busyFor("5");
    busyFor("30");

    ImagoException failure = fail();

    assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
    assertThat(failure)
        .hasMessageContaining(
            "tried 2 times, not again, because the statement's time-out would come first");
    assertThat(service.timer.waits()).containsExactly(Duration.ofSeconds(5));
  }

  private void busyFor(String retryAfter) {
    service.server.enqueue(
        new MockResponse.Builder().code(503).setHeader("Retry-After", retryAfter).build());
  }

  @Test
  void callsOfAnAccountWaitForTheirTurn() throws IOException {
    CallRules slow =
        CallRules.of(1, provider -> provider.equals("acme") ? 1 : 0, Duration.ofSeconds(1));
    try (Service paced = new Service((request, parameters) -> request, slow)) {
      paced.answer("{'items': [{'name': 'a'}], 'nextPageToken': 't'}").answer(GOOD).answer(GOOD);

      assertThat(paced.rows(Acme.images("p", "name"), Acme.images("q", "name"))).hasSize(3);
      assertThat(paced.timer.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
  }

  @Test
  void pageTwoIsRepeatedAlone() {
    service
        .answer("{'items': [{'name': 'a'}], 'nextPageToken': 't'}")
        .answer(503, "busy")
        .answer("{'items': [{'name': 'b'}]}");

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]", "[b]");
    assertThat(service.calls.calls()).extracting(CallRecord::attempts).containsExactly(1, 2);
    assertThat(service.target()).doesNotContain("pageToken");
    assertThat(service.target()).contains("pageToken=t").isEqualTo(service.target());
  }

  @Test
  void bodyThatBreaksOffIsReadOnFromTheNextAnswer() {
    breaksOff(TWO_ROWS, 25);
    service.answer(TWO_ROWS);

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]", "[b]");
    assertThat(service.onlyCall())
        .returns(2, CallRecord::attempts)
        .returns((long) TWO_ROWS.length(), CallRecord::bytes)
        .returns(2L, CallRecord::rowCount);
    assertThat(service.onlyCall().error()).isEmpty();
  }

  @Test
  void bodyThatBreaksOffAgainIsReadOnOnceMore() {
    breaksOff(TWO_ROWS, 25);
    breaksOff(TWO_ROWS, 10);
    breaksOff(TWO_ROWS, 35);
    service.answer(TWO_ROWS);

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]", "[b]");
    assertThat(service.onlyCall().attempts()).isEqualTo(4);
  }

  @Test
  void bodyThatAlwaysBreaksOffIsAnError() {
    for (int i = 0; i < 5; i++) {
      breaksOff(TWO_ROWS, 25);
    }

    ImagoException failure = fail();

    assertThat(failure.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
    assertThat(failure)
        .hasMessageContaining("lost the connection in the middle of the answer")
        .hasMessageContaining("tried 5 times");
    assertThat(service.onlyCall().attempts()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items': [{'name': 'x'}, {'name': 'b'}]}",
        "{'items': []}",
        "{'kind': 'list', 'items': [{'name': 'a'}]}"
      })
  void nothingIsReadOnFromAnotherAnswer(String other) {
    breaksOff(TWO_ROWS, 25);
    service.answer(other);

    ImagoException failure = fail();

    assertThat(failure.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
    assertThat(failure)
        .hasMessageContaining("and the repeated answer began otherwise; tried 2 times");
  }

  @Test
  void refusalInPlaceOfTheRestIsAnError() {
    breaksOff(TWO_ROWS, 25);
    service.answer(403, "{\"code\": \"OWN\", \"text\": \"No.\"}");

    assertThat(fail().code()).isEqualTo(ErrorCode.CONNECTION_LOST);
  }

  /** What it says tells a row that is not there from a mistyped project. */
  @Test
  void refusalThatBreaksOffIsAskedForAgain() {
    breaksOff(404, NOT_THERE, 10);
    service.answer(404, NOT_THERE);

    assertThat(service.rows(Acme.image("p", "a", "name"))).isEmpty();
    assertThat(service.onlyCall().attempts()).isEqualTo(2);
  }

  @Test
  void refusalThatAlwaysBreaksOffDoesNotBlameTheProject() {
    for (int i = 0; i < 5; i++) {
      breaksOff(404, NOT_THERE, 10);
    }

    ImagoException failure =
        catchThrowableOfType(
            ImagoException.class, () -> service.rows(Acme.image("p", "a", "name")));

    assertThat(failure.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
    assertThat(failure)
        .hasMessageContaining("answered 404")
        .hasMessageContaining("lost the connection in the middle of it; tried 5 times");
  }

  /** Sends as many bytes of the body, and closes the connection. */
  private void breaksOff(String json, int bytes) {
    breaksOff(200, json, bytes);
  }

  private void breaksOff(int status, String json, int bytes) {
    service.server.enqueue(
        Service.json(json.substring(0, bytes))
            .newBuilder()
            .code(status)
            .setHeader("Content-Length", json.length())
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
  }

  @Test
  void endlessBodyIsAnError() throws IOException {
    CallRules rules =
        new CallRules(
            1,
            provider -> 0,
            new Backoff(Duration.ZERO, new Random(1)),
            Duration.ofSeconds(10),
            2 << 20);
    try (Service endless = new Service((request, parameters) -> request, rules)) {
      Buffer body = new Buffer().writeUtf8("{\"items\": [{\"name\": \"a\"}");
      body.writeUtf8(", {\"name\": \"b\"}".repeat(300_000));
      endless.answerAlways(new MockResponse.Builder().body(body).build());

      ImagoException failure =
          catchThrowableOfType(ImagoException.class, () -> endless.rows(Acme.images("p", "name")));

      assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
      assertThat(failure).hasMessageContaining("it is longer than 2 MiB, and perhaps has no end");
      assertThat(endless.onlyCall().attempts()).isEqualTo(1);
    }
  }

  private ImagoException fail() {
    ImagoException failure =
        catchThrowableOfType(ImagoException.class, () -> service.rows(Acme.images("p", "name")));
    assertThat(failure).isNotNull();
    assertThat(service.onlyCall().error()).isPresent();
    return failure;
  }
}
