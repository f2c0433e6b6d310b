package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clouds that misbehave, and wrong settings: the statement fails with the right SQLState and says
 * what was being done and what to do. What is no answer is never given as one.
 */
@Timeout(60)
class BadInputTest {
  private static final String WITHOUT_WAITS = "jdbc:imago:retryBase=0s;";
  private static final int ROWS_PER_PAGE = 5;
  private static final String IMAGES =
      "SELECT name FROM google.compute.images WHERE project = 'debian-cloud'";

  private Clouds clouds;

  @BeforeEach
  void start() throws IOException {
    clouds = new Clouds(EmulatorConfig.builder().mostRowsPerPage(ROWS_PER_PAGE).build());
  }

  @AfterEach
  void stop() {
    clouds.close();
  }

  @Test
  void unknownPropertyIsRefusedWithTheNearestName() {
    Outcome outcome = read("jdbc:imago:google.projects=p", "VALUES 1");

    assertThat(outcome.state()).isEqualTo("01S00");
    assertThat(outcome.message()).contains("\"google.projects\"", "\"google.project\"");
  }

  @Test
  void unreachableHostIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port + "/compute/beta";

    Outcome outcome = read(WITHOUT_WAITS + "google.compute.url=" + url, IMAGES);

    assertThat(outcome.state()).isEqualTo("08001");
    assertThat(outcome.message())
        .contains("google.compute.images", "GET " + url + "/projects/debian-cloud/global/images")
        .contains("cannot connect to 127.0.0.1:" + port, "google.compute.url");
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid, 22023",
    "401, authError, 28000",
    "403, forbidden, 42501",
    "403, rateLimitExceeded, 53400",
    "404, notFound, 42704",
    "429, rateLimitExceeded, 53400",
    "500, backendError, HV000",
    "503, backendError, HV000"
  })
  void errorsOfTheCloudKeepItsWords(int status, String reason, String state) {
    clouds
        .emulator()
        .faults()
        .add(
            FaultRule.always(),
            Fault.answer(
                Response.of(
                    status,
                    "application/json",
                    "{\"error\": {\"code\": "
                        + status
                        + ", \"message\": \"In its words.\", \"errors\": [{\"reason\": \""
                        + reason
                        + "\", \"message\": \"In its words.\"}]}}")));

    Outcome outcome = read(WITHOUT_WAITS, IMAGES);

    assertThat(outcome.state()).isEqualTo(state);
    assertThat(outcome.rows()).isEmpty();
    assertThat(outcome.message())
        .startsWith("google.compute.images: GET http://demo/compute/beta/projects/debian-cloud/")
        .contains("answered " + status, reason + ": In its words.")
        .matches("(?s).*; [a-z].*");
  }

  @Test
  void refusalsHaveTheClassesOfJdbc() {
    answer(Response.of(401, "application/json", "{\"error\": {\"code\": 401}}"));
    assertThat(read(WITHOUT_WAITS, IMAGES).type())
        .isAssignableTo(SQLInvalidAuthorizationSpecException.class);

    clouds.emulator().faults().clear();
    answer(Response.of(429, "application/json", "{\"error\": {\"code\": 429}}"));
    assertThat(read(WITHOUT_WAITS, IMAGES).type()).isAssignableTo(SQLTransientException.class);
  }

  @ParameterizedTest
  @CsvSource({"200", "404", "502"})
  void htmlIsNoAnswer(int status) {
    answer(Response.html(status, "<html><title>Sign in to the network</title></html>"));

    Outcome outcome = read(WITHOUT_WAITS, IMAGES);

    assertThat(outcome.state()).isEqualTo("HV000");
    assertThat(outcome.rows()).isEmpty();
    assertThat(outcome.message())
        .contains("answered " + status, "text/html", "<title>Sign in to the network");
  }

  @Test
  void bodyThatIsShorterThanItsLengthIsALostConnection() {
    strike(Fault.cutInsideAnswer(100));

    assertLost(read(WITHOUT_WAITS, IMAGES));
  }

  @Test
  void bodyThatEndsInTheMiddleOfTheJsonCannotBeRead() {
    strike(Fault.truncatedBody(100));

    Outcome outcome = read(WITHOUT_WAITS, IMAGES);

    assertThat(outcome.state()).isEqualTo("HV000");
    assertThat(outcome.message()).contains("answered JSON that cannot be read");
  }

  @Test
  void chunkedBodyThatBreaksOffIsALostConnection() throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      String images = "{\"name\": \"a\"},".repeat(5_000);
      MockResponse broken =
          new MockResponse.Builder()
              .setHeader("Content-Type", "application/json")
              .chunkedBody("{\"items\": [" + images + "{\"name\": \"z\"}]}", 1_000)
              .onResponseBody(new SocketEffect.CloseSocket())
              .build();
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return broken;
            }
          });
      server.start();

      assertLost(read(WITHOUT_WAITS + "google.compute.url=" + server.url("/c"), IMAGES));
    }
  }

  @Test
  void connectionThatClosesWithoutAnAnswerIsLost() {
    strike(Fault.cutBeforeAnswer());

    assertLost(read(WITHOUT_WAITS, IMAGES));
  }

  private static void assertLost(Outcome outcome) {
    assertThat(outcome.state()).isEqualTo("08006");
    assertThat(outcome.message())
        .contains("google.compute.images: GET ", "lost the connection", "run the statement again");
  }

  @Test
  void pageTwoThatFailsIsNoEnd() {
    clouds
        .emulator()
        .faults()
        .add(
            FaultRule.on("GET", "pageToken="),
            Fault.answer(Response.of(500, "application/json", "{\"error\": {\"code\": 500}}")));

    Outcome outcome = read(WITHOUT_WAITS, IMAGES);

    assertThat(outcome.state()).isEqualTo("HV000");
    assertThat(outcome.rows()).hasSizeLessThanOrEqualTo(ROWS_PER_PAGE);
    assertThat(outcome.message()).contains("answered 500", "pageToken=", "page 2");
  }

  @Test
  void countDoesNotHideAPageThatFails() {
    clouds
        .emulator()
        .faults()
        .add(FaultRule.on("GET", "pageToken=").after(1), Fault.cutBeforeAnswer());

    Outcome outcome =
        read(
            WITHOUT_WAITS,
            "SELECT COUNT(*) FROM google.compute.images WHERE project = 'debian-cloud'");

    assertThat(outcome.state()).isEqualTo("08006");
    assertThat(outcome.rows()).isEmpty();
  }

  @Test
  void tokenThatRepeatsIsNoEndlessList() {
    answer(
        Response.of(
            200, "application/json", "{\"items\": [{\"name\": \"a\"}], \"nextPageToken\": \"t\"}"));

    Outcome outcome = read(WITHOUT_WAITS, IMAGES);

    assertThat(outcome.state()).isEqualTo("HV000");
    assertThat(outcome.message()).contains("google.compute.images", "token");
    assertThat(clouds.emulator().requests().all()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void unreachableScopeIsAFailedLocation() throws IOException {
    try (Clouds partly =
        new Clouds(
            EmulatorConfig.builder().unreachable("projects/acme-prod/zones/us-east1-b").build())) {
      String instances = "SELECT name FROM google.compute.instances WHERE project = 'acme-prod'";

      Outcome outcome = Outcome.of(partly, "jdbc:imago:", instances);

      assertThat(outcome.state()).isEqualTo("HV000");
      assertThat(outcome.message()).contains("google.compute.instances", "us-east1-b");
    }
  }

  @Test
  void cancelEndsASlowCall() throws Exception {
    strike(Fault.latency(Duration.ofMinutes(2)));
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (Connection connection = clouds.connect("jdbc:imago:");
        Statement statement = connection.createStatement()) {
      Future<Throwable> reading =
          threads.submit(() -> catchThrowable(() -> statement.executeQuery(IMAGES).next()));
      while (clouds.emulator().requests().all().isEmpty()) {
        Thread.onSpinWait();
      }

      statement.cancel();

      assertThat(reading.get())
          .isInstanceOfSatisfying(
              SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("57014"));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void timeoutEndsASlowCall() {
    strike(Fault.latency(Duration.ofMinutes(2)));

    Outcome outcome = read("jdbc:imago:timeout=1s", IMAGES);

    assertThat(outcome.state()).isEqualTo("HYT00");
    assertThat(outcome.type()).isEqualTo(SQLTimeoutException.class);
  }

  private void strike(Fault fault) {
    clouds.emulator().faults().add(FaultRule.always(), fault);
  }

  private void answer(Response response) {
    strike(Fault.answer(response));
  }

  private Outcome read(String url, String sql) {
    return Outcome.of(clouds, url, sql);
  }
}
