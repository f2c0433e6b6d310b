package dev.imago.opentelekom.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An access key with its secret half, which is not sent, and the form of the signatures that it
 * makes. All forms sign the same canonical request.
 */
record SigningKey(String accessKey, String secretKey, SignatureForm form) {
  private static final String ALGORITHM = "SDK-HMAC-SHA256";
  private static final String REGIONAL_ALGORITHM = "V11-HMAC-SHA256";
  private static final String MAC = "HmacSHA256";

  /** The number of the only block of a derived key, as the derivation ends. */
  private static final String FIRST_BLOCK = "\u0001";

  /** A point in time begins with its day, in as many digits. */
  private static final int DAY = 8;

  /**
   * What a request is signed for.
   *
   * @param date when it is signed: {@code 20260101T000000Z}
   * @param region empty when nothing says it
   * @param service {@code ims}
   */
  record Purpose(String date, String region, String service) {
    String day() {
      return date.substring(0, DAY);
    }
  }

  /** The header {@code Authorization}. */
  String authorization(Purpose purpose, CanonicalRequest request) {
    String date = purpose.date();
    return switch (form) {
      case SIMPLE ->
          header(
              ALGORITHM + " Access=" + accessKey,
              request,
              mac(secretKey.getBytes(UTF_8), text(ALGORITHM, date, request.digest())));
      case DAILY -> {
        List<String> scope = List.of(purpose.day(), "", "", "sdk_request");
        String written = String.join("/", scope);
        yield header(
            ALGORITHM + " Credential=" + accessKey + "/" + written,
            request,
            mac(daily(scope), text(ALGORITHM, date, written, request.digest())));
      }
      case REGIONAL -> {
        String scope = String.join("/", purpose.day(), purpose.region(), purpose.service());
        yield header(
            REGIONAL_ALGORITHM + " Credential=" + accessKey + "/" + scope,
            request,
            mac(regional(scope), text(REGIONAL_ALGORITHM, date, scope, request.digest())));
      }
    };
  }

  private byte[] daily(List<String> scope) {
    byte[] key = ("SDK" + secretKey).getBytes(UTF_8);
    for (String part : scope) {
      key = mac(key, part);
    }
    return key;
  }

  /** RFC 5869 with the access key as the salt; the key's hexadecimal digits are what signs. */
  private byte[] regional(String scope) {
    byte[] extracted = mac(accessKey.getBytes(UTF_8), secretKey);
    return HexFormat.of().formatHex(mac(extracted, scope + FIRST_BLOCK)).getBytes(UTF_8);
  }

  private static String text(String... lines) {
    return String.join("\n", lines);
  }

  private static String header(String begin, CanonicalRequest request, byte[] signature) {
    return begin
        + ", SignedHeaders="
        + request.signedHeaders()
        + ", Signature="
        + HexFormat.of().formatHex(signature);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  /** Without the secret half. */
  @Override
  public String toString() {
    return accessKey;
  }
}
