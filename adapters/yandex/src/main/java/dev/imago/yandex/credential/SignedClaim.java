package dev.imago.yandex.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A JWT by which a service account says that it is itself, signed with PS256 (RFC 7518, 3.5).
 *
 * @param keyId the id of the key
 * @param serviceAccount the id of the account that the key belongs to
 */
record SignedClaim(String keyId, String serviceAccount, PrivateKey key) {
  /** Whom the claim is made to, wherever it is sent. */
  private static final String AUDIENCE = "https://iam.api.cloud.yandex.net/iam/v1/tokens";

  /** The longest that is taken. */
  private static final Duration LIFE = Duration.ofHours(1);

  /** The salt is as long as the hash. */
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  String write(Instant now) {
    String content = encoded(header()) + "." + encoded(claims(now));
    return content + "." + encoded(signature(content.getBytes(US_ASCII)));
  }

  private byte[] signature(byte[] content) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(PS256);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java signs with RSASSA-PSS", e);
    }
  }

  private byte[] header() {
    return object(
        json -> {
          json.writeStringField("typ", "JWT");
          json.writeStringField("alg", "PS256");
          json.writeStringField("kid", keyId);
        });
  }

  private byte[] claims(Instant now) {
    return object(
        json -> {
          json.writeStringField("iss", serviceAccount);
          json.writeStringField("aud", AUDIENCE);
          json.writeNumberField("iat", now.getEpochSecond());
          json.writeNumberField("exp", now.plus(LIFE).getEpochSecond());
        });
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] object(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
