package dev.imago.emulator.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/** Page tokens: opaque, and good only with the parameters of the call that gave them. */
final class PageTokens {
  private static final String SEPARATOR = "\n";

  private PageTokens() {}

  static String encode(Position position, String scope) {
    String plain = String.join(SEPARATOR, fingerprint(scope), position.key(), position.path());
    return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The position in a token, or empty when it is damaged or belongs to another list. */
  static Optional<Position> decode(String token, String scope) {
    byte[] plain;
    try {
      plain = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
    String[] parts = new String(plain, StandardCharsets.UTF_8).split(SEPARATOR, -1);
    return parts.length == 3 && parts[0].equals(fingerprint(scope))
        ? Optional.of(new Position(parts[2], parts[1]))
        : Optional.empty();
  }

  private static String fingerprint(String scope) {
    CRC32 sum = new CRC32();
    sum.update(scope.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
