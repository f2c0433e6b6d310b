package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.yandex.iam.IamApi;
import java.security.PrivateKey;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for claims and OAuth tokens, what they open, and for how long. */
final class YandexTokensTest extends EmulatorTest {
  private static final String TOKENS = "/yandex/iam/v1/tokens";
  private static final String ZONES = "/yandex/compute/v1/zones";
  private static final String METADATA =
      "/yandex/computeMetadata/v1/instance/service-accounts/default/token";
  private static final String HEADER =
      "{'typ': 'JWT', 'alg': 'PS256', 'kid': 'ajkacmekey0000000000'}";

  /** One hour from the demo's time. */
  private static final String CLAIMS =
      "{'iss': 'ajeacmereader0000000', 'aud': 'https://iam.api.cloud.yandex.net/iam/v1/tokens',"
          + " 'iat': 1781524800, 'exp': 1781528400}";

  private final MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);

  @BeforeEach
  void closeTheDoors() throws Exception {
    restart(EmulatorConfig.builder().clock(clock).validTokens("good").build());
  }

  @Test
  void givesATokenForClaims() throws Exception {
    EmulatorClient.Answer answer = claim(HEADER, CLAIMS, key());
    String token = answer.json().path("iamToken").asText();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(token).matches("t1\\.[A-Z0-9a-z_-]+={0,2}\\.[A-Z0-9a-z_-]{86}={0,2}");
    assertThat(answer.json().path("expiresAt").asText()).isEqualTo("2026-06-16T00:00:00Z");
    assertThat(opens(token)).isTrue();
    assertThat(emulator.requests().all().get(0).body()).isEqualTo("{\"jwt\": \"***\"}");

    clock.forward(Duration.ofHours(12));
    assertThat(opens(token)).isFalse();
  }

  @Test
  void takesAnAudienceInAList() throws Exception {
    assertThat(
            claim(
                    HEADER,
                    CLAIMS.replace("'https://iam", "['https://iam").replace("tokens'", "tokens']"),
                    key())
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ajkacmekey0000000000 | ajkother | JWT key ajkother not found",
        "PS256                | RS256    | JWT signature is invalid",
        "ajeacmereader0000000 | ajeother | JWT issuer is not the owner of the key",
        "iam.api              | example  | JWT audience is invalid",
        "1781528400           | 1781524000 | JWT is expired, or is issued for more than an hour",
        "1781528400           | 1781528401 | JWT is expired, or is issued for more than an hour",
        "1781524800           | 1781525200 | JWT is expired, or is issued for more than an hour"
      })
  void refusesOtherClaims(String part, String other, String message) throws Exception {
    EmulatorClient.Answer answer =
        claim(HEADER.replace(part, other), CLAIMS.replace(part, other), key());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("code").asInt()).isEqualTo(16);
    assertThat(answer.json().path("message").asText()).isEqualTo(message);
  }

  @Test
  void refusesTheSignatureOfAnotherKey() throws Exception {
    assertThat(claim(HEADER, CLAIMS, Claims.otherKey()).json().path("message").asText())
        .isEqualTo("JWT signature is invalid");
  }

  @Test
  void givesATokenForAnOauthToken() throws Exception {
    EmulatorClient.Answer answer =
        client.post(TOKENS, "{\"yandexPassportOauthToken\": \"" + IamApi.OAUTH_TOKEN + "\"}");

    assertThat(opens(answer.json().path("iamToken").asText())).isTrue();
    assertThat(emulator.requests().all().get(0).body()).doesNotContain("y0_");
    assertThat(client.post(TOKENS, "{\"yandexPassportOauthToken\": \"y0_other\"}").status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "{\"jwt\": \"a\", \"yandexPassportOauthToken\": \"b\"}"})
  void refusesOtherBodies(String body) throws Exception {
    EmulatorClient.Answer answer = client.post(TOKENS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asInt()).isEqualTo(3);
  }

  @Test
  void refusesWhatIsNoJwt() throws Exception {
    assertThat(client.post(TOKENS, "{\"jwt\": \"a.b\"}").json().path("message").asText())
        .isEqualTo("JWT is malformed");
  }

  @Test
  void givesAMachineItsToken() throws Exception {
    EmulatorClient.Answer answer = client.get(METADATA, "Metadata-Flavor", "Google");

    assertThat(answer.json().path("expires_in").asLong()).isEqualTo(43_200);
    assertThat(opens(answer.json().path("access_token").asText())).isTrue();
    assertThat(client.get(METADATA).status()).isEqualTo(403);
    assertThat(client.get(METADATA + "s", "Metadata-Flavor", "Google").status()).isEqualTo(404);
  }

  private PrivateKey key() throws Exception {
    return Claims.key(emulator.keyFile("yandex"));
  }

  private EmulatorClient.Answer claim(String header, String claims, PrivateKey key)
      throws Exception {
    return client.post(TOKENS, "{\"jwt\": \"" + Claims.sign("PS256", header, claims, key) + "\"}");
  }

  private boolean opens(String token) throws Exception {
    return client.get(ZONES, "Authorization", "Bearer " + token).status() == 200;
  }
}
