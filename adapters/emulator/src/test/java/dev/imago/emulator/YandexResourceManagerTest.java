package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YandexResourceManagerTest extends EmulatorTest {
  private static final String ROOT = "/yandex/resource-manager/v1";
  private static final String FOLDERS = ROOT + "/folders?cloudId=b1gacme";

  @Test
  void leadsFromCloudsToFolders() throws Exception {
    assertThat(client.get(ROOT + "/clouds").each("clouds", "id")).containsExactly("b1gacme");
    assertThat(client.get(FOLDERS).each("folders", "id"))
        .containsExactly("b1gfolderdev", "b1gfolderprod");
    assertThat(client.get(ROOT + "/clouds/b1gacme").json().path("name").asText()).isEqualTo("acme");
    assertThat(client.get(ROOT + "/folders/b1gfolderdev").json().path("status").asText())
        .isEqualTo("ACTIVE");
  }

  @Test
  void filtersByNameAndOrganization() throws Exception {
    assertThat(client.get(FOLDERS + "&filter=name%3D%22dev%22").each("folders", "name"))
        .containsExactly("dev");
    assertThat(client.get(ROOT + "/clouds?filter=name%3D%22other%22").text()).isEqualTo("{}");
    assertThat(client.get(ROOT + "/clouds?organizationId=bpfother").text()).isEqualTo("{}");
    assertThat(
            client.get(ROOT + "/clouds?organizationId=bpfacmeorg0000000001").each("clouds", "id"))
        .hasSize(1);
  }

  @Test
  void pages() throws Exception {
    EmulatorClient.Answer first = client.get(FOLDERS + "&pageSize=1");
    String token = first.json().path("nextPageToken").asText();

    assertThat(first.each("folders", "name")).containsExactly("dev");
    assertThat(client.get(FOLDERS + "&pageSize=1&pageToken=" + token).each("folders", "name"))
        .containsExactly("prod");
  }

  @ParameterizedTest
  @CsvSource({
    "/folders, 400, 3",
    "/folders?cloudId=b1gother, 404, 5",
    "/folders/b1gother, 404, 5",
    "/folders/standard-images, 403, 7",
    "/clouds/b1gother, 404, 5",
    "/clouds?filter=name%21%3D%22x%22, 400, 3",
    "/clouds?filter=name+IN+(%22x%22), 400, 3",
    "/clouds?filter=name%3D%22x%22+AND+name%3D%22x%22, 400, 3",
    "/clouds?filter=id%3D%22x%22, 400, 3",
    "/clouds?orderBy=id, 400, 3",
    "/clouds?pageSize=1001, 400, 3"
  })
  void refuses(String target, int status, int code) throws Exception {
    EmulatorClient.Answer answer = client.get(ROOT + target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asInt()).isEqualTo(code);
  }
}
