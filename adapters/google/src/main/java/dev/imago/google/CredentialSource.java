package dev.imago.google;

import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;

/** Where a credential comes from. */
@FunctionalInterface
interface CredentialSource {

  /**
   * Reads the credential; no token is asked for yet.
   *
   * @throws IOException when there is none, or when it cannot be read
   */
  GoogleCredentials load() throws IOException;
}
