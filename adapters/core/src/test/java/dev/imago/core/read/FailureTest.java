package dev.imago.core.read;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.statement.CallRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
  private final Service service = new Service();

  FailureTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHENTICATED, check acme.auth and the credential that it uses",
    "403, FORBIDDEN, the caller needs acme.images.list",
    "404, PARENT_ABSENT, check the values of project and acme.compute.url",
    "429, THROTTLED, 'tried 10 times; try again later, or lower acme.rateLimit'",
    "400, API_FAILED, check the statement",
    "500, API_FAILED, tried 5 times; the service has a fault; try again later",
    "501, API_FAILED, the service has a fault; try again later",
    "503, API_FAILED, tried 5 times; the service has a fault; try again later"
  })
  void statusDecidesTheCode(int status, ErrorCode code, String advice) {
    service.answerAlways(
        new MockResponse.Builder()
            .code(status)
            .body("{\"code\": \"OWN\", \"text\": \"In its words.\"}")
            .build());

    ImagoException failure = fail(Acme.images("p", "name"));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure)
        .hasMessageStartingWith("acme.compute.images: GET " + service.server.url("/compute/v1/"))
        .hasMessageContaining(" answered " + status)
        .hasMessageContaining(", OWN: In its words.; " + advice);
    assertThat(service.onlyCall().status()).isEqualTo(OptionalInt.of(status));
    assertThat(service.onlyCall().error()).get().asString().contains("OWN: In its words.");
  }

  @Test
  void ownCodeCountsBeforeTheStatus() {
    service.answerAlways(
        new MockResponse.Builder()
            .code(400)
            .body("{\"code\": \"SLOW_DOWN\", \"text\": \"Too fast.\"}")
            .build());

    assertThat(fail(Acme.images("p", "name")).code()).isEqualTo(ErrorCode.THROTTLED);
  }

  @Test
  void requestIdIsNamed() {
    service.answerAlways(
        new MockResponse.Builder()
            .code(500)
            .setHeader("X-Request-Id", "r-17")
            .body("{\"code\": \"X\", \"text\": \"t\"}")
            .build());

    assertThat(fail(Acme.images("p", "name")))
        .hasMessageContaining("X: t (request r-17); tried 5 times");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 400})
  void getOfWhatIsNotThereHasNoRow(int status) {
    service.answer(
        status, "{\"code\": \"NO_SUCH\", \"text\": \"No 'projects/p/global/images/a b'\"}");

    assertThat(service.rows(Acme.image("p", "a b", "name"))).isEmpty();
    assertThat(service.onlyCall().status()).isEqualTo(OptionalInt.of(status));
    assertThat(service.onlyCall().error()).isEmpty();
  }

  @Test
  void getBelowWhatIsNotThereFails() {
    service.answer(404, "{\"code\": \"NO_SUCH\", \"text\": \"No 'projects/p'\"}");

    assertThat(fail(Acme.image("p", "a", "name")).code()).isEqualTo(ErrorCode.PARENT_ABSENT);
  }

  @Test
  void answerThatDoesNotTellIsAnError() {
    service.answer(400, "{\"code\": \"NO_IDEA\", \"text\": \"Something is wrong.\"}");

    ImagoException failure = fail(Acme.image("p", "a", "name"));

    assertThat(failure.code()).isEqualTo(ErrorCode.PERHAPS_ABSENT);
    assertThat(failure.sqlState()).isEqualTo("HV000");
    assertThat(failure).hasMessageContaining("NO_IDEA: Something is wrong.; it is not there, or");
  }

  @Test
  void answerThatDoesNotTellIsAWarningWhereRowsMayBeLeftOut() {
    service.answerBy(
        target ->
            target.contains("/images/c")
                ? Service.json("{'name': 'c'}")
                : new MockResponse.Builder()
                    .code(400)
                    .body("{\"code\": \"NO_IDEA\", \"text\": \"Something is wrong.\"}")
                    .build());

    assertThat(
            service.rows(
                Acme.skippingUnknown(Acme.image("p", "a", "name")),
                Acme.skippingUnknown(Acme.image("p", "b", "name")),
                Acme.skippingUnknown(Acme.image("p", "c", "name"))))
        .containsExactly("[c]");

    assertThat(service.warnings)
        .singleElement()
        .asString()
        .startsWith("acme.compute.images: GET ")
        .contains("NO_IDEA: Something is wrong.")
        .endsWith("; such rows are left out");
    assertThat(service.calls.calls())
        .extracting(call -> call.error().isPresent())
        .containsExactly(true, true, false);
  }

  @Test
  void otherFailureIsAnErrorWhereRowsMayBeLeftOut() {
    service.answer(400, "{\"code\": \"OWN\", \"text\": \"In its words.\"}");

    assertThat(fail(Acme.skippingUnknown(Acme.image("p", "a", "name"))).code())
        .isEqualTo(ErrorCode.API_FAILED);
  }

  @Test
  void redirectIsNotFollowed() {
    service.server.enqueue(
        new MockResponse.Builder().code(302).setHeader("Location", "/elsewhere").build());

    ImagoException failure = fail(Acme.images("p", "name"));

    assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
    assertThat(failure).hasMessageContaining("302").hasMessageContaining("check acme.compute.url");
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  /** Nor to the same host by another scheme. */
  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void noRedirectTakesACredentialElsewhere(int status) throws IOException {
    Authenticator token =
        (request, parameters) -> request.newBuilder().header("Authorization", "s3cret").build();
    try (Service first = new Service(token);
        Service other = new Service()) {
      String elsewhere = other.server.url("/compute/v1/").toString();
      for (String location : List.of(elsewhere, elsewhere.replace("http:", "https:"))) {
        first.server.enqueue(
            new MockResponse.Builder().code(status).setHeader("Location", location).build());

        assertThatThrownBy(() -> first.rows(Acme.images("p", "name")))
            .hasMessageContaining("answered " + status)
            .hasMessageContaining("check acme.compute.url");
      }
      assertThat(first.server.getRequestCount()).isEqualTo(2);
      assertThat(other.server.getRequestCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 502})
  void htmlIsQuotedInOneLine(int status) {
    service.answerAlways(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "text/html; charset=utf-8")
            .body("<html>\r\n\t<title>Bad\u0000 Gateway</title>" + "x".repeat(1000))
            .build());

    ImagoException failure = fail(Acme.images("p", "name"));

    assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
    assertThat(failure)
        .hasMessageContaining("with text/html: \"<html> <title>Bad Gateway</title>xxx")
        .hasMessageNotContaining("x".repeat(60));
  }

  @Test
  void errorBodyIsReadNoFurtherThanNeeded() {
    Buffer endless = new Buffer().writeUtf8("x".repeat(300_000));
    service.answerAlways(new MockResponse.Builder().code(500).body(endless).build());

    assertThat(fail(Acme.images("p", "name")).toString()).hasSizeLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"text\"",
        "",
        "{'items': {}}",
        "{'items': 'x'}",
        "{'items': [1]}",
        "{'items': [[]]}",
        "{'items': [null]}",
        "{'items': [], 'nextPageToken': {}}",
        "{'items': [], 'unreachable': 'x'}",
        "{'items': [}",
        "{'items': []} {}",
        "{'items': []} x",
        "{'items': []",
        "{'items': [{'name': 'a"
      })
  void answerThatIsNotWhatIsDescribedFails(String json) {
    service.answer(json);

    ImagoException failure = fail(Acme.images("p", "name"));

    assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
    assertThat(service.onlyCall().status()).isEqualTo(OptionalInt.of(200));
    assertThat(service.onlyCall().error()).isPresent();
  }

  @Test
  void brokenJsonIsNamedByItsPlace() {
    service.answer("{'items': [{'name': }]}");

    assertThat(fail(Acme.images("p", "name")))
        .hasMessageContaining("answered JSON that cannot be read at line 1, column 21");
  }

  @Test
  void wrongTypeOfTheRowsIsNamed() {
    service.answer("{'items': {}}");

    assertThat(fail(Acme.images("p", "name")))
        .hasMessageContaining("\"items\" leads to an object where the rows should be");
  }

  @Test
  void gzipThatBreaksOffIsAnUnreadableAnswer() throws IOException {
    Buffer whole = gzip("{\"items\": [{\"name\": \"" + "abc".repeat(1000) + "\"}]}");
    Buffer cut = new Buffer();
    cut.write(whole, whole.size() / 2);
    service.server.enqueue(
        new MockResponse.Builder().setHeader("Content-Encoding", "gzip").body(cut).build());

    assertThat(fail(Acme.images("p", "name")).code()).isEqualTo(ErrorCode.API_FAILED);
  }

  @Test
  void gzipIsTransparent() throws IOException {
    service.server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Encoding", "gzip")
            .body(gzip("{\"items\": [{\"name\": \"a\"}]}"))
            .build());

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");
    assertThat(service.onlyCall().bytes()).isEqualTo("{'items': [{'name': 'a'}]}".length());
  }

  @Test
  void connectionLostInTheMiddleOfTheBody() {
    service.answerAlways(
        Service.json("{'items': [{'name': '" + "x".repeat(100_000) + "'}]}")
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    ImagoException failure = fail(Acme.images("p", "name"));

    assertThat(failure.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
    assertThat(failure).hasMessageContaining("lost the connection in the middle of the answer");
    assertThat(service.onlyCall().status()).isEqualTo(OptionalInt.of(200));
  }

  @Test
  void chunkedBodyThatBreaksOff() {
    String json = "{\"items\": [{\"name\": \"" + "x".repeat(100_000) + "\"}]}";
    service.answerAlways(
        new MockResponse.Builder()
            .chunkedBody(json, 1000)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThat(fail(Acme.images("p", "name")).code()).isEqualTo(ErrorCode.CONNECTION_LOST);
  }

  @Test
  void chunkedBodyIsRead() {
    service.server.enqueue(
        new MockResponse.Builder().chunkedBody("{\"items\": [{\"name\": \"a\"}]}", 3).build());

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");
  }

  @Test
  void bodyThatIsShorterThanItSays() {
    service.answerAlways(
        Service.json("{'items': [{'name': 'a'}]}")
            .newBuilder()
            .setHeader("Content-Length", "1000")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    assertThat(fail(Acme.images("p", "name")).code()).isEqualTo(ErrorCode.CONNECTION_LOST);
  }

  @Test
  void connectionLostBeforeTheAnswer() {
    service.answerAlways(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    ImagoException failure = fail(Acme.images("p", "name"));

    assertThat(failure.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
    assertThat(service.onlyCall().status()).isEmpty();
    assertThat(service.onlyCall().error()).get().asString().startsWith("lost the connection");
  }

  @Test
  void refusedConnectionNamesHostAndPort() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    ImagoException failure = failAt("http://127.0.0.1:" + port);

    assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_CONNECT);
    assertThat(failure)
        .hasMessageContaining("cannot connect to 127.0.0.1:" + port)
        .hasMessageContaining("check the network and acme.compute.url");
  }

  @Test
  void unknownHost() {
    ImagoException failure = failAt("http://no-such-host.invalid");

    assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_CONNECT);
    assertThat(failure).hasMessageContaining("cannot connect to no-such-host.invalid:80");
  }

  @Test
  void serviceThatSpeaksNoTls() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<?> service = thread.submit(() -> answerInPlainText(plain));

      assertThat(failAt("https://127.0.0.1:" + plain.getLocalPort()).code())
          .isEqualTo(ErrorCode.CANNOT_CONNECT);
      service.get();
    } finally {
      thread.shutdownNow();
    }
  }

  private static @Nullable Void answerInPlainText(ServerSocket server) throws IOException {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      return null;
    }
  }

  private ImagoException failAt(String base) {
    try (ServiceCalls services =
            Service.services(
                Service.endpoint(HttpUrl.get(base), (request, parameters) -> request));
        RowStream rows =
            new TableReader(services)
                .read(List.of(Acme.images("p", "name")), service.statement(10))) {
      return catchThrowableOfType(ImagoException.class, rows::next);
    }
  }

  /** The failure of a statement that ends in one; its call is written down once. */
  private ImagoException fail(ReadRequest request) {
    ImagoException failure =
        catchThrowableOfType(ImagoException.class, () -> service.rows(request));
    assertThat(failure).isNotNull();
    assertThat(service.calls.calls()).extracting(CallRecord::seq).containsExactly(1L);
    return failure;
  }

  private static Buffer gzip(String text) throws IOException {
    Buffer compressed = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(compressed))) {
      sink.writeUtf8(text);
    }
    return compressed;
  }
}
