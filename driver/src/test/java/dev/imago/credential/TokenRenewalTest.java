package dev.imago.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When tokens are fetched, and how often. The clouds' time and the driver's can be set apart. */
class TokenRenewalTest {
  private static final Duration LONGER_THAN_ANY_TOKEN = Duration.ofHours(25);
  private static final int THREADS = 16;

  @TempDir Path folder;
  private final MovableClock cloudClock = new MovableClock(EmulatorConfig.DEMO_TIME);
  private final MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);
  private ClosedClouds clouds;

  @BeforeEach
  void start() {
    clouds = new ClosedClouds(folder, cloudClock, clock);
  }

  @AfterEach
  void stop() {
    clouds.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"YANDEX_SERVICE_ACCOUNT", "YANDEX_METADATA", "HUAWEI_PASSWORD"})
  void aTokenServesManyCallsAndConnections(Login login) throws SQLException {
    Map<String, String> properties = login.properties(clouds);
    Map<String, String> others = new LinkedHashMap<>(properties);
    others.put("maxCalls", "77");

    clouds.rows(properties, login.query());
    clouds.rows(properties, login.query());
    clouds.rows(others, login.query());

    assertThat(clouds.tokenRequests(login)).isEqualTo(1);
  }

  @Test
  void anotherSecretIsAnotherToken() throws SQLException {
    Login login = Login.HUAWEI_PASSWORD;
    clouds.rows(login.properties(clouds), login.query());
    Map<String, String> wrong = new LinkedHashMap<>(login.properties(clouds));
    wrong.put("huawei.password", "wrong-one");

    ClosedClouds.failure("28000", () -> clouds.rows(wrong, login.query()));
  }

  @ParameterizedTest
  @EnumSource(names = {"YANDEX_OAUTH", "OPENTELEKOM_PASSWORD"})
  void aTokenIsRenewedAheadOfItsEnd(Login login) throws SQLException {
    try (Connection connection = clouds.connect(login.properties(clouds))) {
      ClosedClouds.rows(connection, login.query());
      Duration almost =
          Duration.ofHours(login == Login.YANDEX_OAUTH ? 12 : 24).minus(Duration.ofMinutes(4));
      clock.forward(almost);
      cloudClock.forward(almost);

      assertThat(ClosedClouds.rows(connection, login.query())).isNotEmpty();

      assertThat(clouds.tokenRequests(login)).isEqualTo(2);
      assertThat(attempts(connection)).containsOnly("1");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"YANDEX_OAUTH", "YANDEX_METADATA", "OPENTELEKOM_PASSWORD"})
  void aTokenThatIsRefusedIsReplacedAndTheCallIsSentAgain(Login login) throws SQLException {
    try (Connection connection = clouds.connect(login.properties(clouds))) {
      ClosedClouds.rows(connection, login.query());
      cloudClock.forward(LONGER_THAN_ANY_TOKEN);
      clock.forward(Duration.ofHours(1));

      assertThat(ClosedClouds.rows(connection, login.query())).isNotEmpty();

      assertThat(clouds.tokenRequests(login)).isEqualTo(2);
      assertThat(attempts(connection)).contains("2");
    }
  }

  @Test
  void tokensThatAreRefusedForEverFailAfterOneRenewal() {
    Login login = Login.YANDEX_OAUTH;
    clouds
        .emulator()
        .faults()
        .add(
            FaultRule.on("GET", "/yandex/compute"),
            Fault.answer(
                Response.json(
                    401,
                    "{\"code\": 16, \"message\": \"Token is invalid or has expired.\"}"
                        .getBytes(UTF_8))));

    String message =
        ClosedClouds.failure("28000", () -> clouds.rows(login.properties(clouds), login.query()));

    assertThat(message).contains("Token is invalid or has expired.").doesNotContain("t1.");
    assertThat(clouds.tokenRequests(login)).isEqualTo(2);
    assertThat(clouds.emulator().requests().by("GET")).hasSize(2);
  }

  @Test
  void aSignatureThatIsRefusedIsNotSentAgain() {
    Login login = Login.HUAWEI_SIGNED;
    cloudClock.forward(Duration.ofHours(1));

    ClosedClouds.failure("28000", () -> clouds.rows(login.properties(clouds), login.query()));

    assertThat(clouds.emulator().requests().all()).hasSize(1);
  }

  @Test
  void eachRequestIsSignedAtItsOwnTime() throws SQLException {
    Login login = Login.HUAWEI_SIGNED;
    try (Connection connection = clouds.connect(login.properties(clouds))) {
      ClosedClouds.rows(connection, login.query());
      clock.forward(Duration.ofHours(1));
      cloudClock.forward(Duration.ofHours(1));

      assertThat(ClosedClouds.rows(connection, login.query())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"YANDEX_SERVICE_ACCOUNT", "YANDEX_OAUTH", "HUAWEI_PASSWORD"})
  void threadsThatStartAtOnceFetchOneToken(Login login) throws Exception {
    clouds
        .emulator()
        .faults()
        .add(FaultRule.on("POST", "tokens"), Fault.latency(Duration.ofMillis(200)));
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Map<String, String> properties = new LinkedHashMap<>(login.properties(clouds));
        // Different settings, so that not even the engine is shared.
        properties.put("maxCalls", Integer.toString(100 + i));
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return clouds.rows(properties, login.query());
                }));
      }
      for (Future<List<String>> result : results) {
        assertThat(result.get()).isNotEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(clouds.tokenRequests(login)).isEqualTo(1);
  }

  private static List<String> attempts(Connection connection) throws SQLException {
    return ClosedClouds.rows(connection, "SELECT attempts FROM imago.system.calls");
  }
}
