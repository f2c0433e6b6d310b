package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.TrustedCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A connection that holds more than the answer says it is long. What is left over is nobody's
 * answer: not of the next call on that connection either.
 */
@Timeout(60)
class LeftOverBytesTest {
  private static final int CALLS = 10;
  private static final String WRONG = RawServer.answer("{\"items\": [{\"name\": \"wrong\"}]}");

  static List<String> leftOver() {
    return List.of("}", "\n", "\r\n\r\n", "garbage", "HTTP/1.1 ", WRONG, WRONG + WRONG);
  }

  @ParameterizedTest
  @MethodSource("leftOver")
  void areNotTakenForTheNextAnswer(String left) throws IOException {
    try (RawServer server = new RawServer(request -> RawServer.answer(rows(request)) + left)) {
      assertRight(server, "http");

      assertThat(server.connections()).isEqualTo(CALLS);
    }
  }

  @ParameterizedTest
  @MethodSource("leftOver")
  void areNotTakenForTheNextAnswerBehindChunks(String left) throws IOException {
    try (RawServer server =
        new RawServer(
            request ->
                RawServer.answer(chunk(rows(request)) + left, "Transfer-Encoding: chunked"))) {
      assertRight(server, "http");
    }
  }

  @Test
  void areNotTakenForTheNextAnswerOverTls(@TempDir Path folder) throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    try (TrustedCertificates trusted =
            TrustedCertificates.only(folder, List.of(certificate.certificate()));
        RawServer server =
            new RawServer(
                request -> RawServer.answer(rows(request)) + WRONG,
                certificates.sslContext().getServerSocketFactory())) {
      assertThat(trusted).isNotNull();
      assertRight(server, "https");

      assertThat(server.connections()).isEqualTo(CALLS);
    }
  }

  /** As HTTP wants it: the chunks count. The connection is as good as it was. */
  @Test
  void aLengthBesideChunksDoesNotCount() throws IOException {
    try (RawServer server =
        new RawServer(
            request ->
                RawServer.answer(
                    chunk(rows(request)), "Transfer-Encoding: chunked", "Content-Length: 7"))) {
      assertRight(server, "http");

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aBodyThatIsLongerThanItSaysIsNotCutToRows() throws IOException {
    try (RawServer server =
            new RawServer(
                request -> {
                  String rows = rows(request);
                  return RawServer.answer(rows, "Content-Length: " + (rows.length() - 1));
                });
        RawService service = service(server, "http")) {
      ImagoException failure = catchThrowableOfType(ImagoException.class, () -> service.rows("p"));

      assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
      assertThat(failure).hasMessageContaining("answered JSON that cannot be read");
    }
  }

  /** A connection without anything left over is used again. */
  @Test
  void areNotFoundWhereThereAreNone() throws IOException {
    try (RawServer server = new RawServer(request -> RawServer.answer(rows(request)))) {
      assertRight(server, "http");

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** Calls one behind the other, so that each could use the connection of the one before. */
  private static void assertRight(RawServer server, String scheme) throws IOException {
    try (RawService service = service(server, scheme)) {
      for (int i = 0; i < CALLS; i++) {
        assertThat(service.rows("p" + i)).containsExactly("[of-p" + i + "]");
      }
    }
  }

  private static RawService service(RawServer server, String scheme) throws IOException {
    return new RawService(server.url(scheme), (request, parameters) -> request);
  }

  private static String rows(String request) {
    String project = request.replaceAll(".*/projects/(\\w+)/.*", "$1");
    return "{\"items\": [{\"name\": \"of-" + project + "\"}]}";
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n0\r\n\r\n";
  }
}
