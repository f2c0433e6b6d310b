package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.CallRules;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call does while its credential is not there. */
final class CredentialWaitTest {
  private static final String ROW = "{'items': [{'name': 'a'}]}";
  private static final CallRules ONE_CALL = CallRules.of(1, provider -> 0, Duration.ofSeconds(1));

  @Test
  void callThatWaitsForItsCredentialTakesNoPlaceOfOthers() throws IOException {
    CompletableFuture<String> token = new CompletableFuture<>();
    try (Service service = new Service(waitingFor("slow", token), ONE_CALL)) {
      service.answer(ROW).answer(ROW);
      RowStream slow = service.open(Acme.images("slow", "name"));
      slow.start();

      assertThat(service.rows(Acme.images("quick", "name"))).containsExactly("[a]");
      assertThat(service.target()).contains("/quick/");

      token.complete("t");
      assertThat(slow.next()).containsExactly("a");
    }
  }

  @Test
  void cancelEndsTheWaitAndNothingIsSentAfterwards() throws Exception {
    CompletableFuture<String> token = new CompletableFuture<>();
    try (Service service = new Service(waitingFor("slow", token))) {
      service.answer(ROW);
      RowStream slow = service.open(Acme.images("slow", "name"));
      slow.start();
      FutureTask<Object> reading = new FutureTask<>(slow::next);
      Thread thread = ReadingThread.begin(reading);

      service.cancellation.cancel(ErrorCode.CANCELLED);

      assertThatThrownBy(() -> reading.get(5, TimeUnit.SECONDS))
          .hasMessageContaining("the statement was cancelled");
      thread.join();
      token.complete("t");
      assertThat(service.target()).isNull();
      assertThat(service.onlyCall().attempts()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"SERVICE_FAULT, 5", "THROTTLED, 10", "UNAUTHENTICATED, 1", "API_FAILED, 1"})
  void failuresThatMayGoAwayAreTriedAgain(ErrorCode code, int tries) throws IOException {
    assertFails(attempt -> new ImagoException(code, "no token"), code, tries);
  }

  @Test
  void lossOfTheConnectionIsTriedAgain() throws IOException {
    assertFails(
        attempt -> new ImagoException(ErrorCode.CONNECTION_LOST, "lost", new IOException("reset")),
        ErrorCode.CONNECTION_LOST,
        5);
  }

  @Test
  void silenceIsTriedOnceAgain() throws IOException {
    assertFails(
        attempt ->
            new ImagoException(
                ErrorCode.CONNECTION_LOST, "silent", new InterruptedIOException("timeout")),
        ErrorCode.CONNECTION_LOST,
        2);
  }

  @Test
  void certificateThatIsNotTrustedIsNotTriedAgain() throws IOException {
    assertFails(
        attempt ->
            new ImagoException(
                ErrorCode.CANNOT_CONNECT, "untrusted", new SSLHandshakeException("untrusted")),
        ErrorCode.CANNOT_CONNECT,
        1);
  }

  @Test
  void whatNobodyHasTriedIsNotTriedAgain() throws IOException {
    ImagoException last =
        new ImagoException(ErrorCode.CANNOT_CONNECT, "refused", new IOException("refused"));
    assertFails(
        attempt -> new ImagoException(last.code(), last.getMessage(), last),
        ErrorCode.CANNOT_CONNECT,
        1);
  }

  @Test
  void credentialThatComesInTheEndIsSent() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Authenticator recovering =
        failing(
            asked,
            attempt -> attempt < 3 ? new ImagoException(ErrorCode.SERVICE_FAULT, "fault") : null);
    try (Service service = new Service(recovering)) {
      service.answer(ROW);

      assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");

      assertThat(asked).hasValue(3);
      assertThat(service.onlyCall().attempts()).isEqualTo(1);
    }
  }

  private static void assertFails(
      IntFunction<@Nullable ImagoException> failures, ErrorCode code, int tries)
      throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (Service service = new Service(failing(asked, failures))) {
      ImagoException failure =
          catchThrowableOfType(ImagoException.class, () -> service.rows(Acme.images("p", "name")));

      assertThat(failure.code()).isEqualTo(code);
      assertThat(asked).hasValue(tries);
      assertThat(service.onlyCall().attempts()).isZero();
      assertThat(service.onlyCall().error().orElseThrow()).startsWith("was not sent: ");
    }
  }

  private static Authenticator failing(
      AtomicInteger asked, IntFunction<@Nullable ImagoException> failures) {
    return new Ready(
        parameters -> {
          ImagoException failure = failures.apply(asked.incrementAndGet());
          return failure == null
              ? CompletableFuture.completedFuture("t")
              : CompletableFuture.failedFuture(failure);
        });
  }

  private static Authenticator waitingFor(String project, CompletableFuture<String> token) {
    return new Ready(
        parameters ->
            project.equals(parameters.get("project"))
                ? token
                : CompletableFuture.completedFuture("t"));
  }

  /** One whose credential is there when a test says so. */
  private record Ready(Function<Map<String, String>, CompletableFuture<String>> when)
      implements Authenticator {
    @Override
    public CompletableFuture<?> ready(Map<String, String> parameters) {
      return when.apply(parameters);
    }

    @Override
    public Request authorize(Request request, Map<String, String> parameters) {
      return request.newBuilder().header("Authorization", "Bearer t").build();
    }
  }
}
