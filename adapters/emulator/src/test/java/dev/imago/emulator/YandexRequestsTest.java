package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How refusals read, who is let in, and how the driver is led here. */
final class YandexRequestsTest extends EmulatorTest {
  private static final String IMAGES = "/yandex/compute/v1/images";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/images | 400 | 3 | Illegal argument folderId: Field is required",
        "/images?folderId= | 400 | 3 | Illegal argument folderId: Field is required",
        "/images?folderId=b1gfolderprod&folderId=b1gfolderdev"
            + "| 400 | 3 | Illegal argument folderId: Field is given more than once",
        "/images?folderId=b1gfolderprod&folder_id=x"
            + "| 400 | 3 | Illegal argument folder_id: Field is unknown",
        "/images?folderId=b1gfolderprod&pageSize=1001"
            + "| 400 | 3 | Illegal argument pageSize: Field must be a number from 0 to 1000",
        "/images?folderId=b1gfolderprod&pageSize=-1"
            + "| 400 | 3 | Illegal argument pageSize: Field must be a number from 0 to 1000",
        "/images?folderId=b1gfolderprod&pageSize=ten"
            + "| 400 | 3 | Illegal argument pageSize: Field must be a number from 0 to 1000",
        "/images?folderId=b1gnowhere | 404 | 5 | Folder b1gnowhere not found",
        "/disks?folderId=standard-images"
            + "| 403 | 7 | Permission denied to resource-manager.folder standard-images",
        "/images/nothing | 404 | 5 | Image nothing not found",
        "/images/nothing?folderId=x | 400 | 3 | Illegal argument folderId: Field is unknown",
        "/images/012345678901234567890123456789012345678901234567890"
            + "| 400 | 3 | Illegal argument imageId: Field must be at most 50 characters",
        "/instances?folderId=b1gfolderprod | 404 | 5 | Not Found",
        "/images/ | 404 | 5 | Not Found"
      })
  void refusesWithAStatus(String target, int status, int code, String message) throws Exception {
    EmulatorClient.Answer answer = client.get("/yandex/compute/v1" + target);
    JsonNode body = answer.json();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(body.path("code").asInt()).isEqualTo(code);
    assertThat(body.path("message").asText()).isEqualTo(message);
    assertThat(body.at("/details/0/@type").asText())
        .isEqualTo("type.googleapis.com/google.rpc.RequestInfo");
    assertThat(body.at("/details/0/requestId").asText())
        .isEqualTo("00000000-0000-4000-8000-000000000001");
  }

  @Test
  void numbersItsRefusals() throws Exception {
    client.get(IMAGES);

    assertThat(client.get(IMAGES).json().at("/details/0/requestId").asText())
        .isEqualTo("00000000-0000-4000-8000-000000000002");
  }

  @Test
  void refusesOtherVerbs() throws Exception {
    EmulatorClient.Answer answer = client.post("/yandex/compute/v1/zones", "{}");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.json().path("code").asInt()).isEqualTo(12);
  }

  @Test
  void asksForAValidToken() throws Exception {
    restart(EmulatorConfig.builder().validTokens("good").build());
    String zones = "/yandex/compute/v1/zones";

    EmulatorClient.Answer none = client.get(zones);
    EmulatorClient.Answer wrong = client.get(zones, "Authorization", "Bearer bad");
    EmulatorClient.Answer scheme = client.get(zones, "Authorization", "Basic good");

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.json().path("code").asInt()).isEqualTo(16);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().path("message").asText()).isEqualTo("Token is invalid or has expired.");
    assertThat(scheme.status()).isEqualTo(401);
    assertThat(client.get(zones, "Authorization", "Bearer good").status()).isEqualTo(200);
  }

  @Test
  void tellsTheDriverWhereItIs() {
    String yandex = emulator.baseUrl() + "/yandex";

    assertThat(emulator.serviceUrls("yandex"))
        .containsOnly(
            entry("yandex.auth.url", emulator.baseUrl() + "/yandex/iam/v1/tokens"),
            entry("yandex.compute.url", yandex + "/compute/v1"),
            entry("yandex.operation.url", yandex),
            entry("yandex.resourcemanager.url", yandex + "/resource-manager/v1"),
            entry("yandex.auth", "none"));
    assertThat(emulator.demoDefaults("yandex"))
        .containsAllEntriesOf(emulator.serviceUrls("yandex"))
        .containsEntry("yandex.folder_id", "b1gfolderprod,b1gfolderdev");
    assertThatThrownBy(() -> emulator.serviceUrls("nowhere"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
