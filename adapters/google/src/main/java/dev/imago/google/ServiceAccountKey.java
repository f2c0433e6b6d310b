package dev.imago.google;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The key file of a service account.
 *
 * @param tokenEndpoint replaces the endpoint that the file names
 */
record ServiceAccountKey(Path file, Optional<URI> tokenEndpoint) implements CredentialSource {

  @Override
  public GoogleCredentials load() throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      ServiceAccountCredentials.Builder key =
          ServiceAccountCredentials.fromStream(stream).toBuilder();
      tokenEndpoint.ifPresent(key::setTokenServerUri);
      return key.build();
    }
  }
}
