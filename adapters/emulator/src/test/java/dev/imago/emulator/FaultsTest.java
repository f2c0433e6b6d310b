package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.RecordedRequest;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest extends EmulatorTest {
  private static final String IMAGES = "/compute/beta/projects/rhel-cloud/global/images";
  private static final String JOB =
      "/v1/projects/acme-prod/locations/us-central1/imageImports/import-debian"
          + "/imageImportJobs/job-running";
  private static final String PROJECT = "/compute/beta/projects/acme-prod/global";
  private static final String OPERATIONS = PROJECT + "/operations";
  private static final String MADE = PROJECT + "/images/made";
  private static final String INSERT =
      PROJECT + "/images?requestId=6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a01";
  private static final String IMAGE =
      "{\"name\":\"made\",\"sourceImage\":\"global/images/db-golden\"}";

  @Test
  void answersInsteadOfTheApi() throws Exception {
    emulator
        .faults()
        .add(
            FaultRule.on("GET", "global/images").after(1).times(2),
            Fault.answer(Response.text(503, "busy").withHeader("Retry-After", "3")));

    assertThat(client.get(IMAGES).status()).isEqualTo(200);
    EmulatorClient.Answer refused = client.get(IMAGES);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.response().headers().firstValue("Retry-After")).contains("3");
    assertThat(client.post(IMAGES, "{}").status()).isEqualTo(403);
    assertThat(client.get(IMAGES).status()).isEqualTo(503);
    assertThat(client.get(IMAGES).status()).isEqualTo(200);
  }

  @Test
  void strikesByParametersToo() throws Exception {
    emulator
        .faults()
        .add(FaultRule.on("*", "maxResults=1$"), Fault.answer(Response.html(502, "<html></html>")));

    assertThat(client.get(IMAGES + "?maxResults=1").response().headers().firstValue("Content-Type"))
        .contains("text/html; charset=UTF-8");
    assertThat(client.get(IMAGES + "?maxResults=2").status()).isEqualTo(200);
    emulator.faults().clear();
    assertThat(client.get(IMAGES + "?maxResults=1").status()).isEqualTo(200);
  }

  @Test
  void cutsTheConnectionBeforeTheAnswer() throws Exception {
    // The JDK's client sends a GET again by itself when a used connection was closed.
    emulator.faults().add(FaultRule.on("POST", ":cancel").times(1), Fault.cutBeforeAnswer());

    assertThatThrownBy(() -> client.post(JOB + ":cancel", "{}")).isInstanceOf(IOException.class);
    assertThat(client.get(JOB).json().path("state").asText()).isEqualTo("RUNNING");
  }

  @Test
  void cutsTheConnectionAfterTheApiHasActed() throws Exception {
    emulator.faults().add(FaultRule.on("POST", ":cancel").times(1), Fault.cutAfterHandling());

    assertThatThrownBy(() -> client.post(JOB + ":cancel", "{}")).isInstanceOf(IOException.class);
    assertThat(client.get(JOB).json().path("state").asText()).isEqualTo("CANCELLING");
  }

  @Test
  void losesTheAnswerToARequestThatIsThenRepeated() throws Exception {
    emulator.faults().add(FaultRule.on("POST", "images[?]").times(1), Fault.cutAfterHandling());

    assertThatThrownBy(() -> client.post(INSERT, IMAGE)).isInstanceOf(IOException.class);
    EmulatorClient.Answer answer = client.post(INSERT, IMAGE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(emulator.requests().by("POST"))
        .extracting(RecordedRequest::line, RecordedRequest::body)
        .containsExactly(tuple("POST " + INSERT, IMAGE), tuple("POST " + INSERT, IMAGE));
    assertThat(client.get(OPERATIONS + "?filter=operationType%3Dinsert").names())
        .containsOnlyOnce(answer.json().path("name").asText());
  }

  @Test
  void cutsTheConnectionBeforeAMutationIsDone() throws Exception {
    emulator.faults().add(FaultRule.on("POST", "images[?]").times(1), Fault.cutBeforeAnswer());

    assertThatThrownBy(() -> client.post(INSERT, IMAGE)).isInstanceOf(IOException.class);
    assertThat(client.get(MADE).status()).isEqualTo(404);
    assertThat(emulator.requests().by("POST", "PATCH", "DELETE")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void turnsMutationsAway(int status) throws Exception {
    emulator
        .faults()
        .add(
            FaultRule.on("DELETE", "web-base-v1").times(1),
            Fault.answer(Response.text(status, "later").withHeader("Retry-After", "2")));
    String image = "/compute/beta/projects/acme-prod/global/images/web-base-v1";

    EmulatorClient.Answer refused = client.delete(image);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.response().headers().firstValue("Retry-After")).contains("2");
    assertThat(client.get(image).json().path("status").asText()).isEqualTo("READY");
    assertThat(client.delete(image).status()).isEqualTo(200);
    assertThat(emulator.requests().by("DELETE")).hasSize(2);
  }

  @Test
  void answersLateWhatIsLongDone() throws Exception {
    emulator
        .faults()
        .add(FaultRule.on("POST", "images[?]").times(1), Fault.lateAnswer(Duration.ofMinutes(10)));

    CompletableFuture<EmulatorClient.Answer> answer =
        CompletableFuture.supplyAsync(() -> post(INSERT, IMAGE));
    while (client.get(MADE).status() != 200) {
      assertThat(answer).isNotDone();
    }
    assertThat(answer).isNotDone();
    emulator.close();
    assertThat(answer).failsWithin(Duration.ofSeconds(30));
  }

  private EmulatorClient.Answer post(String target, String body) {
    try {
      return client.post(target, body);
    } catch (IOException | InterruptedException lost) {
      throw new CompletionException(lost);
    }
  }

  @Test
  void cutsTheConnectionInsideTheAnswer() {
    emulator.faults().add(FaultRule.always(), Fault.cutInsideAnswer(20));

    assertThatThrownBy(() -> client.get(IMAGES)).isInstanceOf(IOException.class);
  }

  @Test
  void truncatesTheBody() throws Exception {
    emulator.faults().add(FaultRule.always(), Fault.truncatedBody(20));

    EmulatorClient.Answer answer = client.get(IMAGES);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).hasSize(20);
    assertThatThrownBy(answer::json).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void slowsAnswersDown() throws Exception {
    Duration pause = Duration.ofMillis(60);
    emulator.faults().add(FaultRule.always().times(1), Fault.latency(pause));
    emulator.faults().add(FaultRule.always().times(1), Fault.slowBody(1000, pause));

    assertThat(duration(IMAGES)).isGreaterThanOrEqualTo(pause);
    assertThat(duration(IMAGES)).isGreaterThanOrEqualTo(pause.multipliedBy(2));
  }

  private Duration duration(String target) throws Exception {
    Instant before = Instant.now();
    assertThat(client.get(target).names()).hasSize(2);
    return Duration.between(before, Instant.now());
  }
}
