package dev.imago.google;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The credential that Google's own programs would find: the file that {@code
 * GOOGLE_APPLICATION_CREDENTIALS} names, the one that {@code gcloud auth application-default login}
 * writes, or the service account of the machine.
 *
 * @param file is read instead, when it is given; a credential file of any kind
 * @param endpoint where a service account's key and a user's login are exchanged for a token; the
 *     other kinds of credential have no endpoint that can be replaced
 */
record ApplicationDefaultCredentials(Optional<Path> file, TokenEndpoint endpoint)
    implements CredentialSource {

  @Override
  public GoogleCredentials load() throws IOException {
    GoogleCredentials credentials =
        file.isPresent()
            ? read(file.get())
            : GoogleCredentials.getApplicationDefault(TokenTransport::new);
    if (credentials instanceof ServiceAccountCredentials key) {
      return key.toBuilder().setTokenServerUri(endpoint.of(key.getTokenServerUri())).build();
    }
    if (credentials instanceof UserCredentials login) {
      UserCredentials.Builder builder = login.toBuilder();
      return builder.setTokenServerUri(endpoint.of(builder.getTokenServerUri())).build();
    }
    return credentials;
  }

  private static GoogleCredentials read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return GoogleCredentials.fromStream(stream, TokenTransport::new);
    }
  }
}
