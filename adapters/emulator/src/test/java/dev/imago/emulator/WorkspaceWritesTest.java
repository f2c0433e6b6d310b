package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An image of an image server is made anew. */
final class WorkspaceWritesTest extends EmulatorTest {
  private static final String ROOT =
      "/huawei/workspace/ap-southeast-1/v1/a4da8115c9d8464ead3a38309130523f";
  private static final String ACTIVE = "db9bb8be-2f46-4288-9246-1e670eb6c93b";
  private static final String FOREIGN = "117b3752-8ae5-4a06-99c4-fc0961160aa1";

  private final MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);

  @BeforeEach
  void startWithClock() throws Exception {
    restart(EmulatorConfig.builder().clock(clock).build());
  }

  @Test
  void makesAnImageAnewByAJob() throws Exception {
    String id = recreate(ACTIVE);
    JsonNode waiting = job(id);

    assertThat(waiting.path("status").asText()).isEqualTo("WAITING");
    assertThat(waiting.path("job_type").asText()).isEqualTo("CREATE_SERVER_IMAGE");
    assertThat(waiting.path("end_time").isNull()).isTrue();
    assertThat(waiting.path("sub_jobs_total").asInt()).isEqualTo(1);
    assertThat(waiting.at("/sub_jobs/0/job_resource_info/resource_name").asText())
        .isEqualTo("office");
    clock.forward(Duration.ofSeconds(6));
    assertThat(job(id).path("status").asText()).isEqualTo("RUNNING");
    assertThat(server(ACTIVE).path("status").asText()).isEqualTo("BUILDING");
    clock.forward(Duration.ofMinutes(21));
    JsonNode ended = job(id);
    assertThat(ended.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(ended.path("end_time").asText()).isEqualTo("2026-06-15T12:21:06Z");
    assertThat(ended.at("/sub_jobs/0/status").asText()).isEqualTo("SUCCESS");
    assertThat(server(ACTIVE).path("status").asText()).isEqualTo("BUILT");
    assertThat(server(ACTIVE).path("image_id"))
        .isEqualTo(ended.at("/sub_jobs/0/job_resource_info/resource_id"));
  }

  @Test
  void failsOverAForeignImage() throws Exception {
    String id = recreate(FOREIGN);
    clock.forward(Duration.ofSeconds(6));
    job(id);
    clock.forward(Duration.ofMinutes(21));

    JsonNode failed = job(id);
    assertThat(failed.path("status").asText()).isEqualTo("FAILED");
    assertThat(failed.at("/sub_jobs/0/job_execute_info/error_code").asText())
        .isEqualTo("WKS.00211401");
    assertThat(server(FOREIGN).path("status").asText()).isEqualTo("ERROR");
  }

  @Test
  void listsTheNewJob() throws Exception {
    String id = recreate(ACTIVE);

    assertThat(
            client
                .get(ROOT + "/image-server-jobs?job_type=CREATE_SERVER_IMAGE&status=WAITING")
                .each("items", "id"))
        .containsExactly(id);
    assertThat(
            client
                .get(ROOT + "/image-server-sub-jobs?job_type=CREATE_SERVER_IMAGE&job_id=" + id)
                .each("items", "job_id"))
        .containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "db9bb8be-2f46-4288-9246-1e670eb6c93b | {} | 400 | WKS.00211102",
        "db9bb8be-2f46-4288-9246-1e670eb6c93b | {\"name\":\"\"} | 400 | WKS.00211102",
        "db9bb8be-2f46-4288-9246-1e670eb6c93b | {\"name\":\"n\",\"size\":1} | 400 | WKS.00211102",
        "db9bb8be-2f46-4288-9246-1e670eb6c93b | {\"name\":\"n\",\"execute_sysprep\":\"yes\"}"
            + "| 400 | WKS.00211102",
        "e1af7d6f-24c0-41da-9c22-a47f19be7ef0 | {\"name\":\"n\"} | 400 | WKS.00211102",
        "nothing | {\"name\":\"n\"} | 404 | WKS.00000404"
      })
  void refuses(String server, String body, int status, String code) throws Exception {
    EmulatorClient.Answer answer = client.post(path(server), body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error_code").asText()).isEqualTo(code);
  }

  private static String path(String server) {
    return ROOT + "/image-servers/" + server + "/actions/recreate-image";
  }

  private String recreate(String server) throws Exception {
    EmulatorClient.Answer answer =
        client.post(path(server), "{\"name\": \"office\", \"description\": \"d\"}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("job_id").asText();
  }

  private JsonNode job(String id) throws Exception {
    return client.get(ROOT + "/image-server-jobs/" + id).json();
  }

  private JsonNode server(String id) throws Exception {
    return client.get(ROOT + "/image-servers/" + id).json();
  }
}
