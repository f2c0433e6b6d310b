package dev.imago.core.credential;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.TrustedCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of a server that answers over TLS. */
@Timeout(60)
class SecureTokenTest {
  private static final String SECRET = "pass word";
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer plain = new MockWebServer();
  private final TokenClient client = new TokenClient();
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .build()
            .sslSocketFactory());
    server.start();
    plain.start();
  }

  @AfterEach
  void stop() {
    server.close();
    plain.close();
  }

  @Test
  void areGiven() throws Exception {
    server.enqueue(new MockResponse.Builder().body("{\"token\": \"t-1\"}").build());
    try (TrustedCertificates trusted = trusting()) {
      assertThat(trusted).isNotNull();
      assertThat(client.send(request(server)).field("token")).isEqualTo("t-1");
    }
    assertThat(requireNonNull(server.takeRequest().getBody()).utf8()).isEqualTo(SECRET);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void areNotAskedForWhereARedirectLeads(int status) throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(status).setHeader("Location", plain.url("/x")).build());
    try (TrustedCertificates trusted = trusting()) {
      assertThat(trusted).isNotNull();
      assertThat(failure(server, ErrorCode.API_FAILED))
          .hasMessageContaining("a redirect, which is not followed");
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(plain.getRequestCount()).isZero();
  }

  @Test
  void areNotAskedOfAServerThatIsNotTrusted() {
    assertThat(failure(server, ErrorCode.CANNOT_CONNECT))
        .hasMessageContainingAll(
            "acme: cannot connect to localhost:" + server.getPort(),
            "PKIX path building failed",
            "javax.net.ssl.trustStore");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void needATrustStoreOverTlsOnly() throws IOException {
    plain.enqueue(new MockResponse.Builder().body("{\"token\": \"t-1\"}").build());
    Path broken = Files.writeString(folder.resolve("trust.p12"), "no trust store");
    try (TrustedCertificates trusted = TrustedCertificates.in(broken)) {
      assertThat(trusted).isNotNull();
      TokenClient other = new TokenClient();

      assertThat(other.send(request(plain)).field("token")).isEqualTo("t-1");
      assertThat(failure(server, ErrorCode.CANNOT_CONNECT))
          .hasMessageContaining("the certificates that this Java trusts cannot be read");
    }
  }

  private TrustedCertificates trusting() throws IOException, GeneralSecurityException {
    return TrustedCertificates.only(folder, List.of(CERTIFICATE.certificate()));
  }

  private ImagoException failure(MockWebServer of, ErrorCode code) {
    ImagoException failure =
        catchThrowableOfType(ImagoException.class, () -> client.send(request(of)));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).message().doesNotContain(SECRET);
    return failure;
  }

  private static TokenRequest request(MockWebServer of) {
    return new TokenRequest(
        "acme",
        new Request.Builder().url(of.url("/tokens")).post(RequestBody.create(SECRET, null)).build(),
        List.of(SECRET),
        "check acme.password");
  }
}
