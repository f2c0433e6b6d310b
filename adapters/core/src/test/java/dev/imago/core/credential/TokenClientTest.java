package dev.imago.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClientTest {
  private static final String SECRET = "pass word";

  private final MockWebServer server = new MockWebServer();
  private final TokenClient client = new TokenClient();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAnswerIsReadByField() {
    server.enqueue(
        new MockResponse.Builder()
            .code(201)
            .setHeader("X-Subject-Token", "t-1")
            .body(
                """
                {"token": {"expires_at": "2026-06-15T12:00:00.000000Z", "roles": [{"id": "0"}]},
                 "expires_in": 42, "empty": null}
                """)
            .build());

    TokenAnswer answer = client.send(request(server.url("/tokens").toString()));

    assertThat(answer.header("X-Subject-Token")).isEqualTo("t-1");
    assertThat(answer.time("token.expires_at")).isEqualTo(Instant.parse("2026-06-15T12:00:00Z"));
    assertThat(answer.seconds("expires_in")).isEqualTo(Duration.ofSeconds(42));
    assertThatThrownBy(() -> answer.field("empty")).hasMessageContaining("the field empty");
    assertThatThrownBy(() -> answer.header("X-None")).hasMessageContaining("the header X-None");
    assertThatThrownBy(() -> answer.time("expires_in")).hasMessageContaining("a time");
    assertThatThrownBy(() -> answer.seconds("token.expires_at")).hasMessageContaining("a number");
  }

  @ParameterizedTest
  @CsvSource({
    "400, UNAUTHENTICATED",
    "401, UNAUTHENTICATED",
    "403, UNAUTHENTICATED",
    "404, UNAUTHENTICATED",
    "429, THROTTLED",
    "500, SERVICE_FAULT",
    "503, SERVICE_FAULT"
  })
  void aRefusalSaysWhatTheServerSaysWithoutSecrets(int status, ErrorCode code) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .body(
                "{\"error\": {\"message\": \"wrong pass word, eyJhbGciOiJQUzI1NiJ9"
                    + ".eyJpc3MiOiJhamUwIn0xx.c2lnbmF0dXJl\"}}")
            .build());

    assertThat(failure(server.url("/tokens").toString(), code))
        .hasMessageContainingAll(
            "acme: the request for a token, POST " + server.url("/tokens"),
            "was answered " + status,
            ": wrong ***, ***;");
  }

  @Test
  void anAnswerThatIsNoTokenIsNotShown() {
    server.enqueue(new MockResponse.Builder().body("<html>s3cret</html>").build());

    assertThat(failure(server.url("/tokens").toString(), ErrorCode.API_FAILED))
        .hasMessageContainingAll("without a JSON object", "check acme.auth.url")
        .message()
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret\u00a0x", "s3cr\u00e9t", "s3cret x"})
  void aTokenThatNoHeaderCanHoldIsNotTaken(String token) {
    server.enqueue(
        new MockResponse.Builder()
            .addHeaderLenient("X-Subject-Token", token)
            .body("{\"token\": \"" + token + "\", \"other\": \"s3cret\\n\"}")
            .build());

    TokenAnswer answer = client.send(request(server.url("/tokens").toString()));

    for (ThrowingCallable read :
        List.<ThrowingCallable>of(
            () -> answer.field("token"),
            () -> answer.field("other"),
            () -> answer.header("X-Subject-Token"))) {
      assertThatThrownBy(read)
          .isInstanceOfSatisfying(
              ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.API_FAILED))
          .hasMessageContaining("that a header can carry")
          .message()
          .doesNotContain("s3cr");
    }
  }

  @Test
  void noTokenIsMadeOfWhatNoHeaderCanHold() {
    assertThatThrownBy(() -> new AccessToken("s3cret\n", Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) {
    server.enqueue(
        new MockResponse.Builder().code(status).setHeader("Location", server.url("/x")).build());

    assertThat(failure(server.url("/tokens").toString(), ErrorCode.API_FAILED))
        .hasMessageContainingAll("a redirect, which is not followed");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aServerThatDoesNotListenIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThat(failure("http://127.0.0.1:" + port + "/tokens", ErrorCode.CANNOT_CONNECT))
        .hasMessageContainingAll("acme: cannot connect to 127.0.0.1:" + port, "acme.auth.url");
  }

  @Test
  void aLostConnectionIsTold() {
    server.enqueue(
        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());

    assertThat(failure(server.url("/tokens").toString(), ErrorCode.CONNECTION_LOST))
        .hasMessageContaining("lost its connection");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://tokens.invalid/tokens", "http://169.254.169.254/tokens"})
  void aSecretIsNotSentInClear(String url) {
    assertThat(failure(url, ErrorCode.INVALID_VALUE))
        .hasMessageContainingAll("in clear", "acme.auth.url must begin with https://");
  }

  @Test
  void aRequestDoesNotPrintItsSecret() {
    assertThat(request("https://tokens.invalid/").toString()).doesNotContain(SECRET);
  }

  private ImagoException failure(String url, ErrorCode code) {
    ImagoException failure =
        catchThrowableOfType(ImagoException.class, () -> client.send(request(url)));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).message().doesNotContain(SECRET);
    return failure;
  }

  private static TokenRequest request(String url) {
    return new TokenRequest(
        "acme",
        new Request.Builder().url(url).post(RequestBody.create(SECRET, null)).build(),
        List.of(SECRET),
        "check acme.password");
  }
}
