package dev.imago.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpClientsTest {
  private static final HttpUrl PLAIN = HttpUrl.get("http://127.0.0.1/v1");
  private static final HttpUrl SECURE = HttpUrl.get("https://compute.example/v1");

  private final HttpClients clients =
      new HttpClients(CallRules.of(4, provider -> 0, Duration.ofMillis(1)));

  @Test
  void readsNoCertificateBeforeTlsIsUsed() {
    OkHttpClient plain = clients.of(PLAIN, false);

    assertThat(plain.connectionSpecs()).containsExactly(ConnectionSpec.CLEARTEXT);
    assertThatThrownBy(plain::sslSocketFactory).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sendsToASecureServiceOverTlsOnly() {
    OkHttpClient secure = clients.of(SECURE, false);

    assertThat(secure.connectionSpecs()).containsExactly(ConnectionSpec.MODERN_TLS);
    assertThat(secure.sslSocketFactory()).isNotNull();
    assertThat(clients.of(SECURE, false)).isSameAs(secure);
  }

  @Test
  void saysThatTheTrustStoreCannotBeRead(@TempDir Path folder) throws IOException {
    Path broken = Files.writeString(folder.resolve("trust.p12"), "no trust store");
    try (TrustedCertificates trusted = TrustedCertificates.in(broken)) {
      assertThat(trusted).isNotNull();
      assertThatThrownBy(() -> clients.of(SECURE, false))
          .isInstanceOf(ImagoException.class)
          .hasMessageContaining("the certificates that this Java trusts cannot be read");
    }
    assertThat(clients.of(SECURE, false).sslSocketFactory()).isNotNull();
  }

  @Test
  void sharesThreadsAndConnectionsOfReads() {
    OkHttpClient plain = clients.of(PLAIN, false);
    OkHttpClient secure = clients.of(SECURE, false);

    assertThat(secure.dispatcher()).isSameAs(plain.dispatcher());
    assertThat(secure.connectionPool()).isSameAs(plain.connectionPool());
    assertThat(secure.interceptors()).isEqualTo(plain.interceptors());
  }

  @Test
  void neverRepeatsWhatIsSentOnce() {
    for (HttpUrl url : new HttpUrl[] {PLAIN, SECURE}) {
      OkHttpClient once = clients.of(url, true);

      assertThat(once.retryOnConnectionFailure()).isFalse();
      assertThat(once.connectionPool()).isNotSameAs(clients.of(url, false).connectionPool());
      assertThat(once.dispatcher()).isSameAs(clients.of(url, false).dispatcher());
    }
  }
}
