package dev.imago.google;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A service account's key file with a key of its own, made for one test. */
final class KeyFile {
  static final String ACCOUNT = "reader@acme-prod.iam.gserviceaccount.com";

  private KeyFile() {}

  /** Writes the file and answers the private key, without line ends, as it stands in it. */
  static String write(Path file, String tokenUri) {
    String key = Base64.getEncoder().encodeToString(privateKey());
    String json =
        """
        {"type": "service_account", "project_id": "acme-prod", "private_key_id": "key-1",
         "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
         "client_email": "%s", "client_id": "1", "token_uri": "%s"}
        """
            .formatted(key, ACCOUNT, tokenUri);
    try {
      Files.writeString(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return key;
  }

  private static byte[] privateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
