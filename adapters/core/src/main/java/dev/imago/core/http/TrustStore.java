package dev.imago.core.http;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.security.cert.CertPathBuilderException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that this Java trusts: the system property {@value #PROPERTY} names the file.
 */
public final class TrustStore {
  private static final String PROPERTY = "javax.net.ssl.trustStore";

  private TrustStore() {}

  /**
   * Makes a client. One that may use TLS reads the certificates; OkHttp throws what is wrong with
   * them as it comes, checked or not.
   *
   * @throws ImagoException {@link ErrorCode#CANNOT_CONNECT} when they cannot be read
   */
  public static OkHttpClient build(OkHttpClient.Builder client) {
    try {
      return client.build();
    } catch (Exception e) {
      throw new ImagoException(
          ErrorCode.CANNOT_CONNECT,
          "the certificates that this Java trusts cannot be read: " + e.getMessage(),
          e);
    }
  }

  /**
   * What to do about a failure to connect, as a part of a sentence.
   *
   * @param urlProperty the property that sets the address
   */
  public static String advice(@Nullable Throwable failure, String urlProperty) {
    return isUnknownTo(failure)
        ? "if it is the right host, add the certificate of its authority to what this Java trusts, "
            + PROPERTY
            + "; otherwise check "
            + urlProperty
        : "check the network and " + urlProperty;
  }

  private static boolean isUnknownTo(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException) {
        return true;
      }
    }
    return false;
  }
}
