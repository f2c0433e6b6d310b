package dev.imago.core.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * OkHttp clients for what can be sent. They share threads and, but for what is sent once,
 * connections. Each is made with its first call: the certificates that TLS trusts take a tenth of a
 * second to read.
 */
final class HttpClients implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Some calls wait on the service's side; the longest is documented as two minutes. */
  private static final Duration WRITE_READ_TIMEOUT = Duration.ofSeconds(150);

  private static final Duration THREAD_KEEP_ALIVE = Duration.ofSeconds(5);

  private final OkHttpClient plain;
  private final Map<Kind, OkHttpClient> others = new ConcurrentHashMap<>();

  private record Kind(boolean isSecure, boolean isSentOnce) {
    private static final Kind PLAIN = new Kind(false, false);
  }

  HttpClients(CallRules rules) {
    this.plain = pooled(rules);
  }

  private static OkHttpClient pooled(CallRules rules) {
    Dispatcher dispatcher = new Dispatcher(daemons());
    dispatcher.setMaxRequests(rules.maxConcurrency());
    dispatcher.setMaxRequestsPerHost(rules.maxConcurrency());
    ConnectionPool pool = new ConnectionPool();
    LeftOverInterceptor leftOver = new LeftOverInterceptor(pool);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(pool)
        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
        .socketFactory(leftOver.sockets())
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
        .addNetworkInterceptor(leftOver)
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
   * The client for a call.
   *
   * @param isSentOnce whether the call must not be repeated without being asked
   */
  OkHttpClient of(HttpUrl url, boolean isSentOnce) {
    Kind kind = new Kind(url.isHttps(), isSentOnce);
    return kind.equals(Kind.PLAIN) ? plain : others.computeIfAbsent(kind, this::derived);
  }

  private OkHttpClient derived(Kind kind) {
    OkHttpClient.Builder client = plain.newBuilder();
    if (kind.isSecure()) {
      client.connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
    }
    return TrustStore.build(kind.isSentOnce() ? sendingOnce(client) : client);
  }

  /**
   * OkHttp repeats a request when a connection of the pool turns out to be stale. It cannot tell
   * whether the request arrived, so these calls have connections of their own and are not repeated.
   */
  private static OkHttpClient.Builder sendingOnce(OkHttpClient.Builder client) {
    return client
        .retryOnConnectionFailure(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .readTimeout(WRITE_READ_TIMEOUT);
  }

  /** Whether no further call can be sent. */
  boolean areClosed() {
    return threads().isShutdown();
  }

  private ExecutorService threads() {
    return plain.dispatcher().executorService();
  }

  /** Takes no further call. Those that run go on. */
  void refuseMore() {
    threads().shutdown();
  }

  /** Lets go of the connections that no call uses. */
  @Override
  public void close() {
    plain.connectionPool().evictAll();
  }
}
