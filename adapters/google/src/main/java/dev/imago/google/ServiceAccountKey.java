package dev.imago.google;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The key file of a service account.
 *
 * @param endpoint where the key is exchanged for a token
 */
record ServiceAccountKey(Path file, TokenEndpoint endpoint) implements CredentialSource {

  @Override
  public GoogleCredentials load() throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      ServiceAccountCredentials key =
          ServiceAccountCredentials.fromStream(stream, TokenTransport::new);
      return key.toBuilder().setTokenServerUri(endpoint.of(key.getTokenServerUri())).build();
    }
  }
}
