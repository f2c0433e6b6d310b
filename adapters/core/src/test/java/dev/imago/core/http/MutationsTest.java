package dev.imago.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.ErrorMapping;
import dev.imago.core.description.ErrorMapping.Meaning;
import dev.imago.core.description.HttpVerb;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteAnswer;
import dev.imago.core.description.WriteBody;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.pace.SkippingTimer;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallLog;
import dev.imago.core.statement.CallRecord;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and how often, for calls that change something. */
@Timeout(30)
class MutationsTest {
  private static final Optional<String> KEY = Optional.of("k-1");
  private static final Optional<String> NO_KEY = Optional.empty();
  private static final String BODY = "{\"name\": \"n\"}";

  private final MockWebServer server = new MockWebServer();
  private final SkippingTimer timer = new SkippingTimer();
  private final CallLog calls = new CallLog();
  private final ApiClient client =
      new ApiClient(
          CallRules.of(4, provider -> 0, Duration.ofSeconds(1)), "test", Clock.systemUTC(), timer);

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void withoutAKeyNoStatusIsRepeated(int status) throws InterruptedException {
    answer(status, Map.of("Retry-After", "0"));

    ImagoException failure = fail(NO_KEY);

    assertThat(failure.code())
        .isEqualTo(
            status >= 500
                ? ErrorCode.OUTCOME_UNKNOWN
                : status == 429 ? ErrorCode.THROTTLED : ErrorCode.API_FAILED);
    assertSent(1);
    assertThat(timer.waits()).isEmpty();
  }

  @Test
  void withoutAKeyALostConnectionIsNotRepeated() throws InterruptedException {
    lose();

    assertThat(fail(NO_KEY).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    assertSent(1);
  }

  @Test
  void withAKeyTheSameRequestIsSentAgain() throws InterruptedException {
    answer(503, Map.of("Retry-After", "3"));
    lose();
    answer(200, Map.of());

    send(KEY);

    assertThat(calls.calls())
        .singleElement()
        .returns(3, CallRecord::attempts)
        .returns(Optional.empty(), CallRecord::error);
    assertThat(timer.waits()).hasSize(2).contains(Duration.ofSeconds(3));
    List<String> sent = assertSent(3);
    assertThat(sent.get(0))
        .startsWith("POST /v1/things?requestId=k-1")
        .endsWith(BODY)
        .isEqualTo(sent.get(1))
        .isEqualTo(sent.get(2));
  }

  @Test
  void refusalAfterALossLeavesTheOutcomeUnknown() throws InterruptedException {
    lose();
    answer(403, Map.of());

    ImagoException failure = fail(KEY);

    assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    assertThat(failure)
        .hasMessageContaining("answered 403")
        .hasMessageContaining("it may have been done before that")
        .hasMessageEndingWith("look with SELECT");
    assertSent(2);
  }

  @Test
  void refusalAfterARefusalIsKnown() throws InterruptedException {
    answer(429, Map.of());
    answer(403, Map.of());

    assertThat(fail(KEY).code()).isEqualTo(ErrorCode.FORBIDDEN);
    assertSent(2);
  }

  @Test
  void lastFaultLeavesTheOutcomeUnknown() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      answer(500, Map.of());
    }

    ImagoException failure = fail(KEY);

    assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    assertThat(failure).hasMessageContaining("tried 5 times");
    assertSent(5);
  }

  private void lose() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
  }

  private void answer(int status, Map<String, String> headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(status).body("{}");
    headers.forEach(response::setHeader);
    server.enqueue(response.build());
  }

  private ImagoException fail(Optional<String> key) {
    ImagoException failure = catchThrowableOfType(ImagoException.class, () -> send(key));
    assertThat(failure).isNotNull();
    return failure;
  }

  private void send(Optional<String> key) {
    StatementContext context =
        new StatementContext(1, new Cancellation(), new CallBudget(10), calls, warning -> {});
    try (ApiCall call = client.send(request(key), context)) {
      call.open();
      call.end();
    }
  }

  private List<String> assertSent(int times) throws InterruptedException {
    List<String> sent = new ArrayList<>();
    for (RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
        request != null;
        request = server.takeRequest(0, TimeUnit.SECONDS)) {
      sent.add(
          request.getMethod()
              + " "
              + request.getTarget()
              + "\n"
              + request.getHeaders()
              + (request.getBody() == null ? "" : request.getBody().utf8()));
    }
    assertThat(sent).hasSize(times);
    return sent;
  }

  private ApiRequest request(Optional<String> key) {
    HttpUrl base = server.url("/v1");
    return new ApiRequest(
        TABLE,
        INSERT,
        new Endpoint(
            new ServiceUrl(PathTemplate.parse(base.toString()), Map.of(), "acme.things.url"),
            "acme.things.url",
            () -> (request, parameters) -> request,
            new NoShape(),
            new ErrorMapping("none", Map.<String, Meaning>of()),
            Optional.empty()),
        Map.of(),
        base,
        base.newBuilder()
            .addPathSegment("things")
            .addQueryParameter("requestId", key.orElse("none"))
            .build(),
        Headers.of(),
        1,
        Set.of(),
        Optional.of(new Content("application/json", BODY, BODY, SentSecrets.NONE)),
        Optional.of(new Mutation(key, "look with SELECT")));
  }

  /** A cloud whose failures say no more than their status. */
  private static final class NoShape implements ErrorShape {
    @Override
    public Optional<ApiFailure> read(int status, Headers headers, String body) {
      return Optional.empty();
    }

    @Override
    public boolean isErrorField(String name) {
      return false;
    }

    @Override
    public boolean isAboutResource(ApiFailure failure, String resource) {
      return false;
    }
  }

  private static final WriteMethod INSERT =
      new WriteMethod(
          "insert",
          WriteMethod.Kind.INSERT,
          "Makes a thing.",
          HttpVerb.POST,
          CallTemplate.of(PathTemplate.parse("things")),
          List.of(),
          new WriteBody(WriteBody.Form.FIELDS, Optional.empty(), false, WriteBody.JSON),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Optional.of("requestId"),
          Set.of(),
          Set.of(),
          WriteAnswer.NOTHING,
          false,
          List.of());

  private static final TableDescription TABLE =
      new TableDescription(
          "acme",
          "things",
          "things",
          "A thing.",
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Map.of(),
          Set.of(),
          List.of(INSERT),
          Optional.empty());
}
