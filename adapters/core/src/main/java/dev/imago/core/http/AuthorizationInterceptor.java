package dev.imago.core.http;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the credential of the request's {@link Endpoint}, unless it would travel in clear. */
final class AuthorizationInterceptor implements Interceptor {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|::1");

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Endpoint endpoint = request.tag(Endpoint.class);
    return chain.proceed(endpoint == null ? request : authorize(request, endpoint));
  }

  private static Request authorize(Request request, Endpoint endpoint) throws IOException {
    try {
      Request authorized = endpoint.authenticator().get().authorize(request);
      // The same request has no credential on it: auth=none may go anywhere.
      if (authorized != request && !isPrivate(authorized.url())) {
        throw new ImagoException(
            ErrorCode.INVALID_VALUE,
            "no credential is sent to "
                + request.url().host()
                + " in clear: "
                + endpoint.urlProperty()
                + " must begin with https://, or name this machine");
      }
      return authorized;
    } catch (RuntimeException e) {
      throw new AuthorizationFailedException(e);
    }
  }

  private static boolean isPrivate(HttpUrl url) {
    return url.isHttps() || LOOPBACK.matcher(url.host()).matches();
  }
}
