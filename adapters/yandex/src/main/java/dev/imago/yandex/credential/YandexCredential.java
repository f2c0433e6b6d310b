package dev.imago.yandex.credential;

import dev.imago.core.credential.CredentialSettings;
import dev.imago.core.credential.TokenAuthenticator;
import dev.imago.core.credential.TokenFetch;
import dev.imago.core.credential.TokenIdentity;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.property.ConnectionProperty;
import java.nio.file.Path;
import java.time.Clock;
import okhttp3.HttpUrl;

/** The credential that {@code yandex.auth} names. */
public final class YandexCredential {
  private static final String TOKENS = "https://iam.api.cloud.yandex.net/iam/v1/tokens";
  private static final String METADATA =
      "http://169.254.169.254/computeMetadata/v1/instance/service-accounts/default/token";

  private YandexCredential() {}

  /**
   * The credential. The settings hold no other kind than those of provider.yaml.
   *
   * @throws ImagoException {@link ErrorCode#UNAUTHENTICATED} when a property is missing
   */
  public static Authenticator of(CredentialSettings settings, Clock clock, TokenPool tokens) {
    return switch (settings.kind()) {
      case "none" -> (request, parameters) -> request;
      case "token" ->
          TokenAuthenticator.bearer(
              settings.need(
                  ConnectionProperty.TOKEN, "an IAM token such as \"yc iam create-token\" gives"));
      case "service_account" -> {
        String file =
            settings.need(
                ConnectionProperty.CREDENTIALS,
                "the path of the file that \"yc iam key create\" writes");
        Path path = Path.of(file);
        yield fetched(
            settings,
            clock,
            tokens,
            file,
            new IamExchange(
                tokens,
                url(settings, TOKENS),
                "jwt",
                () -> AuthorizedKey.read(path).claim(clock.instant()),
                "check the key that the property yandex.credentials names"));
      }
      case "oauth" -> {
        String token = settings.need(ConnectionProperty.TOKEN, "the account's OAuth token");
        yield fetched(
            settings,
            clock,
            tokens,
            token,
            new IamExchange(
                tokens,
                url(settings, TOKENS),
                "yandexPassportOauthToken",
                () -> token,
                "check the OAuth token in the property yandex.token"));
      }
      case "metadata" ->
          fetched(
              settings,
              clock,
              tokens,
              "",
              new MachineToken(tokens, url(settings, METADATA), clock));
      default -> throw new IllegalArgumentException(settings.kind());
    };
  }

  private static Authenticator fetched(
      CredentialSettings settings, Clock clock, TokenPool tokens, String secret, TokenFetch fetch) {
    TokenIdentity identity =
        TokenIdentity.of(
            settings.provider(),
            settings.kind(),
            settings.text(ConnectionProperty.AUTH_URL),
            secret);
    return TokenAuthenticator.bearer(tokens.source(identity, clock, fetch));
  }

  private static HttpUrl url(CredentialSettings settings, String ordinary) {
    return settings
        .authUrl(ordinary)
        .resolve(
            variable -> {
              throw new ImagoException(
                  ErrorCode.INVALID_VALUE, "yandex.auth.url has no variable " + variable);
            });
  }
}
