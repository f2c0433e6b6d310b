package dev.imago.core.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.TrustedCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that answers over TLS, and certificates of all kinds. */
@Timeout(60)
class SecureServiceTest {
  private static final Authenticator TOKEN =
      (request, parameters) ->
          request.newBuilder().header("Authorization", "Bearer s3cret").build();

  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).build();

  private TrustedCertificates trusted;

  @BeforeEach
  void trustTheAuthority(@TempDir Path folder) throws IOException, GeneralSecurityException {
    trusted = TrustedCertificates.only(folder, List.of(AUTHORITY.certificate()));
  }

  @AfterEach
  void trustWhatIsUsual() {
    trusted.close();
  }

  @Test
  void givesItsRowsAndTakesTheCredential() throws IOException {
    try (Service service = Service.secure(TOKEN, ofThisMachine().build())) {
      service.answer("{'items': [{'name': 'a'}]}");

      assertThat(service.rows(Acme.images("p", "name"))).hasSize(1);

      assertThat(service.onlyCall().url()).startsWith("https://");
      assertThat(requireNonNull(service.request()).getHeaders().get("Authorization"))
          .isEqualTo("Bearer s3cret");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void isNotLeftForPlainHttp(int status) throws IOException {
    try (Service service = Service.secure(TOKEN, ofThisMachine().build());
        Service plain = new Service()) {
      assertNotFollowed(service, status, plain.server.url("/compute/v1"));

      assertThat(plain.server.getRequestCount()).isZero();
    }
  }

  /** The name is another one, and so is the port. */
  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void isNotLeftForAnotherHost(int status) throws IOException {
    try (Service service = Service.secure(TOKEN, ofThisMachine().build());
        Service other = Service.secure(TOKEN, ofThisMachine().build())) {
      HttpUrl url = other.server.url("/compute/v1").newBuilder().host("127.0.0.1").build();

      assertNotFollowed(service, status, url);

      assertThat(other.server.getRequestCount()).isZero();
    }
  }

  /** Where it leads is up, trusted, and would answer: only a redirect is not followed. */
  @Test
  void anotherHostWouldAnswer() throws IOException {
    try (Service other = Service.secure(TOKEN, ofThisMachine().build())) {
      other.answer("{'items': [{'name': 'a'}]}");

      assertThat(other.rows(Acme.images("p", "name"))).hasSize(1);
    }
  }

  @Test
  void isNotTrustedWithACertificateOfItsOwn() throws IOException {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    assertThat(refused(own))
        .hasMessageContainingAll(
            "PKIX path building failed",
            "add the certificate of its authority to what this Java trusts,"
                + " javax.net.ssl.trustStore; otherwise check acme.compute.url");
  }

  @Test
  void isNotTrustedWithTheCertificateOfAnotherHost() throws IOException {
    HeldCertificate other =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("compute.example")
            .signedBy(AUTHORITY)
            .build();

    assertThat(refused(other))
        .hasMessageContainingAll("not verified", "check the network and acme.compute.url");
  }

  @Test
  void isNotTrustedWithACertificateOfThePast() throws IOException {
    assertThat(refused(ofThisMachine().validityInterval(0, 1_000).build()))
        .hasMessageContaining("validity check failed");
  }

  @Test
  void isNotAskedInClearWhenItSpeaksNoTls() throws IOException {
    try (RawServer plain = new RawServer(request -> "");
        RawService service = new RawService(plain.url("https"), TOKEN)) {
      ImagoException failure = catchThrowableOfType(ImagoException.class, () -> service.rows("p"));

      assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_CONNECT);
      assertThat(failure)
          .hasMessageContaining("cannot connect to 127.0.0.1:" + plain.url("https").port());
      assertThat(plain.requests()).isEmpty();
    }
  }

  private static HeldCertificate.Builder ofThisMachine() {
    return new HeldCertificate.Builder()
        .addSubjectAlternativeName("127.0.0.1")
        .addSubjectAlternativeName("localhost")
        .signedBy(AUTHORITY);
  }

  private static void assertNotFollowed(Service service, int status, HttpUrl to) {
    service.answerAlways(new MockResponse.Builder().code(status).setHeader("Location", to).build());

    ImagoException failure = fail(service);

    assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
    assertThat(failure)
        .hasMessageContainingAll(
            "answered " + status, "a redirect, which is not followed", "check acme.compute.url")
        .message()
        .doesNotContain("s3cret");
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  /** The failure of a service that shows this; it is tried once. */
  private static ImagoException refused(HeldCertificate certificate) throws IOException {
    try (Service service = Service.secure(TOKEN, certificate)) {
      ImagoException failure = fail(service);

      assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_CONNECT);
      assertThat(failure.code().sqlState()).isEqualTo("08001");
      assertThat(failure)
          .hasMessageContaining("cannot connect to localhost:" + service.server.getPort())
          .message()
          .doesNotContain("tried", "s3cret");
      assertThat(service.timer.waits()).isEmpty();
      assertThat(service.server.getRequestCount()).isZero();
      return failure;
    }
  }

  private static ImagoException fail(Service service) {
    return catchThrowableOfType(ImagoException.class, () -> service.rows(Acme.images("p", "name")));
  }
}
