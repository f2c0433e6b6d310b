package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images are made, changed and deleted, and their operations go on by the clock or by reads. */
final class YandexImageWritesTest extends EmulatorTest {
  private static final String IMAGES = "/yandex/compute/v1/images";
  private static final String WEB_BASE_V1 = "fd8trjpdj9di4koji52c";
  private static final String SIGNED =
      "https://storage.yandexcloud.net/images/disk.qcow2?X-Amz-Signature=00";
  private static final String KEY = "3f1b0c52-5d5e-4b5c-9a80-2f4a4f6c7d01";

  private final MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);

  @BeforeEach
  void startWithClock() throws Exception {
    restart(EmulatorConfig.builder().clock(clock).build());
  }

  @ParameterizedTest
  @CsvSource({
    "imageId, fd8trjpdj9di4koji52c, 10737418240, 1503238553",
    "diskId, fhm76pg73g87h4ab39pt, 21474836480, 21474836480",
    "snapshotId, fd880gej1p6qgst080ji, 21474836480, 3758096384",
    "uri, https://storage.yandexcloud.net/b/d.vmdk?X-Amz-Signature=0, 1073741824, 1073741824"
  })
  void makesImagesFromEachSource(String field, String value, String minDisk, String stored)
      throws Exception {
    JsonNode operation = create("\"name\": \"made\", \"" + field + "\": \"" + value + "\"");
    String id = operation.at("/metadata/imageId").asText();

    assertThat(operation.path("description").asText()).isEqualTo("Create image");
    assertThat(operation.has("done")).isFalse();
    assertThat(image(id).path("status").asText()).isEqualTo("CREATING");
    clock.forward(Duration.ofMinutes(1));
    JsonNode image = image(id);
    assertThat(image.path("status").asText()).isEqualTo("READY");
    assertThat(image.path("createdAt").asText()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(image.path("minDiskSize").asText()).isEqualTo(minDisk);
    assertThat(image.path("storageSize").asText()).isEqualTo(stored);
    JsonNode ended = operation(operation);
    assertThat(ended.path("done").asBoolean()).isTrue();
    assertThat(ended.path("modifiedAt").asText()).isEqualTo("2026-06-15T12:01:00Z");
    assertThat(ended.at("/response/id").asText()).isEqualTo(id);
    assertThat(client.get(IMAGES + "/" + id + "/operations").each("operations", "id"))
        .containsExactly(operation.path("id").asText());
  }

  @Test
  void keepsWhatTheCallGivesAndTakesTheRestFromTheSource() throws Exception {
    JsonNode operation =
        create(
            """
            "name": "all_of-it", "description": "d", "labels": {"a": "b"}, "family": "fam",
            "minDiskSize": "5368709120", "productIds": ["p1"], "pooled": true,
            "hardwareGeneration": {"generation2Features": {}}, "imageId": "%s"
            """
                .formatted(WEB_BASE_V1));
    JsonNode image = image(operation.at("/metadata/imageId").asText());

    assertThat(image.path("labels").path("a").asText()).isEqualTo("b");
    assertThat(image.path("minDiskSize").asText()).isEqualTo("5368709120");
    assertThat(image.at("/productIds/0").asText()).isEqualTo("p1");
    assertThat(image.path("pooled").asBoolean()).isTrue();
    assertThat(image.at("/os/type").asText()).isEqualTo("LINUX");
    assertThat(image.path("hardwareGeneration").has("generation2Features")).isTrue();
    assertThat(image.path("folderId").asText()).isEqualTo("b1gfolderdev");
  }

  @Test
  void goesOnWithoutTheClockWhenItIsLookedAt() throws Exception {
    restart(EmulatorConfig.demo());
    JsonNode operation = create("\"uri\": \"" + SIGNED + "\"");

    assertThat(operation(operation).has("done")).isFalse();
    assertThat(operation(operation).path("done").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/disk.qcow2",
        "https://storage.yandexcloud.net/images/disk.qcow2",
        "https://storage.yandexcloud.net/images/notes.txt?X-Amz-Signature=00"
      })
  void rollsBackWhatCannotBeRead(String uri) throws Exception {
    JsonNode operation = create("\"uri\": \"" + uri + "\"");
    String id = operation.at("/metadata/imageId").asText();

    clock.forward(Duration.ofSeconds(31));
    JsonNode failing = operation(operation);
    assertThat(failing.has("done")).isFalse();
    assertThat(failing.at("/error/code").asInt()).isEqualTo(3);
    assertThat(image(id).path("status").asText()).isEqualTo("CREATING");
    clock.forward(Duration.ofSeconds(11));
    JsonNode failed = operation(operation);
    assertThat(failed.path("done").asBoolean()).isTrue();
    assertThat(failed.path("error")).isEqualTo(failing.path("error"));
    assertThat(failed.has("response")).isFalse();
    assertThat(image(id).path("status").asText()).isEqualTo("ERROR");
  }

  @Test
  void cancelsTheCreationOfAnImage() throws Exception {
    JsonNode operation = create("\"uri\": \"" + SIGNED + "\"");
    String cancel = "/yandex/operations/" + operation.path("id").asText() + ":cancel";

    JsonNode cancelled = client.get(cancel).json();
    assertThat(cancelled.has("done")).isFalse();
    assertThat(cancelled.at("/error/code").asInt()).isEqualTo(1);
    clock.forward(Duration.ofMinutes(1));
    JsonNode ended = operation(operation);
    assertThat(ended.path("done").asBoolean()).isTrue();
    assertThat(ended.at("/error/code").asInt()).isEqualTo(1);
    assertThat(image(operation.at("/metadata/imageId").asText()).path("status").asText())
        .isEqualTo("ERROR");
    assertThat(client.get(cancel).json()).isEqualTo(ended);
    assertThat(client.get("/yandex/operations/nothing:cancel").status()).isEqualTo(404);
    assertThat(client.post(cancel, "").status()).isEqualTo(501);
  }

  @Test
  void cancelsNothingElse() throws Exception {
    JsonNode operation =
        send("PATCH", "/" + WEB_BASE_V1, "{\"updateMask\": \"name\", \"name\": \"new\"}").json();
    client.get("/yandex/operations/" + operation.path("id").asText() + ":cancel");

    clock.forward(Duration.ofMinutes(1));
    assertThat(operation(operation).at("/response/name").asText()).isEqualTo("new");
  }

  @Test
  void changesOnlyTheFieldsOfTheMask() throws Exception {
    JsonNode before = image(WEB_BASE_V1);
    JsonNode operation =
        send(
                "PATCH",
                "/" + WEB_BASE_V1,
                """
                {"updateMask": "description,labels", "description": "New", "name": "ignored"}
                """)
            .json();

    assertThat(image(WEB_BASE_V1)).isEqualTo(before);
    clock.forward(Duration.ofSeconds(3));
    JsonNode after = image(WEB_BASE_V1);
    assertThat(after.path("description").asText()).isEqualTo("New");
    assertThat(after.has("labels")).isFalse();
    assertThat(after.path("name")).isEqualTo(before.path("name"));
    assertThat(after.path("minDiskSize")).isEqualTo(before.path("minDiskSize"));
    assertThat(operation(operation).at("/response/description").asText()).isEqualTo("New");
    assertThat(operation(operation).at("/metadata/@type").asText())
        .endsWith(".UpdateImageMetadata");
  }

  @Test
  void resetsAllFieldsWithoutAMask() throws Exception {
    send("PATCH", "/" + WEB_BASE_V1, "{\"name\": \"only-a-name\"}");
    clock.forward(Duration.ofSeconds(3));

    JsonNode image = image(WEB_BASE_V1);
    assertThat(image.path("name").asText()).isEqualTo("only-a-name");
    assertThat(image.has("description")).isFalse();
    assertThat(image.has("labels")).isFalse();
    assertThat(image.has("minDiskSize")).isFalse();
    assertThat(image.path("family").asText()).isEqualTo("web-base");
  }

  @Test
  void deletesImages() throws Exception {
    JsonNode operation = send("DELETE", "/" + WEB_BASE_V1, "").json();

    assertThat(send("DELETE", "/" + WEB_BASE_V1, "").status()).isEqualTo(400);
    assertThat(image(WEB_BASE_V1).path("status").asText()).isEqualTo("DELETING");
    clock.forward(Duration.ofMinutes(1));
    assertThat(client.get(IMAGES + "/" + WEB_BASE_V1).status()).isEqualTo(404);
    JsonNode ended = operation(operation);
    assertThat(ended.path("done").asBoolean()).isTrue();
    assertThat(ended.at("/response/@type").asText())
        .isEqualTo("type.googleapis.com/google.protobuf.Empty");
    assertThat(send("DELETE", "/" + WEB_BASE_V1, "").status()).isEqualTo(404);
  }

  @Test
  void doesACallWithOneKeyOnce() throws Exception {
    String body = "{\"folderId\": \"b1gfolderdev\", \"uri\": \"" + SIGNED + "\"}";
    int before = listed();

    JsonNode first = client.post(IMAGES, body, "Idempotency-Key", KEY).json();
    JsonNode second = client.post(IMAGES, body, "Idempotency-Key", KEY).json();

    assertThat(second).isEqualTo(first);
    assertThat(listed()).isEqualTo(before + 1);
    clock.forward(Duration.ofMinutes(1));
    operation(first);
    JsonNode third = client.post(IMAGES, body, "Idempotency-Key", KEY).json();
    assertThat(third.path("id")).isEqualTo(first.path("id"));
    assertThat(third.path("done").asBoolean()).isTrue();
    assertThat(client.post(IMAGES, body).json().path("id")).isNotEqualTo(first.path("id"));
    assertThat(client.post(IMAGES, body, "Idempotency-Key", "x").json().path("message").asText())
        .isEqualTo("Illegal argument Idempotency-Key: Header must be a UUID");
  }

  @Test
  void answersARepeatAfterALostAnswer() throws Exception {
    String body = "{\"folderId\": \"b1gfolderdev\", \"uri\": \"" + SIGNED + "\"}";
    int before = listed();
    emulator.faults().add(FaultRule.on("POST", "/images$").times(1), Fault.cutAfterHandling());

    assertThatThrownBy(() -> client.post(IMAGES, body, "Idempotency-Key", KEY))
        .isInstanceOf(IOException.class);
    assertThat(client.post(IMAGES, body, "Idempotency-Key", KEY).status()).isEqualTo(200);
    assertThat(listed()).isEqualTo(before + 1);
  }

  @Test
  void leavesTheKeyOfARefusedCallFree() throws Exception {
    assertThat(client.post(IMAGES, "{}", "Idempotency-Key", KEY).status()).isEqualTo(400);
    String body = "{\"folderId\": \"b1gfolderdev\", \"uri\": \"" + SIGNED + "\"}";

    assertThat(client.post(IMAGES, body, "Idempotency-Key", KEY).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | 400 | 3 | Illegal argument folderId: Field is required",
        "[] | 400 | 3 | Illegal argument body: Field must be an object",
        "{ | 400 | 3 | Illegal argument body: Field must be JSON",
        "{\"folderId\":\"b1gfolderdev\"} | 400 | 3"
            + "| Illegal argument source: Field must be exactly one of imageId, diskId, snapshotId,"
            + " uri",
        "{\"folderId\":\"b1gfolderdev\",\"imageId\":\"a\",\"uri\":\"b\"} | 400 | 3"
            + "| Illegal argument source: Field must be exactly one of imageId, diskId, snapshotId,"
            + " uri",
        "{\"folderId\":\"b1gfolderdev\",\"imageId\":\"fd8none\"} | 404 | 5"
            + "| Image fd8none not found",
        "{\"folderId\":\"b1gnowhere\",\"imageId\":\"fd8none\"} | 404 | 5"
            + "| Folder b1gnowhere not found",
        "{\"folderId\":\"standard-images\",\"imageId\":\"fd8none\"} | 403 | 7"
            + "| Permission denied to resource-manager.folder standard-images",
        "{\"folderId\":\"b1gfolderdev\",\"imageId\":\"fd8dkqjkn6uknmo4ler0\"} | 400 | 9"
            + "| Image fd8dkqjkn6uknmo4ler0 is CREATING, not READY",
        "{\"folderId\":\"b1gfolderdev\",\"uri\":\"ftp://x/y\"} | 400 | 3"
            + "| Illegal argument uri: Field must be a pre-signed link of Object Storage",
        "{\"folderId\":\"b1gfolderdev\",\"folder_id\":\"x\"} | 400 | 3"
            + "| Illegal argument folder_id: Field is unknown",
        "{\"folderId\":\"b1gfolderdev\",\"name\":\"Upper\"} | 400 | 3"
            + "| Illegal argument name: Field must be text that matches",
        "{\"folderId\":\"b1gfolderdev\",\"minDiskSize\":\"5\"} | 400 | 3"
            + "| Illegal argument minDiskSize: Field must be a number from 4194304 to"
            + " 4398046511104",
        "{\"folderId\":\"b1gfolderdev\",\"os\":{\"type\":\"BSD\"}} | 400 | 3"
            + "| Illegal argument os.type: Field must be one of TYPE_UNSPECIFIED, LINUX, WINDOWS",
        "{\"folderId\":\"b1gfolderdev\",\"labels\":{\"A\":\"b\"}} | 400 | 3"
            + "| Illegal argument labels: Field must have keys that match"
            + " [a-z][-_./\\\\@0-9a-z]{0,62}",
        "{\"folderId\":\"b1gfolderdev\",\"name\":\"scratch\",\"diskId\":\"fhm76pg73g87h4ab39pt\"}"
            + "| 409 | 6 | Image with name scratch already exists"
      })
  void refusesWhatCannotBeMade(String body, int status, int code, String message) throws Exception {
    EmulatorClient.Answer answer = client.post(IMAGES, body);

    assertThat(answer.json().path("message").asText()).startsWith(message);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asInt()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "fd8none | {} | Image fd8none not found",
        "fd8trjpdj9di4koji52c | {\"updateMask\":\"family\"}"
            + "| Illegal argument updateMask: Field must be some of name, description,"
            + " minDiskSize, labels",
        "fd8trjpdj9di4koji52c | {\"imageId\":\"x\"} | Illegal argument imageId: Field is unknown",
        "fd8trjpdj9di4koji52c | {\"name\":\"db-golden\"}"
            + "| Image with name db-golden already exists",
        "fd8q3ru9f6gusbfj7upd | {\"name\":\"x\"}"
            + "| Cannot update image fd8q3ru9f6gusbfj7upd: it is CREATING",
        "fd8plc8g5k6hddvia35v | {\"name\":\"x\"}"
            + "| Permission denied to resource-manager.folder standard-images"
      })
  void refusesWhatCannotBeChanged(String image, String body, String message) throws Exception {
    assertThat(send("PATCH", "/" + image, body).json().path("message").asText()).isEqualTo(message);
  }

  private JsonNode create(String fields) throws Exception {
    return client.post(IMAGES, "{\"folderId\": \"b1gfolderdev\", " + fields + "}").json();
  }

  private EmulatorClient.Answer send(String verb, String path, String body) throws Exception {
    return client.send(verb, IMAGES + path, HttpRequest.BodyPublishers.ofString(body));
  }

  private JsonNode image(String id) throws Exception {
    return client.get(IMAGES + "/" + id).json();
  }

  private JsonNode operation(JsonNode started) throws Exception {
    return client.get("/yandex/operations/" + started.path("id").asText()).json();
  }

  private int listed() throws Exception {
    return client.get(IMAGES + "?folderId=b1gfolderdev").each("images", "id").size();
  }
}
