package dev.imago.opentelekom.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imago.core.http.Authenticator;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Signs requests with a secret key, which itself is not sent: {@code SDK-HMAC-SHA256} in the form
 * of Huawei Cloud's clients, {@code Access=..., SignedHeaders=..., Signature=...}. The signature is
 * for one host, one project and a quarter of an hour.
 */
final class RequestSigner implements Authenticator {
  private static final String ALGORITHM = "SDK-HMAC-SHA256";
  private static final String MAC = "HmacSHA256";
  private static final String DATE_HEADER = "X-Sdk-Date";
  private static final String PROJECT_HEADER = "X-Project-Id";
  private static final String SECURITY_TOKEN_HEADER = "X-Security-Token";
  private static final String PROJECT = "project_id";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String accessKey;
  private final String secretKey;
  private final String securityToken;
  private final Clock clock;

  /**
   * A signer.
   *
   * @param securityToken goes with a temporary key; empty for a permanent one
   */
  RequestSigner(String accessKey, String secretKey, String securityToken, Clock clock) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
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
      dated.header(PROJECT_HEADER, project);
    }
    if (!securityToken.isEmpty()) {
      dated.header(SECURITY_TOKEN_HEADER, securityToken);
    }
    Request signed = dated.build();
    return signed.newBuilder().header("Authorization", signature(signed)).build();
  }

  /** As HTTP sends it: with the port, unless it is the scheme's own. */
  private static String host(Request request) {
    HttpUrl url = request.url();
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  private String signature(Request request) {
    CanonicalRequest canonical = CanonicalRequest.of(request);
    String signed =
        String.join(
            "\n", ALGORITHM, String.valueOf(request.header(DATE_HEADER)), canonical.digest());
    return ALGORITHM
        + " Access="
        + accessKey
        + ", SignedHeaders="
        + canonical.signedHeaders()
        + ", Signature="
        + hmac(signed);
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secretKey.getBytes(UTF_8), MAC));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
