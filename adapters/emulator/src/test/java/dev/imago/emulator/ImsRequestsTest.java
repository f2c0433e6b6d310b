package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the image service and the gateway before it refuse, and how the driver is led to them. */
final class ImsRequestsTest extends EmulatorTest {
  private static final String GERMANY = "ac234de25c6741d2b1273da49eea1b9e";
  private static final String NETHERLANDS = "5d0c7f42b86e4f1f9a3e6c2d81b745e0";
  private static final String ROOT = "/opentelekom/ims/eu-de";
  private static final String LIST = ROOT + "/v2/cloudimages";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour=red | IMG.0001 | parameter colour is unknown",
        "flavor_id=x | IMG.0001 | parameter flavor_id is unknown",
        "__imagetype=market | IMG.0024 | The imagetype is invalid.",
        "__os_type=linux | IMG.0056 | The OS type is invalid.",
        "status=ACTIVE | IMG.0001 | parameter status must be one of queued",
        "__platform=RedHat | IMG.0001 | parameter __platform must be one of Windows",
        "limit=ten | IMG.0001 | parameter limit must be a number",
        "limit=-1 | IMG.0001 | parameter limit must be a number",
        "limit=1&limit=2 | IMG.0001 | parameter limit is given more than once",
        "sort_key=updated_at | IMG.0001 | parameter sort_key must be one of name",
        "sort_dir=DESC | IMG.0001 | parameter sort_dir must be one of asc",
        "created_at=2024-11-06T06:19:44Z | IMG.0001 | parameter created_at must be gt, gte",
        "created_at=gte:2024-13-06T06:19:44Z | IMG.0001 | parameter created_at must be gt, gte",
        "created_at=gte:2024-11-06T06:19:44 | IMG.0001 | parameter created_at must be gt, gte",
        "member_status=pending | IMG.0001 | parameter member_status needs visibility=shared",
        "enterprise_project_id=x | IMG.0001 | parameter enterprise_project_id must be a value",
        "marker=3f7185de-b59a-4bb8-aa1d-000000000000 | IMG.0027 | does not exist"
      })
  void refusesParameters(String query, String code, String message) throws Exception {
    EmulatorClient.Answer answer = client.get(LIST + "?" + query, "X-Project-Id", GERMANY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
    assertThat(answer.error()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v2/images/nothing"
            + "| 404 | <itemNotFound code=\"404\"><message>No image found with ID nothing</message>"
            + "</itemNotFound>",
        "/v2/images/%3Ca%26b%3E | 404 | <itemNotFound code=\"404\"><message>"
            + "No image found with ID &lt;a&amp;b&gt;</message></itemNotFound>",
        "/v2/images?__whole_image=true"
            + "| 400 | <badRequest code=\"400\"><message>__whole_image is unknown</message>"
            + "</badRequest>",
        "/v2/images?marker=nothing"
            + "| 400 | <badRequest code=\"400\"><message>Invalid marker: nothing</message>"
            + "</badRequest>",
        "/v2/images/nothing/members"
            + "| 404 | <itemNotFound code=\"404\"><message>No image found with ID nothing</message>"
            + "</itemNotFound>"
      })
  void refusesInXmlWhereGlanceDoes(String path, int status, String body) throws Exception {
    EmulatorClient.Answer answer = client.get(ROOT + path, "X-Project-Id", GERMANY);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(body);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
  }

  @Test
  void refusesProjectsOfOtherRegions() throws Exception {
    EmulatorClient.Answer header = client.get(LIST, "X-Project-Id", NETHERLANDS);
    EmulatorClient.Answer path = client.get(ROOT + "/v1/" + NETHERLANDS + "/jobs/x");
    EmulatorClient.Answer region =
        client.get("/opentelekom/ims/eu-ch2/v2/cloudimages", "X-Project-Id", GERMANY);

    for (EmulatorClient.Answer answer : new EmulatorClient.Answer[] {header, path, region}) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.json().path("error_code").asText()).isEqualTo("APIGW.0302");
      assertThat(answer.json().path("error_msg").asText()).contains("does not lie in region");
    }
  }

  @Test
  void asksForAProject() throws Exception {
    EmulatorClient.Answer answer = client.get(LIST);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("error_code").asText()).isEqualTo("APIGW.0301");
  }

  @Test
  void asksForAValidToken() throws Exception {
    restart(EmulatorConfig.builder().validTokens("good").build());

    EmulatorClient.Answer none = client.get(LIST, "X-Project-Id", GERMANY);
    EmulatorClient.Answer wrong = client.get(LIST, "X-Project-Id", GERMANY, "X-Auth-Token", "bad");
    EmulatorClient.Answer good = client.get(LIST, "X-Project-Id", GERMANY, "X-Auth-Token", "good");

    assertThat(none.status()).isEqualTo(401);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().path("error_code").asText()).isEqualTo("APIGW.0301");
    assertThat(good.status()).isEqualTo(200);
  }

  @Test
  void knowsNoOtherPathsOrVerbs() throws Exception {
    EmulatorClient.Answer path = client.get(ROOT + "/v2/nothing", "X-Project-Id", GERMANY);
    EmulatorClient.Answer verb = client.post(LIST, "{}", "X-Project-Id", GERMANY);
    EmulatorClient.Answer progress =
        client.get(ROOT + "/v1/cloudimages/job/x", "X-Project-Id", GERMANY);

    for (EmulatorClient.Answer answer : new EmulatorClient.Answer[] {path, verb, progress}) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("error_code").asText()).isEqualTo("APIGW.0101");
    }
  }

  @Test
  void tellsTheDriverWhereItIs() {
    assertThat(emulator.demoDefaults("opentelekom"))
        .containsOnly(
            entry("opentelekom.ims.url", emulator.baseUrl() + "/opentelekom/ims/{region}"),
            entry(
                "opentelekom.auth.url",
                emulator.baseUrl() + "/opentelekom/iam/{region}/v3/auth/tokens"),
            entry("opentelekom.auth", "none"),
            entry("opentelekom.region", "eu-de"),
            entry("opentelekom.project_id", GERMANY));
    assertThat(emulator.demoDefaults("huawei"))
        .containsEntry("huawei.ims.url", emulator.baseUrl() + "/huawei/ims/{region}")
        .containsEntry(
            "huawei.auth.url", emulator.baseUrl() + "/huawei/iam/{region}/v3/auth/tokens")
        .containsEntry("huawei.auth", "none")
        .containsEntry("huawei.region", "ap-southeast-1")
        .containsEntry("huawei.project_id", "a4da8115c9d8464ead3a38309130523f");
  }
}
