package dev.imago.core.http;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where a credential may travel: over TLS, and inside this machine. A name below localhost is none
 * of this machine: not every resolver knows that it should be.
 */
public final class CredentialTransport {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|::1");

  private CredentialTransport() {}

  /** Whether nobody else can read what is sent to the URL. */
  public static boolean isPrivate(HttpUrl url) {
    return url.isHttps() || LOOPBACK.matcher(url.host()).matches();
  }
}
