package dev.imago.google;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The credential that Google's own programs would find: the file that {@code
 * GOOGLE_APPLICATION_CREDENTIALS} names, the one that {@code gcloud auth application-default login}
 * writes, or the service account of the machine.
 *
 * @param file is read instead, when it is given; a credential file of any kind
 * @param tokenEndpoint replaces the endpoint of a service account's key and of a user's login; the
 *     other kinds of credential have none that can be replaced
 */
record ApplicationDefaultCredentials(Optional<Path> file, Optional<URI> tokenEndpoint)
    implements CredentialSource {

  @Override
  public GoogleCredentials load() throws IOException {
    GoogleCredentials credentials =
        file.isPresent() ? read(file.get()) : GoogleCredentials.getApplicationDefault();
    return tokenEndpoint.isPresent() ? redirect(credentials, tokenEndpoint.get()) : credentials;
  }

  private static GoogleCredentials read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return GoogleCredentials.fromStream(stream);
    }
  }

  private static GoogleCredentials redirect(GoogleCredentials credentials, URI endpoint) {
    if (credentials instanceof ServiceAccountCredentials key) {
      return key.toBuilder().setTokenServerUri(endpoint).build();
    }
    if (credentials instanceof UserCredentials login) {
      return login.toBuilder().setTokenServerUri(endpoint).build();
    }
    return credentials;
  }
}
