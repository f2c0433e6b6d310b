package dev.imago.core.http;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where a credential may travel: over TLS, and inside this machine. */
public final class CredentialTransport {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|::1");

  private CredentialTransport() {}

  /** Whether nobody else can read what is sent to the URL. */
  public static boolean isPrivate(HttpUrl url) {
    return url.isHttps() || LOOPBACK.matcher(url.host()).matches();
  }
}
