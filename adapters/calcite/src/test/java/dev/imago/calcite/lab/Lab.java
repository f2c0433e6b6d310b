package dev.imago.calcite.lab;

import dev.imago.calcite.engine.Engine;
import dev.imago.calcite.engine.Execution;
import dev.imago.calcite.engine.RowCursor;
import dev.imago.calcite.engine.Session;
import dev.imago.calcite.plan.CodeGeneration;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.property.PropertySource;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.core.statement.CallRecord;
import dev.imago.core.statement.Cancellation;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The test cloud on a loopback port with an engine that talks to it: answers by path, rows as text,
 * and the calls that were made.
 */
public final class Lab implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> answers = new HashMap<>();
  private volatile CountDownLatch toBeAsked = new CountDownLatch(0);
  private final Engine engine;
  private final Session session;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Starts it.
   *
   * @param properties the connection's, by name
   */
  public Lab(Map<String, String> properties) throws IOException {
    this(properties, CodeGeneration.WHERE_NEEDED);
  }

  /**
   * Starts it.
   *
   * @param properties the connection's, by name
   * @param codeGeneration when plans become code
   */
  public Lab(Map<String, String> properties, CodeGeneration codeGeneration) throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            toBeAsked.countDown();
            toBeAsked.await();
            return answer(request);
          }
        });
    server.start();
    Map<String, String> given = new HashMap<>(properties);
    given.put("lab.store.url", "http://127.0.0.1:" + server.getPort() + "/v1");
    ProviderRegistry providers = ProviderRegistry.of(List.of(new LabProvider()));
    Settings settings = providers.properties().resolve(Map.of(PropertySource.PROPERTIES, given));
    engine =
        Engine.open(
            settings, providers, Clock.fixed(NOW, ZoneOffset.UTC), new TokenPool(), codeGeneration);
    session = engine.openSession();
    session.use("lab", "store");
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath().substring("/v1/".length());
    String body = answers.get(path);
    String decoded = String.join("/", request.getUrl().pathSegments());
    return body == null
        ? new MockResponse.Builder().code(404).body("no " + decoded).build()
        : new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build();
  }

  /** Answers a path below the service's URL. */
  public Lab with(String path, String body) {
    answers.put(path, body.replace('\'', '"'));
    return this;
  }

  /** Answers nothing before it has been asked so often. */
  public Lab answeringTogether(int calls) {
    toBeAsked = new CountDownLatch(calls);
    return this;
  }

  public Session session() {
    return session;
  }

  public Plan prepare(String sql) {
    return session.prepare(sql, new Cancellation());
  }

  /** The rows, each as its values between bars. */
  public List<String> rows(String sql, @Nullable Object... parameters) {
    return rows(prepare(sql), parameters);
  }

  /** The rows of one run of a plan. */
  public List<String> rows(Plan plan, @Nullable Object... parameters) {
    Execution execution =
        new Execution(Arrays.asList(parameters), new Cancellation(), warnings::add);
    List<String> rows = new ArrayList<>();
    try (RowCursor cursor = session.execute(plan, execution)) {
      while (cursor.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
          values.add(text(cursor.value(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Lab::text).toList().toString();
    }
    return value instanceof Object[] row ? Arrays.deepToString(row) : String.valueOf(value);
  }

  /** What EXPLAIN says. */
  public String explain(String sql) {
    return String.join("\n", rows("EXPLAIN PLAN FOR " + sql)).replaceAll("127.0.0.1:\\d+", "lab");
  }

  /** The calls of the newest statement that made any, as path and query. */
  public List<String> calls() {
    List<CallRecord> all = session.calls().calls();
    long newest = all.isEmpty() ? 0 : all.get(all.size() - 1).statementId();
    return all.stream()
        .filter(call -> call.statementId() == newest)
        .filter(call -> call.attempts() > 0)
        .map(call -> call.url().replaceFirst("^.*/v1/", ""))
        .toList();
  }

  public List<String> warnings() {
    return warnings;
  }

  @Override
  public void close() {
    engine.close();
    server.close();
  }
}
