package dev.imago.core.read;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.description.ErrorMapping;
import dev.imago.core.description.ErrorMapping.Meaning;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.CallRules;
import dev.imago.core.http.Endpoint;
import dev.imago.core.pace.SkippingTimer;
import dev.imago.core.pace.Timer;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallLog;
import dev.imago.core.statement.CallRecord;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** A service on a loopback port, a reader for it, and one statement. */
final class Service implements AutoCloseable {
  static final int MAX_CONCURRENCY = 8;

  static final CallRules RULES =
      CallRules.of(MAX_CONCURRENCY, provider -> 0, Duration.ofSeconds(1));

  final SkippingTimer timer = new SkippingTimer();
  final MockWebServer server = new MockWebServer();
  final List<String> warnings = new ArrayList<>();
  final CallLog calls = new CallLog();
  final Cancellation cancellation = new Cancellation();
  private final ServiceCalls services;
  private final TableReader reader;
  private StatementContext context = statement(1000);

  Service() throws IOException {
    this((request, parameters) -> request);
  }

  Service(Authenticator authenticator) throws IOException {
    this(authenticator, RULES);
  }

  Service(Authenticator authenticator, CallRules rules) throws IOException {
    this(authenticator, rules, server -> {});
  }

  /** One that answers over TLS. */
  static Service secure(Authenticator authenticator, HeldCertificate certificate)
      throws IOException {
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    return new Service(
        authenticator, RULES, server -> server.useHttps(certificates.sslSocketFactory()));
  }

  private Service(Authenticator authenticator, CallRules rules, Consumer<MockWebServer> settings)
      throws IOException {
    settings.accept(server);
    server.start();
    HttpUrl base = server.url("/compute/v1");
    services = services(endpoint(base, authenticator), rules, timer);
    reader = new TableReader(services);
  }

  static Endpoint endpoint(HttpUrl base, Authenticator authenticator) {
    return new Endpoint(
        Acme.at(base),
        "acme.compute.url",
        () -> authenticator,
        new AcmeErrors(),
        new ErrorMapping(
            "acme",
            Map.of(
                "SLOW_DOWN",
                Meaning.THROTTLED,
                "NO_SUCH",
                Meaning.ABSENT,
                "BAD_TOKEN",
                Meaning.UNAUTHENTICATED,
                "NO_IDEA",
                Meaning.PERHAPS_ABSENT)),
        Optional.of("acme.project"));
  }

  static ServiceCalls services(Endpoint endpoint) {
    return services(endpoint, RULES, new SkippingTimer());
  }

  static ServiceCalls services(Endpoint endpoint, CallRules rules, Timer timer) {
    return new ServiceCalls(table -> endpoint, rules, Clock.systemUTC(), timer);
  }

  ServiceCalls services() {
    return services;
  }

  TableReader reader() {
    return reader;
  }

  StatementContext statement(long maxCalls) {
    context = new StatementContext(7, cancellation, new CallBudget(maxCalls), calls, warnings::add);
    return context;
  }

  /** The statement that was begun last. */
  StatementContext statement() {
    return context;
  }

  Service answer(String json) {
    server.enqueue(json(json));
    return this;
  }

  Service answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    return this;
  }

  /** Answers every request alike. */
  Service answerAlways(MockResponse response) {
    return answerBy(target -> response);
  }

  static MockResponse json(String json) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json; charset=UTF-8")
        .body(json.replace('\'', '"'))
        .build();
  }

  /** Answers each request by its path and query below the service's URL. */
  Service answerBy(Answers answers) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answers.of(request.getTarget().substring("/compute/v1/".length()));
          }
        });
    return this;
  }

  interface Answers {
    MockResponse of(String target) throws InterruptedException;
  }

  RowStream open(ReadRequest... requests) {
    return reader.read(List.of(requests), context);
  }

  /** Every row, each as its text. */
  List<String> rows(ReadRequest... requests) {
    return rows(List.of(requests));
  }

  List<String> rows(Iterable<ReadRequest> requests) {
    List<String> rows = new ArrayList<>();
    try (RowStream stream = reader.read(requests, context)) {
      for (@Nullable Object[] row = stream.next(); row != null; row = stream.next()) {
        rows.add(Arrays.deepToString(row));
      }
    }
    return rows;
  }

  /** What the next request asked for, below the service's URL; null when there is none. */
  @Nullable String target() {
    RecordedRequest request = request();
    return request == null ? null : request.getTarget().substring("/compute/v1/".length());
  }

  @Nullable RecordedRequest request() {
    try {
      return server.takeRequest(0, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  CallRecord onlyCall() {
    if (calls.calls().size() != 1) {
      throw new AssertionError("not one call but " + calls.calls());
    }
    return calls.calls().get(0);
  }

  @Override
  public void close() {
    services.close();
    server.close();
  }
}
