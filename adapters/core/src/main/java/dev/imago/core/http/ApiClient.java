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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Sends calls over one pool of connections. Safe for any number of threads. */
public final class ApiClient implements AutoCloseable {
  private final HttpClients clients;
  private final CallRules rules;
  private final Repetition repetition;
  private final Paces paces;
  private final Timer timer;
  private final Clock clock;
  private final String userAgent;
  private final DisguisedErrors errors = new DisguisedErrors();

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
    this.clients = new HttpClients(rules);
    this.rules = rules;
    this.repetition = new Repetition(rules.backoff());
    this.paces = new Paces(rules.rateLimits(), timer);
    this.timer = timer;
    this.userAgent = userAgent;
    this.clock = clock;
  }

  /**
   * Sends a call and does not wait for its answer. The call takes its place in the planned order.
   *
   * @throws ImagoException {@link ErrorCode#TOO_MANY_CALLS} when the statement may make no further
   *     call; its code when the statement was cancelled
   */
  public ApiCall send(ApiRequest request, StatementContext context) {
    if (clients.areClosed()) {
      throw new ImagoException(ErrorCode.OBJECT_CLOSED, "the reader is closed");
    }
    context.cancellation().check();
    // Made here, not on the timer's thread: a trust store that cannot be read fails the caller.
    OkHttpClient client = clientFor(request);
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
            () -> client.newCall(httpRequest),
            progress,
            context.cancellation(),
            new Sendings.Waits(pace, repetition, timer, clock));
    ApiCall call =
        new ApiCall(
            request,
            sendings,
            progress,
            context,
            clock,
            rules.mostBytes(),
            errors,
            running::remove);
    running.add(call);
    if (clients.areClosed()) {
      // Closed since it was asked for: whoever closed it may not have seen the call.
      call.stop();
    }
    call.enqueue();
    return call;
  }

  private OkHttpClient clientFor(ApiRequest request) {
    return clients.of(request.url(), request.method() instanceof WriteMethod);
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
   * A read that takes what another one got, of the statement or of one that runs at the same time.
   * It takes its place in the planned order.
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
    clients.refuseMore();
    running.forEach(ApiCall::stop);
    timer.close();
    clients.close();
  }
}
