package dev.imago.google;

import com.google.auth.oauth2.GoogleCredentials;
import dev.imago.core.credential.AccessToken;
import dev.imago.core.credential.Redaction;
import dev.imago.core.credential.TokenFetch;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks Google's library for the access token of a credential, and for the project that pays where
 * the credential names one. The credential is read anew each time, so that a key that was replaced
 * is taken up.
 *
 * @param advice what the user can do when no token can be had
 */
record CredentialToken(CredentialSource source, Clock clock, String advice) implements TokenFetch {
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
  private static final String PAYING_PROJECT = "x-goog-user-project";

  /** Google's tokens live that long where a credential does not say how long its own do. */
  private static final Duration ORDINARY_LIFE = Duration.ofHours(1);

  @Override
  public AccessToken fetch() {
    try {
      GoogleCredentials credentials = source.load().createScoped(SCOPE);
      com.google.auth.oauth2.AccessToken token = credentials.refreshAccessToken();
      @Nullable Date expiry = token.getExpirationTime();
      Instant expiresAt = expiry == null ? clock.instant().plus(ORDINARY_LIFE) : expiry.toInstant();
      return new AccessToken(token.getTokenValue(), expiresAt, headers(credentials));
    } catch (IOException e) {
      throw new ImagoException(
          isUnreachable(e) ? ErrorCode.CANNOT_CONNECT : ErrorCode.UNAUTHENTICATED,
          "no access token for Google: " + reason(e) + "; " + advice,
          e);
    }
  }

  private static Map<String, String> headers(GoogleCredentials credentials) {
    return Optional.ofNullable(credentials.getQuotaProjectId())
        .map(project -> Map.of(PAYING_PROJECT, project))
        .orElse(Map.of());
  }

  private static boolean isUnreachable(IOException failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException);
  }

  private static String reason(IOException failure) {
    return failure instanceof NoSuchFileException
        ? "there is no file " + failure.getMessage()
        : Redaction.of(String.valueOf(failure.getMessage()), List.of());
  }
}
