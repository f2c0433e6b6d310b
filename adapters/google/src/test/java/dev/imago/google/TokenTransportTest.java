package dev.imago.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.credential.AccessToken;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the secrets of each kind of credential file go, and where they do not. */
@Timeout(60)
class TokenTransportTest {
  private static final String REFRESH = "1//hidden-refresh";
  private static final String CLIENT = "hidden-client";
  private static final String SOURCE = "hidden-source-token";

  @TempDir Path folder;
  private final MockWebServer endpoint = new MockWebServer();
  private final MockWebServer elsewhere = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    endpoint.start();
    elsewhere.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
    elsewhere.close();
  }

  /** A kind of credential file. */
  enum Kind {
    SERVICE_ACCOUNT,
    USER,
    IMPERSONATED,
    WORKLOAD_URL;

    /** The file, whose last request goes to the base. */
    Path write(Path folder, String base, String endpoint) throws IOException {
      Path file = folder.resolve("credential.json");
      String user =
          """
          {"type": "authorized_user", "client_id": "c", "client_secret": "%s",
           "refresh_token": "%s", "token_uri": "%s"}
          """;
      switch (this) {
        case SERVICE_ACCOUNT -> KeyFile.write(file, base + "token");
        case USER -> Files.writeString(file, user.formatted(CLIENT, REFRESH, base + "token"));
        case IMPERSONATED ->
            Files.writeString(
                file,
                """
                {"type": "impersonated_service_account",
                 "service_account_impersonation_url":
                   "%sv1/projects/-/serviceAccounts/other@acme.example:generateAccessToken",
                 "source_credentials": %s}
                """
                    .formatted(base, user.formatted(CLIENT, REFRESH, endpoint + "token")));
        case WORKLOAD_URL ->
            Files.writeString(
                file,
                """
                {"type": "external_account", "subject_token_type": "urn:ietf:params:oauth:jwt",
                 "audience": "//iam.googleapis.com/pool", "token_url": "https://sts.invalid/token",
                 "credential_source": {"url": "%ssubject"}}
                """
                    .formatted(base));
      }
      return file;
    }

    boolean hasSource() {
      return this == IMPERSONATED;
    }
  }

  static Stream<Arguments> redirects() {
    return Stream.of(Kind.values())
        .flatMap(kind -> Stream.of(301, 302, 303, 307, 308).map(code -> Arguments.of(kind, code)));
  }

  @ParameterizedTest
  @MethodSource("redirects")
  void noRedirectIsFollowed(Kind kind, int status) throws IOException {
    if (kind.hasSource()) {
      endpoint.enqueue(token(SOURCE));
    }
    endpoint.enqueue(
        new MockResponse.Builder().code(status).setHeader("Location", elsewhere.url("/x")).build());

    ImagoException failure = failure(kind.write(folder, base(), base()));

    assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
    assertThat(failure).hasMessageContainingAll("answered " + status, "is not followed");
    assertThat(elsewhere.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsSentInClear(Kind kind) throws IOException {
    if (kind.hasSource()) {
      endpoint.enqueue(token(SOURCE));
    }

    ImagoException failure = failure(kind.write(folder, "http://tokens.invalid/", base()));

    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
    assertThat(failure).hasMessageContainingAll("no token is asked of tokens.invalid in clear");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVICE_ACCOUNT", "USER", "IMPERSONATED"})
  void whatWasSentIsNotToldWhoeverRepeatsIt(Kind kind) throws Exception {
    endpoint.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return kind.hasSource() && request.getTarget().equals("/token")
                ? token(SOURCE)
                : repeated(request);
          }
        });

    ImagoException failure = failure(kind.write(folder, base(), base()));

    assertThat(failure.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .contains("You sent", "***")
        .doesNotContain("hidden-", "eyJ")
        .doesNotContain("Caused by");
  }

  private static MockResponse repeated(RecordedRequest request) {
    return new MockResponse.Builder()
        .code(400)
        .body(
            "You sent "
                + request.getHeaders().get("Authorization")
                + " "
                + Objects.requireNonNull(request.getBody()).utf8())
        .build();
  }

  @Test
  void aTokenThatNoHeaderCanHoldIsNotTold() throws IOException {
    Path file = Kind.IMPERSONATED.write(folder, base(), base());
    endpoint.enqueue(token(SOURCE + "\\n"));

    ImagoException failure = failure(file);

    assertThat(failure).hasMessageContaining("no header can hold").hasNoCause();
    assertThat(failure).message().doesNotContain("hidden-");
  }

  @Test
  void noLogHasWhatIsSentOrAnswered() throws IOException {
    List<String> entries = new ArrayList<>();
    Logger root = Logger.getLogger("");
    Level usual = root.getLevel();
    Handler listening = new Listening(entries);
    root.addHandler(listening);
    root.setLevel(Level.ALL);
    try {
      endpoint.enqueue(token(SOURCE));
      assertThat(fetch(Kind.USER.write(folder, base(), base())).value()).isEqualTo(SOURCE);
    } finally {
      root.setLevel(usual);
      root.removeHandler(listening);
    }
    assertThat(entries).isNotEmpty().noneMatch(entry -> entry.contains("hidden-"));
  }

  /** Keeps what is logged. */
  private static final class Listening extends Handler {
    private final List<String> entries;

    Listening(List<String> entries) {
      this.entries = entries;
      setLevel(Level.ALL);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
      entries.add(entry.getLoggerName() + ": " + entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void anotherAccountsTokenIsAskedForWithTheUsersOwn() throws Exception {
    endpoint.enqueue(token(SOURCE));
    endpoint.enqueue(json("{\"accessToken\": \"t-1\", \"expireTime\": \"2099-01-01T00:00:00Z\"}"));

    AccessToken token = fetch(Kind.IMPERSONATED.write(folder, base(), base()));

    assertThat(token.value()).isEqualTo("t-1");
    assertThat(Objects.requireNonNull(endpoint.takeRequest().getBody()).utf8())
        .contains("grant_type=refresh_token");
    assertThat(endpoint.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + SOURCE);
  }

  private AccessToken fetch(Path file) {
    return new CredentialToken(
            new ApplicationDefaultCredentials(
                Optional.of(file), new TokenEndpoint(Optional.empty())),
            Clock.systemUTC(),
            "check it")
        .fetch();
  }

  private ImagoException failure(Path file) {
    return catchThrowableOfType(ImagoException.class, () -> fetch(file));
  }

  private String base() {
    return endpoint.url("/").toString();
  }

  private static MockResponse token(String token) {
    return json("{\"access_token\": \"" + token + "\", \"expires_in\": 3600}");
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }
}
