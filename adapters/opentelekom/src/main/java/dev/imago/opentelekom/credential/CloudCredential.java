package dev.imago.opentelekom.credential;

import dev.imago.core.credential.CredentialSettings;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.property.ConnectionProperty;
import java.time.Clock;

/** The credential that {@code <provider>.auth} names. */
public final class CloudCredential {
  private CloudCredential() {}

  /**
   * The credential. The settings hold no other kind than those of provider.yaml.
   *
   * @param identityUrl where passwords are exchanged for tokens, unless the settings say otherwise;
   *     with the variable {@code region}
   * @param derived the form of signatures by a derived key
   * @throws ImagoException {@link ErrorCode#UNAUTHENTICATED} when a property is missing
   */
  public static Authenticator of(
      CredentialSettings settings,
      String identityUrl,
      SignatureForm derived,
      Clock clock,
      TokenPool tokens) {
    return switch (settings.kind()) {
      case "none" -> (request, parameters) -> request;
      case "token" -> token(settings);
      case "password" ->
          new PasswordAuthenticator(
              new PasswordLogin(
                  settings.provider(),
                  settings.need(ConnectionProperty.USERNAME, "the user's name"),
                  settings.need(ConnectionProperty.PROVIDER_PASSWORD, "the user's password"),
                  settings.need(
                      ConnectionProperty.DOMAIN, "the name of the domain that the user is in")),
              settings.authUrl(identityUrl),
              clock,
              tokens);
      case "aksk" -> signer(settings, SignatureForm.SIMPLE, clock);
      case "aksk_derived" -> signer(settings, derived, clock);
      default -> throw new IllegalArgumentException(settings.kind());
    };
  }

  private static Authenticator signer(
      CredentialSettings settings, SignatureForm form, Clock clock) {
    return new RequestSigner(
        new SigningKey(
            settings.need(ConnectionProperty.ACCESS_KEY, "the access key"),
            settings.need(ConnectionProperty.SECRET_KEY, "the secret key"),
            form),
        settings.text(ConnectionProperty.SECURITY_TOKEN),
        clock);
  }

  private static Authenticator token(CredentialSettings settings) {
    String token =
        settings.need(
            ConnectionProperty.TOKEN,
            "a token of the project as the identity service gives it in the header"
                + " X-Subject-Token");
    return (request, parameters) ->
        request.newBuilder().header(PasswordAuthenticator.HEADER, token).build();
  }
}
