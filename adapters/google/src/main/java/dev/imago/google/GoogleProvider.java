package dev.imago.google;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import java.net.URI;
import java.nio.file.Path;
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
  public Authenticator authenticator(Settings settings) {
    String kind = settings.text(NAME, ConnectionProperty.AUTH);
    Optional<Path> file =
        Optional.of(settings.text(NAME, ConnectionProperty.CREDENTIALS))
            .filter(text -> !text.isEmpty())
            .map(Path::of);
    Optional<URI> tokenEndpoint =
        Optional.of(settings.text(NAME, ConnectionProperty.AUTH_URL))
            .filter(text -> !text.isEmpty())
            .map(URI::create);
    return switch (kind) {
      case "none" -> request -> request;
      case "token" -> bearer(settings.text(NAME, ConnectionProperty.TOKEN));
      case "adc" ->
          new CredentialsAuthenticator(
              new ApplicationDefaultCredentials(file, tokenEndpoint),
              "run \"gcloud auth application-default login\", or set the property"
                  + " google.credentials to a credential file");
      case "service_account" ->
          new CredentialsAuthenticator(
              new ServiceAccountKey(
                  file.orElseThrow(
                      () ->
                          new ImagoException(
                              ErrorCode.UNAUTHENTICATED,
                              "google.auth=service_account needs the property google.credentials,"
                                  + " the path of the account's key file")),
                  tokenEndpoint),
              "check the key file that the property google.credentials names");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Authenticator bearer(String token) {
    if (token.isEmpty()) {
      throw new ImagoException(
          ErrorCode.UNAUTHENTICATED,
          "google.auth=token needs the property google.token, an access token such as"
              + " \"gcloud auth print-access-token\" gives");
    }
    return request -> request.newBuilder().header("Authorization", "Bearer " + token).build();
  }
}
