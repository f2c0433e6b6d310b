package dev.imago.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;

/** Writes signed claims as clients do. */
final class Claims {
  private Claims() {}

  /** The private key of a service account's key file. */
  static PrivateKey key(String keyFile) throws IOException, GeneralSecurityException {
    JsonNode file = JsonReader.read(keyFile);
    String pem = file.path("private_key").asText();
    String content =
        pem.substring(pem.indexOf("-----BEGIN PRIVATE KEY-----") + 27, pem.indexOf("-----END"));
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(content)));
  }

  /** A key that nobody knows. */
  static PrivateKey otherKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair().getPrivate();
  }

  /** The token of a header and of claims, which are written with single quotes. */
  static String sign(String algorithm, String header, String claims, PrivateKey key)
      throws GeneralSecurityException {
    String content = encoded(json(header)) + "." + encoded(json(claims));
    Signature signature =
        Signature.getInstance(algorithm.equals("PS256") ? "RSASSA-PSS" : "SHA256withRSA");
    if (algorithm.equals("PS256")) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    signature.initSign(key);
    signature.update(content.getBytes(UTF_8));
    return content + "." + encoded(signature.sign());
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
