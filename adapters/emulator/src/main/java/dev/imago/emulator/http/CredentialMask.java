package dev.imago.emulator.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes the values of credentials out of what the request log keeps. */
final class CredentialMask {
  private static final String MASK = "***";
  private static final Pattern PARAMETER =
      Pattern.compile("(^|[?&])(access_token|oauth_token|assertion|key)=[^&]*");
  private static final Pattern BODY =
      Pattern.compile(
          "(\"(?:password|jwt|yandexPassportOauthToken)\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Set<String> HEADERS =
      Set.of("authorization", "x-auth-token", "x-subject-token", "x-security-token", "cookie");

  private CredentialMask() {}

  static RecordedRequest record(Request request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach((name, values) -> headers.put(name, header(name, values)));
    String target = PARAMETER.matcher(request.target()).replaceAll("$1$2=" + MASK);
    String body =
        request.body().startsWith("{")
            ? BODY.matcher(request.body()).replaceAll("$1\"" + MASK + "\"")
            : PARAMETER.matcher(request.body()).replaceAll("$1$2=" + MASK);
    return new RecordedRequest(request.method(), target, headers, body);
  }

  private static List<String> header(String name, List<String> values) {
    boolean secret = HEADERS.stream().anyMatch(name::equalsIgnoreCase);
    return secret ? values.stream().map(CredentialMask::scheme).toList() : values;
  }

  /** Keeps the scheme, so that a test sees that a bearer token was sent. */
  private static String scheme(String value) {
    int space = value.indexOf(' ');
    return space < 0 ? MASK : value.substring(0, space + 1) + MASK;
  }
}
