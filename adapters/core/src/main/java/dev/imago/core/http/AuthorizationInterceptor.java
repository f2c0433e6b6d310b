package dev.imago.core.http;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the credential of the request's {@link Endpoint}, unless it would travel in clear. A request
 * whose credential is refused fails with a {@link CredentialRefusedException} where another one can
 * be had, once: whoever refuses a credential has done nothing yet, so that holds for changes too.
 */
final class AuthorizationInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    ApiRequest call = request.tag(ApiRequest.class);
    if (call == null) {
      return chain.proceed(request);
    }
    Request authorized = authorize(request, call);
    Response response = chain.proceed(authorized);
    CallProgress progress = request.tag(CallProgress.class);
    if (authorized == request
        || progress == null
        || progress.isRenewed()
        || !FailedAnswer.refusesCredential(response, call.endpoint())
        || !renews(authorized, call)) {
      return response;
    }
    progress.renewed();
    response.close();
    throw new CredentialRefusedException();
  }

  private static Request authorize(Request request, ApiRequest call) throws IOException {
    try {
      Endpoint endpoint = call.endpoint();
      Request authorized = endpoint.authenticator().get().authorize(request, call.parameters());
      // The same request has no credential on it: auth=none may go anywhere.
      if (authorized != request && !CredentialTransport.isPrivate(authorized.url())) {
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

  private static boolean renews(Request refused, ApiRequest call) throws IOException {
    try {
      return call.endpoint().authenticator().get().renews(refused, call.parameters());
    } catch (RuntimeException e) {
      throw new AuthorizationFailedException(e);
    }
  }
}
