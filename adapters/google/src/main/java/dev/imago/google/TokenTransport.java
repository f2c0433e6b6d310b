package dev.imago.google;

import com.google.api.client.http.HttpTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Carries what Google's library sends for a token, in the place of the library's own transport,
 * which follows redirects to any host and sends in clear. The library logs what it sends and gets
 * at {@code CONFIG}; its log of that is closed, since no other way leaves the secrets out.
 */
final class TokenTransport extends HttpTransport {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
          .callTimeout(CALL_TIMEOUT)
          .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
          // A redirect could carry the secret to another host.
          .followRedirects(false)
          .followSslRedirects(false)
          .build();

  TokenTransport() {
    Logger.getLogger(HttpTransport.class.getName()).setFilter(entry -> false);
  }

  @Override
  protected TokenExchange buildRequest(String method, String url) {
    HttpUrl address = HttpUrl.get(url);
    OkHttpClient.Builder own = client.newBuilder();
    if (address.isHttps()) {
      own.connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
    }
    return new TokenExchange(own, method, address);
  }
}
