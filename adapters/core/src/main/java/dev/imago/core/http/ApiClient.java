package dev.imago.core.http;

import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.pace.Pace;
import dev.imago.core.pace.Paces;
import dev.imago.core.pace.Timer;
import dev.imago.core.statement.Reachability;
import dev.imago.core.statement.StatementContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Sends calls over one pool of connections. Safe for any number of threads. */
public final class ApiClient implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Some calls wait on the service's side; the longest is documented as two minutes. */
  private static final Duration WRITE_READ_TIMEOUT = Duration.ofSeconds(150);

  private static final Duration THREAD_KEEP_ALIVE = Duration.ofSeconds(5);

  private final OkHttpClient client;

  /** For calls that change something; see {@link #sendingOnce}. */
  private final OkHttpClient onceClient;

  private final CallRules rules;
  private final Repetition repetition;
  private final Paces paces;
  private final Timer timer;
  private final Clock clock;
  private final String userAgent;

  /** Until their bodies are read; the dispatcher forgets a call when its headers have come. */
  private final Set<ApiCall> running = ConcurrentHashMap.newKeySet();

  /**
   * A client with its own pool.
   *
   * @param userAgent what it calls itself
   * @param clock the time that the call log shows
   * @param timer what repetitions wait on; closed with the client
   */
  public ApiClient(CallRules rules, String userAgent, Clock clock, Timer timer) {
    this.client = pooled(rules);
    this.rules = rules;
    this.repetition = new Repetition(rules.backoff());
    this.paces = new Paces(rules.rateLimits(), timer);
    this.timer = timer;
    this.onceClient = sendingOnce(client);
    this.userAgent = userAgent;
    this.clock = clock;
  }

  private static OkHttpClient pooled(CallRules rules) {
    Dispatcher dispatcher = new Dispatcher(daemons());
    dispatcher.setMaxRequests(rules.maxConcurrency());
    dispatcher.setMaxRequestsPerHost(rules.maxConcurrency());
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        // Answers wait unread while the reader is at an earlier one. On one HTTP/2 connection they
        // would use up the window that the answer being read needs.
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectTimeout(CONNECT_TIMEOUT)
        .readTimeout(rules.silence())
        // A redirect could carry the credential to another host.
        .followRedirects(false)
        .followSslRedirects(false)
        .eventListenerFactory(
            call -> {
              CallProgress progress = call.request().tag(CallProgress.class);
              return progress == null ? new CallProgress() : progress;
            })
        // In this order, each one around the next. Sendings repeats calls around all of them, so
        // that each time has a fresh credential.
        .addInterceptor(new AuthorizationInterceptor())
        .addInterceptor(new CircuitInterceptor())
        .addNetworkInterceptor(new NoHasteInterceptor())
        .addNetworkInterceptor(new BodyLossInterceptor())
        .build();
  }

  /**
   * OkHttp repeats a request when a connection of the pool turns out to be stale. It cannot tell
   * whether the request arrived, so these calls have connections of their own and are not repeated.
   */
  private static OkHttpClient sendingOnce(OkHttpClient client) {
    return client
        .newBuilder()
        .retryOnConnectionFailure(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .readTimeout(WRITE_READ_TIMEOUT)
        .build();
  }

  private static ThreadPoolExecutor daemons() {
    AtomicInteger number = new AtomicInteger();
    // The dispatcher bounds the calls. Threads whose calls are ending come on top of them, and a
    // pool that is full would fail the call that follows.
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        THREAD_KEEP_ALIVE.toMillis(),
        TimeUnit.MILLISECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, "imago-http-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Sends a call and does not wait for its answer. The call takes its place in the planned order.
   *
   * @throws ImagoException {@link ErrorCode#TOO_MANY_CALLS} when the statement may make no further
   *     call; its code when the statement was cancelled
   */
  public ApiCall send(ApiRequest request, StatementContext context) {
    if (client.dispatcher().executorService().isShutdown()) {
      throw new ImagoException(ErrorCode.OBJECT_CLOSED, "the reader is closed");
    }
    context.cancellation().check();
    context.budget().take();
    CallProgress progress = new CallProgress();
    Request httpRequest =
        new Request.Builder()
            .url(request.url())
            .method(request.verb().name(), body(request))
            .headers(request.headers())
            .header("User-Agent", userAgent)
            .header("Accept", "application/json")
            .tag(ApiRequest.class, request)
            .tag(CallProgress.class, progress)
            .tag(Reachability.class, context.reachability())
            .build();
    Pace pace = paces.of(CallAccount.of(request));
    Sendings sendings =
        new Sendings(
            request,
            () -> clientFor(request).newCall(httpRequest),
            progress,
            context.cancellation(),
            new Sendings.Waits(pace, repetition, timer, clock));
    ApiCall call =
        new ApiCall(
            request, sendings, progress, context, clock, rules.mostBytes(), running::remove);
    running.add(call);
    call.enqueue();
    return call;
  }

  private OkHttpClient clientFor(ApiRequest request) {
    return request.method() instanceof WriteMethod ? onceClient : client;
  }

  /** OkHttp wants a body, if an empty one, with the verbs that usually have one. */
  private static @Nullable RequestBody body(ApiRequest request) {
    if (request.content().isPresent()) {
      return request.content().get().toBody();
    }
    return switch (request.verb()) {
      case POST, PUT, PATCH -> RequestBody.EMPTY;
      case GET, DELETE -> null;
    };
  }

  /**
   * A read that takes what another one of the statement got. It takes its place in the planned
   * order.
   */
  public UnsentCall shared(ApiRequest request, StatementContext context) {
    return new UnsentCall(request, context, clock, "shared");
  }

  /** A read whose answer is known from before. It takes its place in the planned order. */
  public UnsentCall cached(ApiRequest request, StatementContext context) {
    return new UnsentCall(request, context, clock, "hit");
  }

  /** Ends every running call and lets the threads and connections go. */
  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    running.forEach(ApiCall::stop);
    timer.close();
    client.connectionPool().evictAll();
  }
}
