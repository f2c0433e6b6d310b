package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.statement.CallRecord;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.OptionalInt;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written down of a call, in each way that it can end. */
class CallLogTest {
  private static final String REFUSAL = "{\"code\": \"BROKEN\", \"text\": \"it is broken\"}";

  private final Service service = new Service();

  CallLogTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void answerThatIsRead() {
    String answer = "{'items': [{'name': 'a'}]}";
    service.answer(answer);

    service.rows(Acme.images("p", "name"));

    assertCall(service.onlyCall(), 200, 1, answer.length(), 1);
    assertThat(service.onlyCall().error()).isEmpty();
  }

  @Test
  void refusal() {
    service.answer(501, REFUSAL);

    assertThatThrownBy(() -> service.rows(Acme.images("p", "name")))
        .isInstanceOf(ImagoException.class);

    assertCall(service.onlyCall(), 501, 1, REFUSAL.length(), 0);
    assertThat(service.onlyCall().error()).get().asString().contains("it is broken");
  }

  @Test
  void refusalThatSaysThatThereIsNoRow() {
    String absent = "{\"code\": \"NO_SUCH\", \"text\": \"No 'projects/p/global/images/a'\"}";
    service.answer(404, absent);

    service.rows(Acme.image("p", "a", "name"));

    assertCall(service.onlyCall(), 404, 1, absent.length(), 0);
    assertThat(service.onlyCall().error()).isEmpty();
  }

  @Test
  void answerThatIsNoObject() {
    service.answer("[1, 2]");

    assertThatThrownBy(() -> service.rows(Acme.images("p", "name")))
        .isInstanceOf(ImagoException.class);

    assertCall(service.onlyCall(), 200, 1, "[1, 2]".length(), 0);
    assertThat(service.onlyCall().error()).isPresent();
  }

  @Test
  void secondPageThatIsRefused() {
    String page = "{'items': [{'name': 'a'}, {'name': 'b'}], 'nextPageToken': 't'}";
    service.answer(page).answer(501, REFUSAL);

    assertThatThrownBy(() -> service.rows(Acme.images("p", "name")))
        .isInstanceOf(ImagoException.class);

    List<CallRecord> calls = service.calls.calls();
    assertThat(calls).hasSize(2);
    assertCall(calls.get(0), 200, 1, page.length(), 2);
    assertThat(calls.get(0).error()).isEmpty();
    assertCall(calls.get(1), 501, 1, REFUSAL.length(), 0);
    assertThat(calls.get(1).error()).isPresent();
  }

  @Test
  void bodyThatBreaksOff() {
    service.answerAlways(
        Service.json("{'items': [{'name': 'a'}]}")
            .newBuilder()
            .setHeader("Content-Length", "1000")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    assertThatThrownBy(() -> service.rows(Acme.images("p", "name")))
        .isInstanceOf(ImagoException.class);

    assertThat(service.onlyCall().status()).isEqualTo(OptionalInt.of(200));
    assertThat(service.onlyCall().bytes()).isEqualTo("{'items': [{'name': 'a'}]}".length());
    assertThat(service.onlyCall().error()).get().asString().startsWith("lost the connection");
  }

  @Test
  void credentialThatCannotBeHad() throws IOException {
    Authenticator expired =
        (request, parameters) -> {
          throw new ImagoException(ErrorCode.UNAUTHENTICATED, "the token has expired");
        };

    failAt("http://127.0.0.1:1", expired);

    assertNotSent("was not sent: the token has expired");
  }

  @Test
  void credentialThatWouldTravelInClear() throws IOException {
    failAt(
        "http://compute.invalid",
        (request, parameters) ->
            request.newBuilder().header("Authorization", "Bearer s3cret").build());

    assertNotSent("was not sent: no credential is sent to compute.invalid in clear");
  }

  @Test
  void authenticatorWithAFault() throws IOException {
    failAt(
        "http://127.0.0.1:1",
        (request, parameters) -> {
          throw new IllegalStateException("no key");
        });

    assertNotSent("was not sent: could not be authorized: ");
  }

  @Test
  void connectionThatIsRefused() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    failAt("http://127.0.0.1:" + port, (request, parameters) -> request);

    assertNotSent("cannot connect to 127.0.0.1:" + port);
  }

  @Test
  void statementThatIsCancelledBetweenTwoRows() {
    service.answer("{'items': [{'name': 'a'}, {'name': 'b'}], 'nextPageToken': 't1'}");
    RowStream rows = service.open(Acme.images("p", "name"));
    rows.next();

    service.cancellation.cancel(ErrorCode.TIMED_OUT);

    assertThatThrownBy(rows::next).isInstanceOf(ImagoException.class);
    assertThat(service.onlyCall().rowCount()).isEqualTo(1);
    assertThat(service.onlyCall().error())
        .contains("the statement ran longer than its time-out and was stopped");
  }

  private void failAt(String base, Authenticator authenticator) {
    try (ServiceCalls services =
            Service.services(Service.endpoint(HttpUrl.get(base), authenticator));
        RowStream rows =
            new TableReader(services)
                .read(List.of(Acme.images("p", "name")), service.statement(10))) {
      assertThatThrownBy(rows::next).isInstanceOf(ImagoException.class);
    }
  }

  private void assertNotSent(String error) {
    CallRecord call = service.onlyCall();
    assertThat(call.attempts()).isZero();
    assertThat(call.status()).isEmpty();
    assertThat(call.bytes()).isZero();
    assertThat(call.rowCount()).isZero();
    assertThat(call.error()).get().asString().startsWith(error);
  }

  private static void assertCall(CallRecord call, int status, int attempts, long bytes, long rows) {
    assertThat(call.status()).isEqualTo(OptionalInt.of(status));
    assertThat(call.attempts()).isEqualTo(attempts);
    assertThat(call.bytes()).isEqualTo(bytes);
    assertThat(call.rowCount()).isEqualTo(rows);
  }
}
