package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of an image, and operations by id. */
final class YandexOperationsTest extends EmulatorTest {
  private static final String IMAGES = "/yandex/compute/v1/images";

  @ParameterizedTest
  @CsvSource({
    "b1gfolderprod, web-base-v4, false, , ",
    "b1gfolderprod, broken-import, true, 3, ",
    "b1gfolderdev, web-base-dev, true, , yandex.cloud.compute.v1.Image",
    "b1gfolderdev, broken-dev, true, 1, ",
    // It has failed and is being rolled back.
    "b1gfolderdev, gen2-trial, false, 8, "
  })
  void showsOperationsInEachState(
      String folder, String image, boolean done, Integer errorCode, String response)
      throws Exception {
    JsonNode operation = operation(folder, image);

    assertThat(operation.path("done").asBoolean()).isEqualTo(done);
    assertThat(operation.has("done")).isEqualTo(done);
    assertThat(operation.has("error")).isEqualTo(errorCode != null);
    assertThat(operation.at("/error/code").asInt()).isEqualTo(errorCode == null ? 0 : errorCode);
    assertThat(operation.at("/response/@type").asText())
        .isEqualTo(response == null ? "" : "type.googleapis.com/" + response);
  }

  @Test
  void getsAnOperationById() throws Exception {
    JsonNode listed = operation("b1gfolderdev", "gen2-trial");

    EmulatorClient.Answer got = client.get("/yandex/operations/" + listed.path("id").asText());

    assertThat(got.json()).isEqualTo(listed);
  }

  @Test
  void pagesThroughTheOperationsOfAnImage() throws Exception {
    String operations = IMAGES + "/" + image("b1gfolderprod", "web-base-v3") + "/operations";
    List<String> ids = new ArrayList<>();
    String token = "";
    do {
      EmulatorClient.Answer page = client.get(operations + "?pageSize=1&pageToken=" + token);
      ids.addAll(page.each("operations", "id"));
      token = page.json().path("nextPageToken").asText();
    } while (!token.isEmpty());

    assertThat(ids).hasSize(3).isEqualTo(client.get(operations).each("operations", "id"));
    assertThat(client.get(operations + "?filter=name%3D%22x%22").status()).isEqualTo(400);
    assertThat(client.get(operations + "?orderBy=id").status()).isEqualTo(400);
  }

  @Test
  void answersNothingForAnImageWithoutOperations() throws Exception {
    String image = image("b1gfolderprod", "legacy-erp");

    assertThat(client.get(IMAGES + "/" + image + "/operations").text()).isEqualTo("{}");
  }

  @Test
  void knowsNoOperationOfAnUnknownId() throws Exception {
    EmulatorClient.Answer answer = client.get("/yandex/operations/nothing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("message").asText()).isEqualTo("Operation nothing not found");
    assertThat(client.get(IMAGES + "/nothing/operations").status()).isEqualTo(404);
  }

  private JsonNode operation(String folder, String image) throws Exception {
    JsonNode operations =
        client.get(IMAGES + "/" + image(folder, image) + "/operations").json().path("operations");
    assertThat(operations).hasSize(1);
    return operations.get(0);
  }

  private String image(String folder, String name) throws Exception {
    String filter = EmulatorClient.encoded("name = \"" + name + "\"");
    return client
        .get(IMAGES + "?folderId=" + folder + "&filter=" + filter)
        .each("images", "id")
        .get(0);
  }
}
