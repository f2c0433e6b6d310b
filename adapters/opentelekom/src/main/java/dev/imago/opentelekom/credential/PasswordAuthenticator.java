package dev.imago.opentelekom.credential;

import dev.imago.core.credential.TokenAuthenticator;
import dev.imago.core.credential.TokenIdentity;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ServiceUrl;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Sends tokens that a password is exchanged for. A token is good for one project, so each project
 * that is asked has its own, from the identity service of its region.
 */
final class PasswordAuthenticator implements Authenticator {
  static final String HEADER = "X-Auth-Token";
  private static final String PROJECT = "project_id";

  private final PasswordLogin login;
  private final ServiceUrl identityService;
  private final Clock clock;
  private final TokenPool tokens;

  PasswordAuthenticator(
      PasswordLogin login, ServiceUrl identityService, Clock clock, TokenPool tokens) {
    this.login = login;
    this.identityService = identityService;
    this.clock = clock;
    this.tokens = tokens;
  }

  @Override
  public CompletableFuture<?> ready(Map<String, String> parameters) {
    return tokenOf(parameters).ready(parameters);
  }

  @Override
  public Request authorize(Request request, Map<String, String> parameters) {
    return tokenOf(parameters).authorize(request, parameters);
  }

  @Override
  public boolean renews(Request refused, Map<String, String> parameters) {
    return tokenOf(parameters).renews(refused, parameters);
  }

  private Authenticator tokenOf(Map<String, String> parameters) {
    HttpUrl url = identityService.resolve(variable -> need(parameters, variable));
    String project = need(parameters, PROJECT);
    TokenIdentity identity = login.identity(url, project);
    return new TokenAuthenticator(
        tokens.source(identity, clock, () -> login.fetch(tokens.client(), url, project)),
        HEADER,
        "");
  }

  private String need(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new ImagoException(
          ErrorCode.UNAUTHENTICATED,
          login.provider() + ".auth=password needs a call that is for one " + name);
    }
    return value;
  }
}
