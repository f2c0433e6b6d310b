package dev.imago.emulator.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A JSON Web Token that a service account has written (RFC 7519).
 *
 * @param header says how it is signed
 * @param claims what it says
 * @param content what is signed
 * @param signature the signature
 */
public record SignedClaims(JsonNode header, JsonNode claims, String content, String signature) {
  private static final Duration LONGEST_LIFE = Duration.ofHours(1);

  /** How far the clocks of two machines may be apart. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** How claims can be signed (RFC 7518). */
  public enum Algorithm {
    RS256,
    PS256;

    private Signature signature() throws GeneralSecurityException {
      if (this == RS256) {
        return Signature.getInstance("SHA256withRSA");
      }
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      return signature;
    }
  }

  /** Reads the token; empty when it has not the three parts, or they are no JSON. */
  public static Optional<SignedClaims> parse(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SignedClaims(
              decoded(parts[0]), decoded(parts[1]), parts[0] + "." + parts[1], parts[2]));
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static JsonNode decoded(String part) throws IOException {
    return JsonReader.read(new String(Base64.getUrlDecoder().decode(part), UTF_8));
  }

  /** Whether the signature is one of the key, made in that way. */
  public boolean isSignedBy(AccountKey key, Algorithm algorithm) {
    if (!header.path("alg").asText().equals(algorithm.name())) {
      return false;
    }
    try {
      Signature check = algorithm.signature();
      check.initVerify(key.publicKey());
      check.update(content.getBytes(US_ASCII));
      return check.verify(Base64.getUrlDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      return false;
    }
  }

  /** Whether it is good now, and not for longer than claims may be. */
  public boolean isTimely(Clock clock) {
    Instant now = clock.instant();
    Instant from = Instant.ofEpochSecond(claims.path("iat").asLong());
    Instant until = Instant.ofEpochSecond(claims.path("exp").asLong());
    return !from.isAfter(now.plus(SKEW))
        && until.isAfter(now)
        && Duration.between(from, until).compareTo(LONGEST_LIFE) <= 0;
  }

  /** Whether it is for that audience, alone or as the only one of a list. */
  public boolean isFor(String audience) {
    JsonNode sent = claims.path("aud");
    return sent.isArray()
        ? sent.size() == 1 && sent.get(0).asText().equals(audience)
        : sent.asText().equals(audience);
  }
}
