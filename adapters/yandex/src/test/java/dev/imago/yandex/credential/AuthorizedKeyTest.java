package dev.imago.yandex.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizedKeyTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aClaimIsSignedByTheKeyOfTheFile() throws Exception {
    KeyPair pair = keyPair();
    Path file = write(json(pem(pair)));

    String[] parts = AuthorizedKey.read(file).claim(NOW).split("\\.", -1);

    assertThat(parts).hasSize(3);
    assertThat(decoded(parts[0]))
        .isEqualTo("{\"typ\":\"JWT\",\"alg\":\"PS256\",\"kid\":\"ajek1\"}");
    assertThat(decoded(parts[1]))
        .isEqualTo(
            "{\"iss\":\"ajesa1\",\"aud\":\"https://iam.api.cloud.yandex.net/iam/v1/tokens\","
                + "\"iat\":1781524800,\"exp\":1781528400}");
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    signature.initVerify(pair.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                        | is no JSON object",
        "{\"id\": \"ajek1\"}                                       | has no field service_account_id",
        "{\"id\": \"a\", \"service_account_id\": \"b\", \"private_key\": \"s3cret\"} | has no PKCS #8 key",
        "{\"id\": \"a\", \"service_account_id\": \"b\", \"private_key\":"
            + " \"-----BEGIN PRIVATE KEY-----s3cret00-----END PRIVATE KEY-----\"} | has no RSA key",
      })
  void anotherFileIsRefused(String content, String why) throws IOException {
    Path file = write(content);

    assertThatThrownBy(() -> AuthorizedKey.read(file))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessageContainingAll(file.toString(), "yandex.credentials", why)
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> AuthorizedKey.read(folder.resolve("none.json")))
        .hasMessageContainingAll("none.json", "does not exist");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("key.json"), content);
  }

  private static String json(String pem) {
    return """
        {"id": "ajek1", "service_account_id": "ajesa1", "created_at": "2026-01-01T00:00:00Z",
         "key_algorithm": "RSA_2048", "public_key": "", "private_key": "%s"}
        """
        .formatted(pem);
  }

  private static String pem(KeyPair pair) {
    return "PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <ajek1>\\n"
        + "-----BEGIN PRIVATE KEY-----\\n"
        + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
        + "\\n-----END PRIVATE KEY-----\\n";
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }
}
