package dev.imago.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.property.PropertySource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleProviderTest {
  private static final Request CALL =
      new Request.Builder().url("https://compute.googleapis.com/compute/beta/projects/p").build();

  private final GoogleProvider provider = new GoogleProvider();

  @Test
  void withoutACredentialARequestStaysAsItIs() {
    assertThat(authenticator(Map.of("google.auth", "none")).authorize(CALL, Map.of()))
        .isSameAs(CALL);
  }

  @Test
  void aTokenIsSentAsItIs() {
    Request authorized =
        authenticator(Map.of("google.auth", "token", "google.token", "t-1"))
            .authorize(CALL, Map.of());
    assertThat(authorized.header("Authorization")).isEqualTo("Bearer t-1");
  }

  @ParameterizedTest
  @CsvSource({"token, google.token", "service_account, google.credentials"})
  void whatIsMissingIsNamed(String auth, String property) {
    assertThatThrownBy(() -> authenticator(Map.of("google.auth", auth)))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessageContainingAll("google.auth=" + auth, property);
  }

  @Test
  void aServiceAccountAsksTheEndpointThatTheSettingsName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key.json");
    KeyFile.write(file, "https://oauth2.googleapis.com/token");
    try (MockWebServer endpoint = new MockWebServer()) {
      endpoint.start();
      endpoint.enqueue(
          new MockResponse.Builder()
              .setHeader("Content-Type", "application/json")
              .body("{\"access_token\": \"t-1\", \"expires_in\": 3600}")
              .build());
      Request authorized =
          authenticator(
                  Map.of(
                      "google.auth", "service_account",
                      "google.credentials", file.toString(),
                      "google.auth.url", endpoint.url("/token").toString()))
              .authorize(CALL, Map.of());
      assertThat(authorized.header("Authorization")).isEqualTo("Bearer t-1");
    }
  }

  @Test
  void theDefaultIsTheApplicationsOwnCredentialReadWhenItIsNeeded(@TempDir Path folder) {
    Authenticator authenticator =
        authenticator(Map.of("google.credentials", folder.resolve("none.json").toString()));
    assertThatThrownBy(() -> authenticator.authorize(CALL, Map.of()))
        .isInstanceOf(ImagoException.class)
        .hasMessageContainingAll("none.json", "gcloud auth application-default login");
  }

  @Test
  void filesAndErrorShapesThatAreNotThereAreRefused() {
    assertThatThrownBy(() -> provider.open("none.yaml")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> provider.errorShape("none"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Authenticator authenticator(Map<String, String> properties) {
    return provider.authenticator(
        GoogleDescriptions.registry()
            .properties()
            .resolve(Map.of(PropertySource.PROPERTIES, properties)),
        Clock.systemUTC(),
        new TokenPool());
  }
}
