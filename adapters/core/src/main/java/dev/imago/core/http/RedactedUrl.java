package dev.imago.core.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** URLs as they may be shown: whatever could open a door is {@code ***}. */
public final class RedactedUrl {
  private static final String REDACTED = "***";
  private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@");

  /** In lower case. */
  private static final Set<String> SECRET_PARAMETERS =
      Set.of(
          "access_token",
          "awsaccesskeyid",
          "id_token",
          "key",
          "password",
          "refresh_token",
          "sig",
          "signature",
          "token");

  /** What the parameters of pre-signed URLs begin with, in lower case. */
  private static final Set<String> SECRET_PREFIXES = Set.of("x-amz-", "x-goog-", "x-obs-");

  private RedactedUrl() {}

  /** The URL without its user, and without the values of query parameters that are secrets. */
  public static String of(String url) {
    String anonymous = USER_INFO.matcher(url).replaceFirst("$1" + REDACTED + "@");
    int query = anonymous.indexOf('?');
    if (query < 0) {
      return anonymous;
    }
    StringBuilder shown = new StringBuilder(anonymous.length());
    shown.append(anonymous, 0, query + 1);
    int from = query + 1;
    while (from <= anonymous.length()) {
      int end = anonymous.indexOf('&', from);
      end = end < 0 ? anonymous.length() : end;
      int equals = anonymous.indexOf('=', from);
      if (equals >= 0 && equals < end && isSecret(anonymous.substring(from, equals))) {
        shown.append(anonymous, from, equals + 1).append(REDACTED);
      } else {
        shown.append(anonymous, from, end);
      }
      if (end < anonymous.length()) {
        shown.append('&');
      }
      from = end + 1;
    }
    return shown.toString();
  }

  private static boolean isSecret(String parameter) {
    String name = parameter.toLowerCase(Locale.ROOT);
    return SECRET_PARAMETERS.contains(name) || SECRET_PREFIXES.stream().anyMatch(name::startsWith);
  }
}
