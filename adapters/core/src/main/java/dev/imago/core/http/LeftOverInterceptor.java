package dev.imago.core.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Objects;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Takes no bytes for an answer that were there before the request. A service, or a proxy on the way
 * to it, that sends more than its answer says it is long leaves them behind on the connection, and
 * OkHttp would read the next answer out of them: wrong rows. The connection is closed instead, and
 * the call has lost it. Bytes that come even later, between a request and its answer, look like the
 * answer to everybody.
 *
 * <p>A call's thread both writes the request and reads the headers of the answer, so the exchange
 * of a thread is the one that its sockets see.
 */
final class LeftOverInterceptor implements Interceptor {
  /** Of one reader, and emptied behind each call. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Exchange> running = new ThreadLocal<>();

  private final ConnectionPool pool;

  /**
   * Looks at the connections of a pool.
   *
   * @param pool what is idle in it goes, too, when the connections of one call hold more a second
   *     time: its service may leave so much on each that no call would find a good one
   */
  LeftOverInterceptor(ConnectionPool pool) {
    this.pool = pool;
  }

  /** The sockets that it needs to see. A connection over another one is not looked at. */
  SocketFactory sockets() {
    return new WatchedSockets(running::get);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Exchange exchange = new Exchange();
    running.set(exchange);
    try {
      return answer(chain, exchange);
    } catch (LeftOverException e) {
      CallProgress progress = chain.request().tag(CallProgress.class);
      if (progress == null || progress.attempts() > 1) {
        pool.evictAll();
      }
      throw e;
    } finally {
      running.remove();
    }
  }

  private static Response answer(Chain chain, Exchange exchange) throws IOException {
    Response response;
    try {
      response = chain.proceed(chain.request());
    } catch (ProtocolException e) {
      // What is left over stands in front of the answer.
      throw exchange.isBehindAnother() ? new LeftOverException(e) : e;
    }
    if (exchange.isUnanswered()) {
      // First the socket: a connection that can be read on would be kept for the next call.
      Objects.requireNonNull(chain.connection()).socket().close();
      response.close();
      throw new LeftOverException();
    }
    return response;
  }
}
