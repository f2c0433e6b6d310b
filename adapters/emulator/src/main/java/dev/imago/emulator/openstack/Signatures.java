package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks the signatures of requests that carry one instead of a token: {@code SDK-HMAC-SHA256}, in
 * the form of Huawei Cloud's clients, which names the access key, and in that of Open Telekom
 * Cloud's, which derives a key for a day and a service; and {@code V11-HMAC-SHA256} of Huawei
 * Cloud's, which derives a key for a day, a region and a service in another way.
 */
public final class Signatures {
  private static final Duration TOLERANCE = Duration.ofMinutes(15);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final User user;
  private final Clock clock;

  /**
   * Takes the signatures of one user.
   *
   * @param user whose keys are good
   * @param clock by which signatures grow old
   */
  public Signatures(User user, Clock clock) {
    this.user = user;
    this.clock = clock;
  }

  /** Whether a request carries a signature, good or bad. */
  boolean isSigned(Request request) {
    return request.header("Authorization").filter(SignedBy::isSignature).isPresent();
  }

  /** What is wrong with a request's signature; empty when it is good. */
  Optional<String> problem(Request request) {
    Optional<SignedBy> parsed = request.header("Authorization").flatMap(SignedBy::parse);
    if (parsed.isEmpty()) {
      return Optional.of("the signature is malformed");
    }
    SignedBy signedBy = parsed.get();
    if (!signedBy.accessKey().equals(user.accessKey())) {
      return Optional.of("Get secretKey failed,ak:" + signedBy.accessKey() + ",err:ak not exist");
    }
    String date = request.header("X-Sdk-Date").orElse("");
    if (!isFresh(date) || !signedBy.isOfDay(date)) {
      return Optional.of("the signature has expired, x-sdk-date:" + date);
    }
    boolean good =
        CanonicalRequest.of(request, signedBy.signedHeaders())
            .filter(
                canonical -> isEqual(signature(canonical, signedBy, date), signedBy.signature()))
            .isPresent();
    return good ? Optional.empty() : Optional.of("verify aksk signature fail");
  }

  private static boolean isEqual(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }

  private boolean isFresh(String date) {
    try {
      Duration age =
          Duration.between(
              LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC), clock.instant());
      return age.abs().compareTo(TOLERANCE) <= 0;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  private String signature(String canonical, SignedBy signedBy, String date) {
    String digest = Hmac.hexDigest(canonical);
    Optional<String> scope = signedBy.scope();
    String signed = signedBy.algorithm() + "\n" + date + "\n";
    if (scope.isEmpty()) {
      return Hmac.hex(user.secretKey().getBytes(StandardCharsets.UTF_8), signed + digest);
    }
    byte[] key =
        signedBy.algorithm().equals(SignedBy.V11)
            ? expandedKey(scope.get())
            : derivedKey(scope.get());
    return Hmac.hex(key, signed + scope.get() + "\n" + digest);
  }

  /** The scope's parts, one after the other: {@code 20260101/eu-de/ims/sdk_request}. */
  private byte[] derivedKey(String scope) {
    byte[] key = ("SDK" + user.secretKey()).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = Hmac.of(key, part);
    }
    return key;
  }

  /** HKDF: the access key is its salt, the scope its purpose; what is used are the digits. */
  private byte[] expandedKey(String scope) {
    byte[] salt = user.accessKey().getBytes(StandardCharsets.UTF_8);
    byte[] pseudorandom = Hmac.of(salt, user.secretKey());
    return Hmac.hex(pseudorandom, scope + (char) 1).getBytes(StandardCharsets.US_ASCII);
  }
}
