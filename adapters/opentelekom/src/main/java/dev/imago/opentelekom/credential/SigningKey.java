package dev.imago.opentelekom.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An access key with its secret half, which is not sent, and the form of the signatures that it
 * makes. Both forms are {@code SDK-HMAC-SHA256} of the same canonical request.
 */
record SigningKey(String accessKey, String secretKey, Form form) {
  private static final String ALGORITHM = "SDK-HMAC-SHA256";
  private static final String MAC = "HmacSHA256";

  /** A point in time begins with its day, in as many digits. */
  private static final int DAY = 8;

  /** How a signature is made. */
  enum Form {
    /** By the secret key itself: {@code Access=...}, as Huawei Cloud's clients do. */
    SIMPLE,

    /**
     * By a key that is derived for one day: {@code Credential=...}, as Open Telekom Cloud's client
     * does, which leaves the region and the service empty.
     */
    DERIVED
  }

  /**
   * The header {@code Authorization}.
   *
   * @param date when the request is signed: {@code 20260101T000000Z}
   */
  String authorization(String date, CanonicalRequest request) {
    return switch (form) {
      case SIMPLE ->
          header(
              "Access=" + accessKey,
              request,
              mac(secretKey.getBytes(UTF_8), text(ALGORITHM, date, request.digest())));
      case DERIVED -> {
        List<String> scope = List.of(date.substring(0, DAY), "", "", "sdk_request");
        String written = String.join("/", scope);
        yield header(
            "Credential=" + accessKey + "/" + written,
            request,
            mac(derived(scope), text(ALGORITHM, date, written, request.digest())));
      }
    };
  }

  private byte[] derived(List<String> scope) {
    byte[] key = ("SDK" + secretKey).getBytes(UTF_8);
    for (String part : scope) {
      key = mac(key, part);
    }
    return key;
  }

  private static String text(String... lines) {
    return String.join("\n", lines);
  }

  private static String header(String who, CanonicalRequest request, byte[] signature) {
    return ALGORITHM
        + " "
        + who
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
