package dev.imago.google;

import com.google.auth.oauth2.GoogleCredentials;
import dev.imago.core.credential.AccessToken;
import dev.imago.core.credential.Redaction;
import dev.imago.core.credential.TokenFetch;
import dev.imago.core.description.HeaderText;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.CallUrl;
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
      return new AccessToken(sendable(token.getTokenValue()), expiresAt, headers(credentials));
    } catch (ImagoException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Not as the cause: its text may quote what was sent, or the credential's file.
      throw new ImagoException(
          isUnreachable(e) ? ErrorCode.CANNOT_CONNECT : ErrorCode.UNAUTHENTICATED,
          "no access token for Google: " + reason(e) + "; " + advice);
    }
  }

  private static String sendable(String token) {
    if (!HeaderText.isSendable(token)) {
      throw new ImagoException(
          ErrorCode.API_FAILED, "Google answered with a token that no header can hold");
    }
    return token;
  }

  private static Map<String, String> headers(GoogleCredentials credentials) {
    return Optional.ofNullable(credentials.getQuotaProjectId())
        .map(
            project ->
                Map.of(PAYING_PROJECT, CallUrl.headerValue("google: quota_project_id", project)))
        .orElse(Map.of());
  }

  private static boolean isUnreachable(Exception failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException);
  }

  /** What the failure and its causes say, each once. */
  private static String reason(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no file " + failure.getMessage();
    }
    StringBuilder said = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      @Nullable String message = cause.getMessage();
      if (message != null && said.indexOf(message) < 0) {
        said.append(said.isEmpty() ? "" : ": ").append(message);
      }
    }
    return said.isEmpty()
        ? failure.getClass().getSimpleName()
        : Redaction.of(said.toString(), List.of());
  }
}
