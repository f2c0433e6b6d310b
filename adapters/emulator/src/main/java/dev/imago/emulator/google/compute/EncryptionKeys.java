package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.GoogleFailure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Keeps of the keys in a body what the API tells again: never a key, but its digest. */
final class EncryptionKeys {
  private static final List<String> FIELDS =
      List.of(
          "imageEncryptionKey",
          "sourceDiskEncryptionKey",
          "sourceImageEncryptionKey",
          "sourceSnapshotEncryptionKey");

  private EncryptionKeys() {}

  /**
   * Takes the keys out of a resource.
   *
   * @throws GoogleFailure when one is not in base 64
   */
  static void conceal(ObjectNode resource) {
    for (String field : FIELDS) {
      if (resource.get(field) instanceof ObjectNode key) {
        String raw = key.path("rawKey").asText();
        if (!raw.isEmpty()) {
          key.put("sha256", digest("resource." + field + ".rawKey", raw));
        }
        key.remove(List.of("rawKey", "rsaEncryptedKey"));
      }
    }
  }

  private static String digest(String field, String key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(key);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (IllegalArgumentException notBase64) {
      // The key itself stays out of the answer.
      throw GoogleFailure.invalidField(field, "", "Must be a key in base 64.");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every platform has SHA-256", impossible);
    }
  }
}
