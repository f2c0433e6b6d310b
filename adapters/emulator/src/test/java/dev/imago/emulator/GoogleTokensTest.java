package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import java.security.PrivateKey;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access tokens for claims, what they open, and for how long. */
final class GoogleTokensTest extends EmulatorTest {
  private static final String ZONES = "/compute/v1/projects/acme-prod/zones";
  private static final String METADATA =
      "/computeMetadata/v1/instance/service-accounts/default/token";
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  /** One hour from the demo's time. */
  private static final String CLAIMS =
      "{'iss': 'reader@acme-prod.iam.gserviceaccount.com', 'scope': 'https://a/cloud-platform',"
          + " 'aud': 'https://oauth2.googleapis.com/token', 'iat': 1781524800, 'exp': 1781528400}";

  private final MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);
  private String header = "";

  @BeforeEach
  void closeTheDoors() throws Exception {
    restart(EmulatorConfig.builder().clock(clock).validTokens("good").build());
    JsonNode file = JsonReader.read(emulator.keyFile("google"));
    header =
        "{'alg': 'RS256', 'typ': 'JWT', 'kid': '" + file.path("private_key_id").asText() + "'}";
  }

  @Test
  void givesATokenForClaims() throws Exception {
    EmulatorClient.Answer answer = claim(header, CLAIMS, key());
    String token = answer.json().path("access_token").asText();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("expires_in").asLong()).isEqualTo(3600);
    assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(opens(token)).isTrue();
    assertThat(emulator.requests().all().get(0).body()).endsWith("&assertion=***");

    clock.forward(Duration.ofHours(1));
    assertThat(opens(token)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reader@    | other@     | invalid_grant | Invalid grant: account not found",
        "RS256      | PS256      | invalid_grant | Invalid JWT Signature.",
        "'kid': '   | 'kid': 'x  | invalid_grant | Invalid JWT Signature.",
        "oauth2.    | example.   | invalid_grant | Invalid JWT: Failed audience check.",
        "1781528400 | 1781524000 | invalid_grant | Invalid JWT: Token must be a short-lived token",
        "1781528400 | 1781528401 | invalid_grant | Invalid JWT: Token must be a short-lived token",
        "https://a/cloud-platform | '' | invalid_scope | Invalid OAuth scope"
      },
      quoteCharacter = '"')
  void refusesOtherClaims(String part, String other, String code, String message) throws Exception {
    String replacement = other.equals("''") ? "" : other;
    EmulatorClient.Answer answer =
        claim(header.replace(part, replacement), CLAIMS.replace(part, replacement), key());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo(code);
    assertThat(answer.json().path("error_description").asText()).startsWith(message);
  }

  @Test
  void refusesTheSignatureOfAnotherKey() throws Exception {
    assertThat(claim(header, CLAIMS, Claims.otherKey()).json().path("error_description").asText())
        .isEqualTo("Invalid JWT Signature.");
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=refresh_token, unsupported_grant_type",
    "assertion=a.b.c, unsupported_grant_type",
    "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a, invalid_grant",
    "grant_type=%zz, invalid_request"
  })
  void refusesOtherForms(String form, String code) throws Exception {
    EmulatorClient.Answer answer = client.post("/token", form);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo(code);
  }

  @Test
  void givesAMachineItsToken() throws Exception {
    EmulatorClient.Answer answer = client.get(METADATA, "Metadata-Flavor", "Google");

    assertThat(answer.response().headers().firstValue("Metadata-Flavor")).contains("Google");
    assertThat(opens(answer.json().path("access_token").asText())).isTrue();
    assertThat(client.get(METADATA).status()).isEqualTo(403);
  }

  @Test
  void otherPathsAndVerbsAreNotThere() throws Exception {
    assertThat(client.get("/token").status()).isEqualTo(404);
    assertThat(client.post("/token/x", "").status()).isEqualTo(404);
  }

  private PrivateKey key() throws Exception {
    return Claims.key(emulator.keyFile("google"));
  }

  private EmulatorClient.Answer claim(String header, String claims, PrivateKey key)
      throws Exception {
    String jwt = Claims.sign("RS256", header, claims, key);
    return client.post(
        "/token", "grant_type=" + EmulatorClient.encoded(GRANT) + "&assertion=" + jwt);
  }

  private boolean opens(String token) throws Exception {
    return client.get(ZONES, "Authorization", "Bearer " + token).status() == 200;
  }
}
