package dev.imago.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.credential.TokenAuthenticator;
import dev.imago.core.credential.TokenSource;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialTokenTest {
  private static final Request CALL =
      new Request.Builder().url("https://compute.googleapis.com/compute/beta/projects/p").build();

  private static final TokenEndpoint OF_THE_FILE = new TokenEndpoint(Optional.empty());

  @TempDir Path folder;
  private final MockWebServer endpoint = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    endpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void aServiceAccountsKeyIsExchangedForATokenOnce() throws InterruptedException {
    Path file = folder.resolve("key.json");
    KeyFile.write(file, "https://oauth2.googleapis.com/token");
    endpoint.enqueue(json("{\"access_token\": \"t-1\", \"expires_in\": 3600}"));
    Authenticator authenticator = authenticator(new ServiceAccountKey(file, replaced()), "advice");

    assertThat(authorize(authenticator).header("Authorization")).isEqualTo("Bearer t-1");
    assertThat(authorize(authenticator).header("Authorization")).isEqualTo("Bearer t-1");

    RecordedRequest exchange = endpoint.takeRequest();
    HttpUrl form = form(exchange);
    assertThat(endpoint.getRequestCount()).isEqualTo(1);
    assertThat(form.queryParameter("grant_type"))
        .isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
    assertThat(claims(form))
        .contains("\"iss\":\"" + KeyFile.ACCOUNT + "\"")
        .contains("https://www.googleapis.com/auth/cloud-platform");
  }

  @Test
  void aUsersLoginIsReadAsAnApplicationDefaultCredential() throws Exception {
    Path file = folder.resolve("login.json");
    Files.writeString(
        file,
        """
        {"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r",
         "quota_project_id": "acme-bill"}
        """);
    endpoint.enqueue(json("{\"access_token\": \"t-2\", \"expires_in\": 3600}"));

    Request authorized =
        authorize(
            authenticator(
                new ApplicationDefaultCredentials(Optional.of(file), replaced()), "advice"));

    assertThat(authorized.header("Authorization")).isEqualTo("Bearer t-2");
    assertThat(authorized.header("x-goog-user-project")).isEqualTo("acme-bill");
    assertThat(form(endpoint.takeRequest()).queryParameter("refresh_token")).isEqualTo("r");
  }

  @Test
  void aRefusedKeyIsToldWithoutTheKey() {
    Path file = folder.resolve("key.json");
    String key = KeyFile.write(file, endpoint.url("/token").toString());
    String claim = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJyZWFkZXIifQ.c2lnbmF0dXJlLW9mLTIwNDg";
    endpoint.enqueue(
        new MockResponse.Builder()
            .code(400)
            .body("{\"error\": \"invalid_grant\", \"error_description\": \"" + claim + "\"}")
            .build());
    Authenticator authenticator =
        authenticator(new ServiceAccountKey(file, OF_THE_FILE), "check the key file");

    assertThatThrownBy(() -> authorize(authenticator))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessageContainingAll("invalid_grant", "check the key file")
        .message()
        .doesNotContain(key.substring(0, 40), claim);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Authenticator authenticator =
        authenticator(new ServiceAccountKey(folder.resolve("none.json"), OF_THE_FILE), "check it");
    assertThatThrownBy(() -> authorize(authenticator))
        .isInstanceOf(ImagoException.class)
        .hasMessageContainingAll("there is no file", "none.json", "check it");
  }

  @Test
  void aCredentialThatCouldNotBeReadIsReadAgain() {
    AtomicInteger reads = new AtomicInteger();
    Authenticator authenticator =
        authenticator(
            () -> {
              throw new IOException("attempt " + reads.incrementAndGet());
            },
            "log in");
    assertThatThrownBy(() -> authorize(authenticator)).hasMessageContaining("attempt 1");
    assertThatThrownBy(() -> authorize(authenticator)).hasMessageContaining("attempt 2");
  }

  @Test
  void aRefusedTokenIsReplaced() {
    Path file = folder.resolve("key.json");
    KeyFile.write(file, endpoint.url("/token").toString());
    endpoint.enqueue(json("{\"access_token\": \"t-1\", \"expires_in\": 3600}"));
    endpoint.enqueue(json("{\"access_token\": \"t-2\", \"expires_in\": 3600}"));
    Authenticator authenticator =
        authenticator(new ServiceAccountKey(file, OF_THE_FILE), "check it");

    Request refused = authorize(authenticator);

    assertThat(authenticator.renews(refused, Map.of())).isTrue();
    assertThat(authorize(authenticator).header("Authorization")).isEqualTo("Bearer t-2");
  }

  @Test
  void aKeyIsNotSentInClear() {
    Path file = folder.resolve("key.json");
    KeyFile.write(file, "http://tokens.invalid/token");
    Authenticator authenticator =
        authenticator(new ServiceAccountKey(file, OF_THE_FILE), "check it");

    assertThatThrownBy(() -> authorize(authenticator))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
        .hasMessageContainingAll("tokens.invalid", "in clear", "google.auth.url", "token_uri");
  }

  @Test
  void anEndpointThatDoesNotListenIsTold() {
    Path file = folder.resolve("key.json");
    KeyFile.write(file, "http://127.0.0.1:1/token");
    Authenticator authenticator =
        authenticator(new ServiceAccountKey(file, OF_THE_FILE), "check it");

    assertThatThrownBy(() -> authorize(authenticator))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_CONNECT));
  }

  private static Authenticator authenticator(CredentialSource source, String advice) {
    Clock clock = Clock.systemUTC();
    return TokenAuthenticator.bearer(
        new TokenSource(clock, new CredentialToken(source, clock, advice)));
  }

  private static Request authorize(Authenticator authenticator) {
    return authenticator.authorize(CALL, Map.of());
  }

  private TokenEndpoint replaced() {
    return new TokenEndpoint(Optional.of(endpoint.url("/token").uri()));
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  /** A form's fields, read as those of a query. */
  private static HttpUrl form(RecordedRequest request) {
    return HttpUrl.get("http://localhost/?" + Objects.requireNonNull(request.getBody()).utf8());
  }

  private static String claims(HttpUrl form) {
    String assertion = String.valueOf(form.queryParameter("assertion"));
    byte[] claims = Base64.getUrlDecoder().decode(assertion.split("\\.", -1)[1]);
    return new String(claims, StandardCharsets.UTF_8).replace("\\/", "/");
  }
}
