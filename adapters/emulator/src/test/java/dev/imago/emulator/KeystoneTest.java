package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for passwords, what they open, and whose projects they show. */
final class KeystoneTest extends EmulatorTest {
  private static final String GERMANY = "ac234de25c6741d2b1273da49eea1b9e";
  private static final String IAM = "/opentelekom/iam/eu-de/v3";
  private static final String IMAGES = "/opentelekom/ims/eu-de/v2/cloudimages";
  private static final String BY_NAME = "\"name\": \"eu-de\", \"domain\": {\"name\": \"ACME-OTC\"}";

  @Test
  void givesATokenThatNamesItsProject() throws Exception {
    EmulatorClient.Answer answer = login("builder", "demo-password", "ACME-OTC", BY_NAME, "");
    JsonNode token = answer.json().path("token");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(subject(answer)).matches("[0-9a-f]{32}");
    assertThat(token.path("issued_at").asText()).isEqualTo("2026-06-15T12:00:00.000000Z");
    assertThat(token.path("expires_at").asText()).isEqualTo("2026-06-16T12:00:00.000000Z");
    assertThat(token.at("/project/id").asText()).isEqualTo(GERMANY);
    assertThat(token.at("/user/domain/name").asText()).isEqualTo("ACME-OTC");
    assertThat(token.at("/catalog/0/type").asText()).isEqualTo("image");
    assertThat(token.at("/catalog/0/endpoints/0/url").asText())
        .isEqualTo(emulator.baseUrl() + "/opentelekom/ims/eu-de");
    assertThat(token.at("/catalog/0/endpoints/0/interface").asText()).isEqualTo("public");
  }

  @Test
  void leavesOutTheCatalog() throws Exception {
    JsonNode answer =
        login("builder", "demo-password", "ACME-OTC", BY_NAME, "?nocatalog=true").json();

    assertThat(answer.path("token").has("project")).isTrue();
    assertThat(answer.path("token").has("catalog")).isFalse();
  }

  @Test
  void opensTheProjectOfTheTokenUntilItExpires() throws Exception {
    MovableClock clock = new MovableClock(Instant.parse("2026-06-15T12:00:00Z"));
    restart(EmulatorConfig.builder().clock(clock).validTokens("other").build());
    String scope = "\"id\": \"" + GERMANY + "\"";
    String token = subject(login("builder", "demo-password", "ACME-OTC", scope, ""));

    assertThat(client.get(IMAGES, "X-Auth-Token", token).status()).isEqualTo(200);
    assertThat(client.get("/opentelekom/ims/eu-nl/v2/cloudimages", "X-Auth-Token", token).status())
        .isEqualTo(403);
    assertThat(client.get(IMAGES, "X-Auth-Token", "0" + token).status()).isEqualTo(401);
    clock.forward(Duration.ofHours(24));
    assertThat(client.get(IMAGES, "X-Auth-Token", token).status()).isEqualTo(401);
  }

  @Test
  void refusesAnotherProjectThanTheTokens() throws Exception {
    String token = subject(login("builder", "demo-password", "ACME-OTC", BY_NAME, ""));
    EmulatorClient.Answer answer =
        client.get(
            "/opentelekom/ims/eu-nl/v1/5d0c7f42b86e4f1f9a3e6c2d81b745e0/jobs/x",
            "X-Auth-Token",
            token);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("error_msg").asText()).contains("the token is not for project");
  }

  @Test
  void listsTheProjectsOfTheUser() throws Exception {
    restart(EmulatorConfig.builder().validTokens("good").build());
    EmulatorClient.Answer answer = client.get(IAM + "/auth/projects", "X-Auth-Token", "good");

    assertThat(answer.each("projects", "name")).containsExactly("eu-de", "eu-nl");
    assertThat(answer.each("projects", "id")).contains(GERMANY);
    assertThat(client.get(IAM + "/auth/projects").status()).isEqualTo(401);
  }

  @Test
  void showsProjectsToATokenWithoutOne() throws Exception {
    restart(EmulatorConfig.builder().validTokens("other").build());
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user": {
          "id": "2b8c4f6e0a1d4739b5e7c9d1f3a5b708", "password": "demo-password"}}}}}
        """;
    EmulatorClient.Answer answer = client.post(IAM + "/auth/tokens", body);

    assertThat(answer.json().path("token").has("project")).isFalse();
    assertThat(
            client
                .get(IAM + "/auth/projects", "X-Auth-Token", subject(answer))
                .each("projects", "name"))
        .containsExactly("eu-de", "eu-nl");
    assertThat(client.get(IMAGES, "X-Auth-Token", subject(answer)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "builder, wrong, ACME-OTC, The username or password is wrong.",
    "nobody, demo-password, ACME-OTC, The username or password is wrong.",
    "builder, demo-password, other, The username or password is wrong."
  })
  void refusesOthers(String user, String password, String domain, String message) throws Exception {
    EmulatorClient.Answer answer = login(user, password, domain, BY_NAME, "");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().at("/error/code").asInt()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo(message);
    assertThat(answer.response().headers().firstValue("X-Subject-Token")).isEmpty();
  }

  @Test
  void refusesProjectsThatDoNotExist() throws Exception {
    EmulatorClient.Answer answer =
        login("builder", "demo-password", "ACME-OTC", "\"id\": \"nowhere\"", "");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo("The project does not exist.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"auth\": {\"identity\": {\"methods\": [\"token\"]}}}"})
  void refusesOtherBodies(String body) throws Exception {
    EmulatorClient.Answer answer = client.post(IAM + "/auth/tokens", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/title").asText()).isEqualTo("Bad Request");
  }

  @Test
  void keepsPasswordsOutOfTheLog() throws Exception {
    login("builder", "demo-password", "ACME-OTC", BY_NAME, "");

    assertThat(emulator.requests().all().get(0).body())
        .contains("\"password\": \"***\"", "\"name\": \"builder\"")
        .doesNotContain("demo-password");
  }

  private EmulatorClient.Answer login(
      String user, String password, String domain, String project, String query) throws Exception {
    String body =
        String.format(
            Locale.ROOT,
            """
            {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "%s",
              "password": "%s", "domain": {"name": "%s"}}}}, "scope": {"project": {%s}}}}
            """,
            user,
            password,
            domain,
            project);
    return client.post(IAM + "/auth/tokens" + query, body);
  }

  private static String subject(EmulatorClient.Answer answer) {
    return answer.response().headers().firstValue("X-Subject-Token").orElse("");
  }
}
