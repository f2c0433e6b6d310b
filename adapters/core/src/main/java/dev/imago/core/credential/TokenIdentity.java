package dev.imago.core.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What makes two tokens one: the same cloud, kind of credential, address, secret and scope. It
 * holds a digest of them, and so no secret.
 *
 * @param digest in hexadecimal digits
 */
public record TokenIdentity(String digest) {

  /** The identity that these parts make, in this order. */
  public static TokenIdentity of(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        // The length keeps "ab", "c" apart from "a", "bc".
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
      }
      return new TokenIdentity(HexFormat.of().formatHex(digest.digest()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
