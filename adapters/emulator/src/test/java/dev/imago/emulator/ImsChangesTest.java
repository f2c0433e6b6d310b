package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images are changed, shared and deleted. */
final class ImsChangesTest extends EmulatorTest {
  private static final String IMS = "/opentelekom/ims/eu-de";
  private static final String PROJECT = "ac234de25c6741d2b1273da49eea1b9e";
  private static final String PARTNER = "b7a1e2c94d6f4e0c8b3a5f7d9e1c2b46";
  private static final String OWN = "3f7185de-b59a-4bb8-aa1d-7a513528b0e9";
  private static final String SHARED = "30e55148-deb9-4923-adb9-91618de16ba0";
  private static final String FROM_PARTNER = "6596628c-42d4-4ff1-8660-8ea5ae61f243";
  private static final String PUBLIC = "a9f980a0-b629-4f9b-93ef-e225596a8d69";
  private static final String JSON = "application/json;charset=utf8";
  private static final String PATCH = "application/openstack-images-v2.1-json-patch";

  @Test
  void changesAttributes() throws Exception {
    EmulatorClient.Answer answer =
        send(
            "PATCH",
            "/v2/cloudimages/" + OWN,
            """
            [{"op": "replace", "path": "/name", "value": "renamed"},
             {"op": "add", "path": "/__support_largememory", "value": "true"},
             {"op": "replace", "path": "/min_ram", "value": "2048"},
             {"op": "replace", "path": "/protected", "value": "true"},
             {"op": "remove", "path": "/__description"}]
            """,
            JSON);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode image = image(OWN).json();
    assertThat(answer.json()).isEqualTo(image);
    assertThat(image.path("name").asText()).isEqualTo("renamed");
    assertThat(image.path("__support_largememory").asText()).isEqualTo("true");
    assertThat(image.path("min_ram").asInt()).isEqualTo(2048);
    assertThat(image.path("protected").asBoolean()).isTrue();
    assertThat(image.has("__description")).isFalse();
    assertThat(image.path("updated_at").asText()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(send("DELETE", "/v2/images/" + OWN, "", JSON).status()).isEqualTo(403);
  }

  @Test
  void changesNothingWhenOneChangeIsRefused() throws Exception {
    JsonNode before = image(OWN).json();
    send(
        "PATCH",
        "/v2/cloudimages/" + OWN,
        """
        [{"op": "replace", "path": "/name", "value": "renamed"},
         {"op": "replace", "path": "/nothing", "value": "x"}]
        """,
        JSON);

    assertThat(image(OWN).json()).isEqualTo(before);
  }

  @Test
  void changesAttributesAsGlanceDoes() throws Exception {
    EmulatorClient.Answer answer =
        send(
            "PATCH",
            "/v2/images/" + OWN,
            """
            [{"op": "replace", "path": "/name", "value": "renamed"},
             {"op": "add", "path": "/team", "value": "web"}]
            """,
            PATCH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("team").asText()).isEqualTo("web");
    assertThat(glanceStatus("[{\"op\":\"add\",\"path\":\"/min_ram\",\"value\":\"1\"}]", PATCH))
        .isEqualTo(403);
    assertThat(glanceStatus("[{\"op\":\"remove\",\"path\":\"/nothing\"}]", PATCH)).isEqualTo(409);
    assertThat(glanceStatus("[{\"op\":\"move\",\"path\":\"/team\"}]", PATCH)).isEqualTo(400);
    assertThat(glanceStatus("[]", JSON)).isEqualTo(415);
    assertThat(send("PATCH", "/v2/images/nothing", "[{\"op\":\"remove\",\"path\":\"/a\"}]", PATCH))
        .satisfies(
            refused -> {
              assertThat(refused.status()).isEqualTo(404);
              assertThat(refused.text()).startsWith("<itemNotFound code=\"404\">");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "3f7185de-b59a-4bb8-aa1d-7a513528b0e9 | {} | IMG.0001",
        "3f7185de-b59a-4bb8-aa1d-7a513528b0e9 | [] | IMG.0001",
        "3f7185de-b59a-4bb8-aa1d-7a513528b0e9 | [{\"op\":\"remove\",\"path\":\"name\"}] | IMG.0001",
        "3f7185de-b59a-4bb8-aa1d-7a513528b0e9 | [{\"op\":\"remove\",\"path\":\"/name\"}]"
            + "| IMG.0035",
        "3f7185de-b59a-4bb8-aa1d-7a513528b0e9"
            + "| [{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"active\"}] | IMG.0035",
        "3f7185de-b59a-4bb8-aa1d-7a513528b0e9"
            + "| [{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"a/b\"}] | IMG.0003",
        "3f7185de-b59a-4bb8-aa1d-7a513528b0e9"
            + "| [{\"op\":\"replace\",\"path\":\"/min_disk\",\"value\":\"x\"}] | IMG.0001",
        "nothing | [{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"n\"}] | IMG.0027",
        "6596628c-42d4-4ff1-8660-8ea5ae61f243"
            + "| [{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"n\"}] | IMG.0047",
        "883e364b-7a49-4302-9bc3-cf4634cc1091"
            + "| [{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"n\"}] | IMG.0046"
      })
  void refusesChangesInItsOwnWay(String image, String body, String code) throws Exception {
    EmulatorClient.Answer answer = send("PATCH", "/v2/cloudimages/" + image, body, JSON);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
  }

  @Test
  void deletesImagesAndTheirMembers() throws Exception {
    EmulatorClient.Answer answer =
        send("DELETE", "/v2/images/" + SHARED, "{\"delete_backup\": false}", JSON);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(image(SHARED).status()).isEqualTo(404);
    assertThat(send("DELETE", "/v2/images/" + SHARED, "", JSON).status()).isEqualTo(404);
    assertThat(send("DELETE", "/v2/images/" + PUBLIC, "", JSON).status()).isEqualTo(403);
    assertThat(send("DELETE", "/v2/images/" + OWN, "{\"force\":true}", JSON).status())
        .isEqualTo(400);
    assertThat(usedQuota("image_member")).isZero();
  }

  @Test
  void sharesAnImageAsGlanceDoes() throws Exception {
    String members = "/v2/images/" + OWN + "/members";
    EmulatorClient.Answer added = send("POST", members, "{\"member\":\"p-1\"}", JSON);

    assertThat(added.status()).isEqualTo(200);
    assertThat(added.json().path("status").asText()).isEqualTo("pending");
    assertThat(added.json().path("member_id").asText()).isEqualTo("p-1");
    assertThat(image(OWN).json().path("visibility").asText()).isEqualTo("shared");
    assertThat(send("POST", members, "{\"member\":\"p-1\"}", JSON).status()).isEqualTo(409);
    assertThat(send("PUT", members + "/p-1", "{\"status\":\"accepted\"}", JSON).status())
        .isEqualTo(403);
    assertThat(send("DELETE", members + "/p-1", "", JSON).status()).isEqualTo(204);
    assertThat(image(OWN).json().path("visibility").asText()).isEqualTo("private");
    assertThat(send("DELETE", members + "/p-1", "", JSON).status()).isEqualTo(404);
    assertThat(
            send("POST", "/v2/images/" + PUBLIC + "/members", "{\"member\":\"p-1\"}", JSON)
                .status())
        .isEqualTo(403);
  }

  @Test
  void answersForItself() throws Exception {
    EmulatorClient.Answer answer =
        send(
            "PUT",
            "/v2/images/" + FROM_PARTNER + "/members/" + PROJECT,
            "{\"status\":\"rejected\"}",
            JSON);

    assertThat(answer.json().path("status").asText()).isEqualTo("rejected");
    assertThat(answer.json().path("updated_at").asText()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(
            send("DELETE", "/v2/images/" + FROM_PARTNER + "/members/" + PROJECT, "", JSON).status())
        .isEqualTo(403);
  }

  @Test
  void sharesSeveralImagesByAJob() throws Exception {
    String body = "{\"images\":[\"" + OWN + "\"],\"projects\":[\"p-1\",\"p-2\"]}";
    JsonNode added = finished(send("POST", "/v1/cloudimages/members", body, JSON));

    assertThat(added.path("job_type").asText()).isEqualTo("imsAddImageMembersJob");
    assertThat(added.at("/entities/results")).hasSize(2);
    assertThat(added.at("/entities/results/1/project_id").asText()).isEqualTo("p-2");
    assertThat(added.at("/entities/results/1/status").asText()).isEqualTo("success");
    assertThat(get("/v2/images/" + OWN + "/members").each("members", "member_id"))
        .containsExactly("p-1", "p-2");
    JsonNode removed = finished(send("DELETE", "/v1/cloudimages/members", body, JSON));
    assertThat(removed.path("job_type").asText()).isEqualTo("imsDelImageMembersJob");
    assertThat(get("/v2/images/" + OWN + "/members").each("members", "member_id")).isEmpty();
  }

  @Test
  void answersByAJob() throws Exception {
    String body =
        "{\"images\":[\"%s\"],\"project_id\":\"%s\",\"status\":\"%s\"}"
            .formatted(FROM_PARTNER, PROJECT, "rejected");
    JsonNode job = finished(send("PUT", "/v1/cloudimages/members", body, JSON));

    assertThat(job.path("job_type").asText()).isEqualTo("imsUpdateImageMembersJob");
    assertThat(
            get("/v2/images/" + FROM_PARTNER + "/members/" + PROJECT)
                .json()
                .path("status")
                .asText())
        .isEqualTo("rejected");
    assertThat(batchCode("PUT", body.replace(PROJECT, PARTNER))).isEqualTo("IMG.0030");
    assertThat(batchCode("PUT", body.replace(FROM_PARTNER, OWN))).isEqualTo("IMG.0027");
    assertThat(batchCode("PUT", body.replace("rejected", "pending"))).isEqualTo("IMG.0001");
  }

  @Test
  void refusesToShareWhatItDoesNotOwn() throws Exception {
    String body = "{\"images\":[\"" + FROM_PARTNER + "\"],\"projects\":[\"p-1\"]}";

    assertThat(batchCode("POST", body)).isEqualTo("IMG.0047");
    assertThat(batchCode("DELETE", body)).isEqualTo("IMG.0047");
    assertThat(batchCode("POST", "{\"images\":[],\"projects\":[\"p\"]}")).isEqualTo("IMG.0001");
  }

  private String batchCode(String verb, String body) throws Exception {
    return send(verb, "/v1/cloudimages/members", body, JSON).json().at("/error/code").asText();
  }

  private JsonNode finished(EmulatorClient.Answer started) throws Exception {
    String path = "/v1/" + PROJECT + "/jobs/" + started.json().path("job_id").asText();
    for (int i = 0; i < 3; i++) {
      assertThat(get(path).json().path("status").asText()).isNotEqualTo("SUCCESS");
    }
    JsonNode job = get(path).json();
    assertThat(job.path("status").asText()).isEqualTo("SUCCESS");
    return job;
  }

  private int usedQuota(String type) throws Exception {
    for (JsonNode quota : get("/v1/cloudimages/quota").json().at("/quotas/resources")) {
      if (quota.path("type").asText().equals(type)) {
        return quota.path("used").asInt();
      }
    }
    throw new AssertionError("No quota " + type);
  }

  private int glanceStatus(String body, String type) throws Exception {
    return send("PATCH", "/v2/images/" + OWN, body, type).status();
  }

  private EmulatorClient.Answer image(String id) throws Exception {
    return get("/v2/images/" + id);
  }

  private EmulatorClient.Answer get(String path) throws Exception {
    return client.get(IMS + path, "X-Project-Id", PROJECT);
  }

  private EmulatorClient.Answer send(String verb, String path, String body, String type)
      throws Exception {
    return client.send(
        verb,
        IMS + path,
        HttpRequest.BodyPublishers.ofString(body),
        "X-Project-Id",
        PROJECT,
        "Content-Type",
        type);
  }
}
