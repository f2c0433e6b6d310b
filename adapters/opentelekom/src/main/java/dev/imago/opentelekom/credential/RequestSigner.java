package dev.imago.opentelekom.credential;

import dev.imago.core.http.ApiRequest;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.CallUrl;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Signs requests with a key whose secret half is not sent. The signature is for one host, one
 * project and a quarter of an hour.
 */
final class RequestSigner implements Authenticator {
  private static final String DATE_HEADER = "X-Sdk-Date";
  private static final String PROJECT_HEADER = "X-Project-Id";
  private static final String SECURITY_TOKEN_HEADER = "X-Security-Token";
  private static final String PROJECT = "project_id";
  private static final String REGION = "region";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SigningKey key;
  private final String securityToken;
  private final Clock clock;

  /**
   * A signer.
   *
   * @param securityToken goes with a temporary key; empty for a permanent one
   */
  RequestSigner(SigningKey key, String securityToken, Clock clock) {
    this.key = key;
    this.securityToken = securityToken;
    this.clock = clock;
  }

  @Override
  public Request authorize(Request request, Map<String, String> parameters) {
    Request.Builder dated =
        request
            .newBuilder()
            .header("Host", host(request))
            .header(DATE_HEADER, DATE.format(clock.instant()));
    String project = parameters.get(PROJECT);
    if (project != null) {
      dated.header(PROJECT_HEADER, CallUrl.headerValue(PROJECT, project));
    }
    if (!securityToken.isEmpty()) {
      dated.header(SECURITY_TOKEN_HEADER, securityToken);
    }
    Request signed = dated.build();
    SigningKey.Purpose purpose =
        new SigningKey.Purpose(
            String.valueOf(signed.header(DATE_HEADER)),
            parameters.getOrDefault(REGION, ""),
            service(request));
    return signed
        .newBuilder()
        .header("Authorization", key.authorization(purpose, CanonicalRequest.of(signed)))
        .build();
  }

  /** As HTTP sends it: with the port, unless it is the scheme's own. */
  private static String host(Request request) {
    HttpUrl url = request.url();
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  private static String service(Request request) {
    ApiRequest call = request.tag(ApiRequest.class);
    return call == null ? "" : call.table().service();
  }
}
