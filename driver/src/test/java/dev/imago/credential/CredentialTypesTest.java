package dev.imago.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialTypesTest {
  @TempDir Path folder;
  private ClosedClouds clouds;

  @BeforeEach
  void start() {
    // Google's library tells the time by the machine's clock.
    clouds = new ClosedClouds(folder, Clock.systemUTC(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    clouds.close();
  }

  @ParameterizedTest
  @EnumSource
  void opensTheDoors(Login login) throws SQLException {
    Map<String, String> properties = login.properties(clouds);

    assertThat(clouds.rows(properties, login.query())).isNotEmpty();
    assertThat(clouds.tokenRequests(login)).isEqualTo(login.hasTokens() ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void withoutItTheDoorsAreClosed(Login login) {
    String message = ClosedClouds.failure("28000", () -> clouds.rows(Map.of(), login.query()));

    assertThat(message).contains("check " + login.provider() + ".auth");
  }

  @ParameterizedTest
  @EnumSource
  void noSecretIsShown(Login login) throws SQLException {
    Map<String, String> properties = login.properties(clouds);
    try (ShownText shown = new ShownText();
        Connection connection = clouds.connect(properties)) {
      ClosedClouds.rows(connection, login.query());
      for (String sql :
          List.of(
              "EXPLAIN PLAN FOR " + login.query(),
              "SELECT url || COALESCE(error, '') FROM imago.system.calls",
              "SELECT value FROM imago.system.properties")) {
        shown.add(ClosedClouds.rows(connection, sql));
      }
      assertThat(shown.text())
          .doesNotContain("demo-password", "SKTEST", "y0_", "ya29.", "t1.", "PRIVATE KEY")
          .contains(login.provider());
      assertThat(ClosedClouds.rows(connection, "SELECT url FROM imago.system.calls"))
          .as("the calls are those of the tables")
          .isNotEmpty()
          .noneMatch(url -> url.contains("token"));
    }
    assertThat(clouds.emulator().requests().all())
        .asString()
        .doesNotContain("demo-password", "SKTEST", "y0_", "ya29.", "t1.", "PRIVATE KEY");
  }

  @ParameterizedTest
  @CsvSource({
    "GOOGLE_SERVICE_ACCOUNT, google.credentials",
    "YANDEX_SERVICE_ACCOUNT, yandex.credentials",
    "YANDEX_OAUTH, yandex.token",
    "OPENTELEKOM_PASSWORD, opentelekom.username",
    "OPENTELEKOM_PASSWORD, opentelekom.password",
    "OPENTELEKOM_PASSWORD, opentelekom.domain",
    "HUAWEI_PASSWORD, huawei.domain",
    "OPENTELEKOM_SIGNED, opentelekom.accessKey",
    "HUAWEI_SIGNED, huawei.secretKey"
  })
  void aMissingPropertyIsNamed(Login login, String property) {
    Map<String, String> properties = new LinkedHashMap<>(login.properties(clouds));
    properties.remove(property);

    String message = ClosedClouds.failure("28000", () -> clouds.rows(properties, login.query()));

    assertThat(message)
        .contains(properties.get(login.provider() + ".auth") + " needs the property " + property);
    assertThat(clouds.emulator().requests().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "YANDEX_OAUTH | yandex.token | y0_wrong | OAuth token is invalid; check the OAuth token",
        "OPENTELEKOM_PASSWORD | opentelekom.password | wrong-one"
            + "| The username or password is wrong.; check opentelekom.username",
        "OPENTELEKOM_PASSWORD | opentelekom.domain | other"
            + "| The username or password is wrong.; opentelekom.domain",
        "HUAWEI_SIGNED | huawei.secretKey | wrong-one"
            + "| APIGW.0301; verify aksk signature fail; check huawei.auth",
        "HUAWEI_DERIVED | huawei.secretKey | wrong-one"
            + "| APIGW.0301; verify aksk signature fail; check huawei.auth",
        "OPENTELEKOM_DERIVED | opentelekom.secretKey | wrong-one"
            + "| APIGW.0301; verify aksk signature fail; check opentelekom.auth",
        "OPENTELEKOM_SIGNED | opentelekom.accessKey | AKOTHER | ak not exist"
      })
  void aWrongSecretIsRefusedInTheCloudsWords(
      Login login, String property, String value, String words) {
    Map<String, String> properties = new LinkedHashMap<>(login.properties(clouds));
    properties.put(property, value);

    String message = ClosedClouds.failure("28000", () -> clouds.rows(properties, login.query()));

    assertThat(message).contains(words.split("; ", -1)).doesNotContain("y0_wrong", "wrong-one");
  }

  @Test
  void aKeyOfAnotherAccountIsRefused() {
    try (ClosedClouds others = new ClosedClouds(folder, Clock.systemUTC(), Clock.systemUTC())) {
      for (Login login : List.of(Login.YANDEX_SERVICE_ACCOUNT, Login.GOOGLE_SERVICE_ACCOUNT)) {
        Map<String, String> properties = login.properties(others);

        String message =
            ClosedClouds.failure("28000", () -> clouds.rows(properties, login.query()));

        assertThat(message).containsIgnoringCase("JWT signature").doesNotContain("eyJ");
      }
    }
  }

  @Test
  void aClaimFromAMachineWhoseClockIsWrongIsRefused() {
    Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
    try (ClosedClouds closed = new ClosedClouds(folder, Clock.systemUTC(), slow)) {
      assertThat(
              ClosedClouds.failure(
                  "28000",
                  () ->
                      closed.rows(
                          Login.YANDEX_SERVICE_ACCOUNT.properties(closed),
                          Login.YANDEX_SERVICE_ACCOUNT.query())))
          .contains("JWT is expired");
      assertThat(
              ClosedClouds.failure(
                  "28000",
                  () ->
                      closed.rows(
                          Login.HUAWEI_SIGNED.properties(closed), Login.HUAWEI_SIGNED.query())))
          .contains("the signature has expired");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GOOGLE_SERVICE_ACCOUNT", "YANDEX_OAUTH", "HUAWEI_PASSWORD"})
  void aTokenEndpointThatDoesNotListenIsAConnectionFailure(Login login) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Map<String, String> properties = new LinkedHashMap<>(login.properties(clouds));
    properties.put(login.provider() + ".auth.url", "http://127.0.0.1:" + port + "/tokens");

    assertThat(ClosedClouds.failure("08001", () -> clouds.rows(properties, login.query())))
        .doesNotContain("y0_", "demo-password");
  }

  @ParameterizedTest
  @EnumSource(names = {"GOOGLE_SERVICE_ACCOUNT", "YANDEX_OAUTH", "HUAWEI_PASSWORD"})
  void aSecretIsNotSentInClear(Login login) {
    Map<String, String> properties = new LinkedHashMap<>(login.properties(clouds));
    properties.put(login.provider() + ".auth.url", "http://tokens.invalid/tokens");

    assertThat(ClosedClouds.failure("22023", () -> clouds.rows(properties, login.query())))
        .contains("in clear", login.provider() + ".auth.url");
  }

  @Test
  void userAndPasswordAreThoseOfTheOneAccountThatNeedsThem() throws SQLException {
    Map<String, String> properties =
        Map.of(
            "opentelekom.auth", "password",
            "opentelekom.domain", "ACME-OTC",
            "user", "builder",
            "password", "demo-password");

    assertThat(clouds.rows(properties, Login.OPENTELEKOM_PASSWORD.query())).isNotEmpty();
  }

  @Test
  void eachProjectHasATokenOfItsOwn() throws SQLException {
    Map<String, String> properties = new HashMap<>(Login.OPENTELEKOM_PASSWORD.properties(clouds));
    properties.put(
        "opentelekom.project_id",
        "eu-de/ac234de25c6741d2b1273da49eea1b9e,eu-nl/5d0c7f42b86e4f1f9a3e6c2d81b745e0");
    properties.put("opentelekom.region", "eu-de,eu-nl");

    assertThat(clouds.rows(properties, "SELECT DISTINCT region FROM opentelekom.ims.images"))
        .containsExactlyInAnyOrder("eu-de", "eu-nl");
    assertThat(clouds.emulator().requests().by("POST"))
        .extracting(request -> request.target())
        .containsExactlyInAnyOrder(
            "/opentelekom/iam/eu-de/v3/auth/tokens?nocatalog=true",
            "/opentelekom/iam/eu-nl/v3/auth/tokens?nocatalog=true");
  }
}
