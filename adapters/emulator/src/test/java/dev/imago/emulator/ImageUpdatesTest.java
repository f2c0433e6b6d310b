package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.state.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patches, deprecations and labels of images. */
final class ImageUpdatesTest extends EmulatorTest {
  private static final String PROJECT = "/compute/beta/projects/acme-prod";
  private static final String IMAGE = PROJECT + "/global/images/db-golden";
  private static final String PATH = "projects/acme-prod/global/images/db-golden";
  private static final String REQUEST_ID = "?requestId=6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a01";

  @Test
  void patchesWhatMayChange() throws Exception {
    JsonNode before = client.get(IMAGE).json();

    JsonNode operation =
        client
            .patch(
                IMAGE,
                "{\"family\":\"newer\",\"description\":null,"
                    + "\"deprecated\":{\"state\":\"DEPRECATED\"},\"diskSizeGb\":"
                    + before.path("diskSizeGb").asText()
                    + "}")
            .json();
    JsonNode after = client.get(IMAGE).json();

    assertThat(operation.path("operationType").asText()).isEqualTo("patch");
    assertThat(operation.path("targetId").asText()).isEqualTo("2092471986236280650");
    assertThat(after.path("family").asText()).isEqualTo("newer");
    assertThat(before.has("description")).isTrue();
    assertThat(after.has("description")).isFalse();
    assertThat(after.at("/deprecated/state").asText()).isEqualTo("DEPRECATED");
    assertThat(after.path("labels")).isEqualTo(before.path("labels"));
    assertThat(waitFor(operation).path("status").asText()).isEqualTo("DONE");
  }

