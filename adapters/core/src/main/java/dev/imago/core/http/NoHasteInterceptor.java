package dev.imago.core.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Hides {@code Retry-After: 0} of an answer. OkHttp would send the request again at once, one that
 * changes something too; whether and when to is for {@link Sendings} to say.
 */
final class NoHasteInterceptor implements Interceptor {
  private static final String HEADER = "Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String wait = response.header(HEADER);
    return wait != null && wait.matches("0+")
        ? response.newBuilder().removeHeader(HEADER).build()
        : response;
  }
}
