package dev.imago.core.http;

import dev.imago.core.statement.Reachability;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fails calls at once whose host the statement could not reach. It stands below the authorization,
 * whose own failures to connect are about another host.
 */
final class CircuitInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Reachability reachability = request.tag(Reachability.class);
    CallProgress progress = request.tag(CallProgress.class);
    if (reachability == null || progress == null) {
      return chain.proceed(request);
    }
    String host = request.url().host() + ":" + request.url().port();
    Optional<IOException> refusal = reachability.refusal(host);
    if (refusal.isPresent()) {
      throw new UnreachableException(refusal.get());
    }
    try {
      return chain.proceed(request);
    } catch (IOException e) {
      if (!progress.isConnected() && !chain.call().isCanceled()) {
        reachability.failed(host, e);
      }
      throw e;
    } finally {
      if (progress.isConnected()) {
        reachability.reached(host);
      }
    }
  }
}