  @Test
  void takesBackAnImageAsItWasRead() throws Exception {
    JsonNode before = client.get(IMAGE).json();

    assertThat(client.patch(IMAGE, before.toString()).status()).isEqualTo(200);
    assertThat(client.get(IMAGE).json()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'diskSizeGb':'999'} | Invalid value for field 'resource.diskSizeGb': '999'. The field",
        "{'labels':{'a':'b'}} | Invalid value for field 'resource.labels': ''. The field cannot",
        "{'locked':true} | Invalid value for field 'resource.locked': 'true'. The field cannot",
        "{'family':'Upper'} | Invalid value for field 'resource.family': 'Upper'. Must be",
        "{'colour':'red'} | Invalid JSON payload received. Unknown name \"colour\"",
        "{'deprecated':{'state':'GONE'}} | Invalid value at 'deprecated.state' (enum), \"GONE\""
      })
  void refusesOtherPatches(String body, String message) throws Exception {
    JsonNode before = client.get(IMAGE).json();

    EmulatorClient.Answer answer = client.patch(IMAGE, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).startsWith(message);
    assertThat(client.get(IMAGE).json()).isEqualTo(before);
  }

  @Test
  void deprecatesAndTakesItBack() throws Exception {
    String status =
        "{\"state\":\"OBSOLETE\",\"replacement\":\"" + PATH + "\",\"deleted\":\"2027-01-01\"}";

    JsonNode operation = client.post(IMAGE + "/deprecate", status).json();
    assertThat(operation.path("operationType").asText()).isEqualTo("deprecate");
    assertThat(client.get(IMAGE).json().path("deprecated").toString()).isEqualTo(status);
    assertThat(client.post(IMAGE + "/deprecate", "").status()).isEqualTo(200);
    assertThat(client.get(IMAGE).json().has("deprecated")).isFalse();
    assertThat(client.post(IMAGE + "/deprecate", "{\"state\":\"OLD\"}").status()).isEqualTo(400);
  }

  @Test
  void setsLabelsByTheirFingerprint() throws Exception {
    String first = fingerprint();

    JsonNode operation = client.post(IMAGE + "/setLabels", labels("blue", first)).json();
    assertThat(operation.path("operationType").asText()).isEqualTo("setLabels");
    assertThat(client.get(IMAGE).json().path("labels").toString()).isEqualTo("{\"team\":\"blue\"}");
    String second = fingerprint();
    assertThat(second).isNotEqualTo(first);
    EmulatorClient.Answer late = client.post(IMAGE + "/setLabels", labels("red", first));
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.error())
        .isEqualTo("Labels fingerprint either invalid or resource labels have changed");
    assertThat(late.json().at("/error/errors/0").toString())
        .contains("\"reason\":\"conditionNotMet\"", "\"location\":\"If-Match\"", "\"header\"");
    assertThat(client.post(IMAGE + "/setLabels", "{\"labels\":{}}").status()).isEqualTo(412);
    assertThat(client.get(IMAGE).json().path("labels").toString()).isEqualTo("{\"team\":\"blue\"}");
    assertThat(
            client.post(IMAGE + "/setLabels", "{\"labelFingerprint\":\"" + second + "\"}").status())
        .isEqualTo(200);
    assertThat(client.get(IMAGE).json().has("labels")).isFalse();
  }

  @Test
  void refusesBadLabelsAndKnowsNoRequestIdForThem() throws Exception {
    assertThat(client.post(IMAGE + "/setLabels", labels("Red", fingerprint())).error())
        .startsWith("Invalid value for field 'labels': ''. Label value 'Red'");
    assertThat(client.post(IMAGE + "/setLabels" + REQUEST_ID, labels("red", fingerprint())).error())
        .contains("Unknown name \"requestId\"");
  }

  @Test
  void doesARequestIdOnce() throws Exception {
    JsonNode first = client.patch(IMAGE + REQUEST_ID, "{\"family\":\"one\"}").json();
    JsonNode again = client.patch(IMAGE + REQUEST_ID, "{\"family\":\"two\"}").json();

    assertThat(again.path("name")).isEqualTo(first.path("name"));
    assertThat(client.get(IMAGE).json().path("family").asText()).isEqualTo("one");
  }

  @ParameterizedTest
  @CsvSource({"PATCH, ''", "POST, /deprecate", "POST, /setLabels"})
  void refusesWhatIsNotThereOrNotReady(String method, String verb) throws Exception {
    String images = PROJECT + "/global/images/";

    assertThat(call(method, images + "nope" + verb).status()).isEqualTo(404);
    EmulatorClient.Answer pending = call(method, images + "web-base-v4" + verb);
    assertThat(pending.status()).isEqualTo(400);
    assertThat(pending.json().at("/error/errors/0/reason").asText()).isEqualTo("resourceNotReady");
    assertThat(
            call(method, images.replace("acme-prod", "coreos-cloud") + "coreos-alpha" + verb)
                .status())
        .isEqualTo(403);
  }

  @Test
  void changesNothingWhenItIsToFail() throws Exception {
    emulator.outcomes().script(PATH, Outcome.failure(503, "BACKEND_ERROR", "Try again."));
    JsonNode before = client.get(IMAGE).json();

    assertThat(client.patch(IMAGE, "{\"family\":\"Upper\"}").status()).isEqualTo(400);
    JsonNode failed = waitFor(client.patch(IMAGE, "{\"family\":\"newer\"}").json());

    assertThat(failed.at("/error/errors/0/message").asText()).isEqualTo("Try again.");
    assertThat(client.get(IMAGE).json()).isEqualTo(before);
    assertThat(client.patch(IMAGE, "{\"family\":\"newer\"}").status()).isEqualTo(200);
    assertThat(client.get(IMAGE).json().path("family").asText()).isEqualTo("newer");
  }

  @Test
  void changesNothingForABadToken() throws Exception {
    restart(EmulatorConfig.builder().validTokens("good").build());
    String target = IMAGE + "/deprecate";

    EmulatorClient.Answer refused =
        client.post(target, "{\"state\":\"OBSOLETE\"}", "Authorization", "Bearer bad");

    assertThat(refused.status()).isEqualTo(401);
    JsonNode image = client.get(IMAGE, "Authorization", "Bearer good").json();
    assertThat(image.path("name").asText()).isEqualTo("db-golden");
    assertThat(image.has("deprecated")).isFalse();
  }

  @Test
  void knowsAnImageByItsNumber() throws Exception {
    String byNumber = PROJECT + "/global/images/2092471986236280650";

    assertThat(client.patch(byNumber, "{\"family\":\"newer\"}").json().path("targetLink").asText())
        .endsWith(PATH);
    assertThat(client.get(IMAGE).json().path("family").asText()).isEqualTo("newer");
  }

  private EmulatorClient.Answer call(String method, String target) throws Exception {
    return method.equals("PATCH") ? client.patch(target, "{}") : client.post(target, "{}");
  }

  private JsonNode waitFor(JsonNode operation) throws Exception {
    String name = operation.path("name").asText();
    return client.post(PROJECT + "/global/operations/" + name + "/wait", "").json();
  }

  private String fingerprint() throws Exception {
    return client.get(IMAGE).json().path("labelFingerprint").asText();
  }

  private static String labels(String team, String fingerprint) {
    return "{\"labels\":{\"team\":\"" + team + "\"},\"labelFingerprint\":\"" + fingerprint + "\"}";
  }
}
