package dev.imago.google;

import com.google.auth.oauth2.GoogleCredentials;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Adds the access token of a credential, and the project that pays where the credential names one.
 * Google's library asks for the token and renews it before it ends.
 */
final class CredentialsAuthenticator implements Authenticator {
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  /** A signed claim that a token endpoint might repeat in its answer. */
  private static final Pattern SIGNED_CLAIM =
      Pattern.compile("[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,}");

  private static final Pattern WHITESPACE = Pattern.compile("\\s+");

  private final CredentialSource source;
  private final String advice;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable GoogleCredentials credentials;

  /**
   * @param advice what the user can do when no token can be had
   */
  CredentialsAuthenticator(CredentialSource source, String advice) {
    this.source = source;
    this.advice = advice;
  }

  @Override
  public Request authorize(Request request) {
    try {
      Map<String, List<String>> headers = credentials().getRequestMetadata(request.url().uri());
      Request.Builder authorized = request.newBuilder();
      headers.forEach((name, values) -> values.forEach(value -> authorized.header(name, value)));
      return authorized.build();
    } catch (IOException e) {
      throw new ImagoException(
          ErrorCode.UNAUTHENTICATED, "no access token for Google: " + reason(e) + "; " + advice, e);
    }
  }

  /** The credential, read when it is first needed; a failure is not kept. */
  private GoogleCredentials credentials() throws IOException {
    lock.lock();
    try {
      if (credentials == null) {
        credentials = source.load().createScoped(SCOPE);
      }
      return credentials;
    } finally {
      lock.unlock();
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no file " + failure.getMessage();
    }
    String text = WHITESPACE.matcher(String.valueOf(failure.getMessage())).replaceAll(" ").strip();
    return SIGNED_CLAIM.matcher(text).replaceAll("***");
  }
}
