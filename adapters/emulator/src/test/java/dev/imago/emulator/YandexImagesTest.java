package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images, disks and snapshots in folders: lists, pages, orders, families. */
final class YandexImagesTest extends EmulatorTest {
  private static final String COMPUTE = "/yandex/compute/v1";
  private static final String PROD = COMPUTE + "/images?folderId=b1gfolderprod";
  private static final String DEV = COMPUTE + "/images?folderId=b1gfolderdev";
  private static final String FAMILY = COMPUTE + "/images:latestByFamily?folderId=";

  @Test
  void listsAFolderById() throws Exception {
    EmulatorClient.Answer prod = client.get(PROD);

    assertThat(prod.each("images", "folderId")).hasSize(12).containsOnly("b1gfolderprod");
    assertThat(prod.each("images", "id")).isSorted();
    assertThat(prod.json().has("nextPageToken")).isFalse();
    assertThat(client.get(PROD + "&orderBy=id+asc").text()).isEqualTo(prod.text());
  }

  @Test
  void ordersByIdAndTime() throws Exception {
    List<String> ids = client.get(DEV).each("images", "id");

    assertThat(client.get(DEV + "&orderBy=id+desc").each("images", "id")).isEqualTo(reversed(ids));
    assertThat(client.get(DEV + "&orderBy=createdAt+desc").each("images", "name"))
        .containsExactly("gen2-trial", "broken-dev", "scratch", "web-base-dev");
    assertThat(client.get(DEV + "&orderBy=createdAt").each("images", "name"))
        .containsExactly("web-base-dev", "scratch", "broken-dev", "gen2-trial");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "createdAt+down", "created_at", "id+DESC", "createdAt,id"})
  void refusesOtherOrders(String orderBy) throws Exception {
    EmulatorClient.Answer answer = client.get(PROD + "&orderBy=" + orderBy);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asInt()).isEqualTo(3);
    assertThat(answer.json().path("message").asText()).startsWith("Illegal argument orderBy: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&orderBy=id+desc", "&orderBy=createdAt", "&orderBy=createdAt+desc"})
  void pagesThroughEveryOrder(String order) throws Exception {
    List<String> whole = client.get(PROD + order).each("images", "id");
    List<String> paged = new ArrayList<>();
    String token = "";
    do {
      EmulatorClient.Answer page = client.get(PROD + order + "&pageSize=5&pageToken=" + token);
      paged.addAll(page.each("images", "id"));
      token = page.json().path("nextPageToken").asText();
      assertThat(token.length()).isLessThanOrEqualTo(100);
    } while (!token.isEmpty());

    assertThat(paged).hasSize(12).isEqualTo(whole);
  }

  @Test
  void takesATokenOnlyForItsOwnList() throws Exception {
    String token = client.get(PROD + "&pageSize=2").json().path("nextPageToken").asText();

    assertThat(client.get(PROD + "&pageSize=1&pageToken=" + token).each("images", "id")).hasSize(1);
    for (String other :
        List.of(
            DEV + "&pageToken=" + token,
            PROD + "&orderBy=id+desc&pageToken=" + token,
            PROD + "&filter=name%21%3D%22x%22&pageToken=" + token,
            COMPUTE + "/disks?folderId=b1gfolderprod&pageToken=" + token,
            PROD + "&pageToken=nonsense")) {
      EmulatorClient.Answer refused = client.get(other);
      assertThat(refused.status()).as(other).isEqualTo(400);
      assertThat(refused.json().path("message").asText())
          .isEqualTo("Illegal argument pageToken: Page token is invalid");
    }
  }

  @Test
  void givesAHundredRowsForNoPageSizeAndForZero() throws Exception {
    assertThat(client.get(PROD + "&pageSize=0").text()).isEqualTo(client.get(PROD).text());
    assertThat(client.get(PROD + "&pageSize=1000").text()).isEqualTo(client.get(PROD).text());
  }

  @Test
  void getsAnImage() throws Exception {
    JsonNode listed = client.get(PROD + "&filter=name%3D%22web-base-v3%22").json().at("/images/0");
    JsonNode got = client.get(COMPUTE + "/images/" + listed.path("id").asText()).json();

    assertThat(got).isEqualTo(listed);
    assertThat(got.path("minDiskSize").textValue()).isEqualTo("21474836480");
    assertThat(got.path("size").textValue()).isEqualTo("2362232012");
    assertThat(got.path("pooled").booleanValue()).isTrue();
    assertThat(got.at("/kmsKey/versionId").textValue()).isNotEmpty();
    assertThat(got.at("/hardwareGeneration/legacyFeatures/pciTopology").textValue())
        .isEqualTo("PCI_TOPOLOGY_V2");
  }

  @ParameterizedTest
  @CsvSource({
    "b1gfolderprod, web-base, web-base-v3",
    "b1gfolderprod, database, db-golden-2",
    "b1gfolderdev, web-base, web-base-dev",
    "standard-images, ubuntu-2204-lts, ubuntu-22-04-lts-v20260511",
    "standard-images, debian-12, debian-12-v20260525"
  })
  void findsTheLatestReadyOneOfAFamily(String folder, String family, String name) throws Exception {
    EmulatorClient.Answer answer = client.get(FAMILY + folder + "&family=" + family);

    assertThat(answer.json().path("name").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "b1gfolderprod&family=batch, 404, 5",
    "b1gfolderprod&family=nothing, 404, 5",
    "b1gfolderprod, 404, 5",
    "b1gnowhere&family=web-base, 404, 5",
    "b1gfolderprod&family=W, 400, 3",
    "b1gfolderprod&family=web-base&pageSize=1, 400, 3",
    "'', 400, 3"
  })
  void refusesFamiliesWithoutAReadyImage(String query, int status, int code) throws Exception {
    EmulatorClient.Answer answer = client.get(FAMILY + query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asInt()).isEqualTo(code);
  }

  @Test
  void hasImagesOfEveryStatus() throws Exception {
    Set<String> statuses = new TreeSet<>(client.get(PROD).each("images", "status"));

    assertThat(statuses).containsExactly("CREATING", "DELETING", "ERROR", "READY");
  }

  @ParameterizedTest
  @CsvSource({"disks, 7, 2", "snapshots, 5, 2"})
  void listsAndGetsWhatImagesComeFrom(String collection, int inProd, int inDev) throws Exception {
    String path = COMPUTE + "/" + collection;
    EmulatorClient.Answer prod = client.get(path + "?folderId=b1gfolderprod");

    assertThat(prod.each(collection, "id")).hasSize(inProd);
    assertThat(client.get(path + "?folderId=b1gfolderdev").each(collection, "id")).hasSize(inDev);
    for (JsonNode each : prod.json().path(collection)) {
      assertThat(client.get(path + "/" + each.path("id").asText()).json()).isEqualTo(each);
    }
    assertThat(client.get(path + "/nothing").status()).isEqualTo(404);
  }

  @Test
  void joinsDisksToTheirImagesAndSnapshotsToTheirDisks() throws Exception {
    Set<String> images = new TreeSet<>(client.get(PROD).each("images", "id"));
    images.addAll(client.get(COMPUTE + "/images?folderId=standard-images").each("images", "id"));
    EmulatorClient.Answer disks = client.get(COMPUTE + "/disks?folderId=b1gfolderprod");
    EmulatorClient.Answer snapshots = client.get(COMPUTE + "/snapshots?folderId=b1gfolderprod");

    assertThat(disks.each("disks", "sourceImageId"))
        .filteredOn(id -> !id.isEmpty())
        .hasSize(5)
        .allMatch(images::contains);
    assertThat(snapshots.each("snapshots", "sourceDiskId"))
        .filteredOn(disks.each("disks", "id")::contains)
        .hasSize(4);
  }

  @Test
  void listsAndGetsZones() throws Exception {
    assertThat(client.get(COMPUTE + "/zones").each("zones", "id"))
        .containsExactly("ru-central1-a", "ru-central1-b", "ru-central1-d");
    assertThat(client.get(COMPUTE + "/zones?pageSize=2").each("zones", "id")).hasSize(2);
    assertThat(client.get(COMPUTE + "/zones/ru-central1-d").json().path("regionId").asText())
        .isEqualTo("ru-central1");
    assertThat(client.get(COMPUTE + "/zones/ru-central1-c").status()).isEqualTo(404);
    assertThat(client.get(COMPUTE + "/zones?filter=name%3D%22x%22").status()).isEqualTo(400);
  }

  @Test
  void capsPagesAndBeginsWithAnEmptyOne() throws Exception {
    restart(EmulatorConfig.builder().mostRowsPerPage(3).emptyFirstPages(true).build());

    JsonNode empty = client.get(PROD).json();
    String token = empty.path("nextPageToken").asText();

    assertThat(empty.has("images")).isFalse();
    assertThat(client.get(PROD + "&pageToken=" + token).each("images", "id")).hasSize(3);
  }

  private static List<String> reversed(List<String> values) {
    List<String> reversed = new ArrayList<>();
    values.forEach(value -> reversed.add(0, value));
    return reversed;
  }
}
