package dev.imago.google;

import dev.imago.core.credential.CredentialSettings;
import dev.imago.core.credential.TokenAuthenticator;
import dev.imago.core.credential.TokenIdentity;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Google Cloud. */
public final class GoogleProvider implements Provider {
  private static final String NAME = "google";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ErrorShape errorShape(String name) {
    if (!name.equals(NAME)) {
      throw new IllegalArgumentException(name);
    }
    return new GoogleErrorShape();
  }

  /**
   * The credential that {@code google.auth} names. A file is not opened before the first call, so
   * that a connection which never asks Google does not need one. The settings hold no other kind
   * than those of provider.yaml, and no address that is no URL.
   */
  @Override
  public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
    CredentialSettings credential = new CredentialSettings(NAME, settings);
    return switch (credential.kind()) {
      case "none" -> (request, parameters) -> request;
      case "token" ->
          TokenAuthenticator.bearer(
              credential.need(
                  ConnectionProperty.TOKEN,
                  "an access token such as \"gcloud auth print-access-token\" gives"));
      case "adc" ->
          authenticator(
              credential,
              new CredentialToken(
                  new ApplicationDefaultCredentials(
                      Optional.of(credential.text(ConnectionProperty.CREDENTIALS))
                          .filter(text -> !text.isEmpty())
                          .map(Path::of),
                      endpoint(credential)),
                  clock,
                  "run \"gcloud auth application-default login\", or set the property"
                      + " google.credentials to a credential file"),
              tokens);
      case "service_account" ->
          authenticator(
              credential,
              new CredentialToken(
                  new ServiceAccountKey(
                      Path.of(
                          credential.need(
                              ConnectionProperty.CREDENTIALS,
                              "the path of the account's key file")),
                      endpoint(credential)),
                  clock,
                  "check the key file that the property google.credentials names"),
              tokens);
      default -> throw new IllegalArgumentException(credential.kind());
    };
  }

  private static Authenticator authenticator(
      CredentialSettings credential, CredentialToken token, TokenPool tokens) {
    TokenIdentity identity =
        TokenIdentity.of(
            NAME,
            credential.kind(),
            credential.text(ConnectionProperty.CREDENTIALS),
            credential.text(ConnectionProperty.AUTH_URL));
    return TokenAuthenticator.bearer(tokens.source(identity, token.clock(), token));
  }

  private static TokenEndpoint endpoint(CredentialSettings credential) {
    return new TokenEndpoint(
        Optional.of(credential.text(ConnectionProperty.AUTH_URL))
            .filter(text -> !text.isEmpty())
            .map(URI::create));
  }
}
