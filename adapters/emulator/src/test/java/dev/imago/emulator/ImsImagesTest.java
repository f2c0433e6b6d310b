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

/** Images of both clouds that have the service: lists in two ways, filters, pages, orders. */
final class ImsImagesTest extends EmulatorTest {
  private static final String[] GERMANY = {"X-Project-Id", "ac234de25c6741d2b1273da49eea1b9e"};
  private static final String[] HONG_KONG = {"X-Project-Id", "a4da8115c9d8464ead3a38309130523f"};
  private static final String LIST = "/opentelekom/ims/eu-de/v2/cloudimages";
  private static final String GLANCE = "/opentelekom/ims/eu-de/v2/images";
  private static final String HUAWEI = "/huawei/ims/ap-southeast-1/v2/cloudimages";

  /** What both clouds document. */
  private static final String ATTRIBUTES =
      "id name owner status visibility protected size virtual_size min_disk min_ram max_ram"
          + " container_format disk_format checksum tags created_at updated_at active_at file self"
          + " schema virtual_env_type hw_firmware_type hw_vif_multiqueue_enabled"
          + " enterprise_project_id __isregistered __imagetype __image_source_type __image_size"
          + " __os_bit __os_version __os_type __platform __description __originalimagename"
          + " __backup_id __data_origin __root_origin __lazyloading __sequence_num"
          + " __os_feature_list __support_fc_inject __system__cmkid __whole_image __account_code"
          + " __image_location __is_config_init __support_kvm __support_xen __support_largememory"
          + " __support_diskintensive __support_highperformance __support_xen_gpu_type"
          + " __support_kvm_gpu_type __support_xen_hana __support_kvm_infiniband";

  private static final String HUAWEI_ATTRIBUTES =
      "__productcode __system_support_market __support_arm __is_offshelved __support_agent_list"
          + " __image_displayname os_shutdown_timeout";

  @Test
  void listsWhatAProjectSeesNewestFirst() throws Exception {
    EmulatorClient.Answer answer = client.get(LIST, GERMANY);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.each("images", "created_at"))
        .hasSize(14)
        .isSortedAccordingTo((left, right) -> right.compareTo(left));
    assertThat(answer.json().properties()).hasSize(1);
    assertThat(new TreeSet<>(answer.each("images", "status")))
        .containsExactly("active", "deleted", "killed", "queued", "saving");
    assertThat(new TreeSet<>(answer.each("images", "__imagetype")))
        .containsExactly("gold", "private", "shared");
  }

  @Test
  void keepsRegionsApart() throws Exception {
    EmulatorClient.Answer answer =
        client.get(
            "/opentelekom/ims/eu-nl/v2/cloudimages",
            "X-Project-Id",
            "5d0c7f42b86e4f1f9a3e6c2d81b745e0");

    assertThat(answer.each("images", "name"))
        .containsExactly("Standard_Debian_12_latest", "standby-db", "standby-web");
  }

  @ParameterizedTest
  @CsvSource({
    "__imagetype=gold&visibility=public&protected=true, 3",
    "owner=ac234de25c6741d2b1273da49eea1b9e, 10",
    "visibility=private, 9",
    "visibility=shared, 2",
    "member_status=accepted&visibility=shared&__imagetype=shared, 2",
    "name=test, 5",
    "name=tes, 0",
    "name=TEST, 0",
    "id=3f7185de-b59a-4bb8-aa1d-7a513528b0e9, 1",
    "status=saving, 1",
    "__isregistered=false, 3",
    "disk_format=qcow2, 2",
    "container_format=bare, 14",
    "min_ram=1024, 1",
    "min_disk=10, 1",
    "__os_bit=64, 14",
    "__os_type=Windows, 1",
    "__platform=Red+Hat, 1",
    "tag=env%3Dprod, 4",
    "tag=env%3Ddev, 1",
    "__support_kvm=true&__support_largememory=true, 1",
    "__whole_image=true, 1",
    "__system__cmkid=d2f0b6c8-51e7-4a1e-9c3d-8b7a6f5e4d3c, 1",
    "virtual_env_type=DataImage, 1",
    "enterprise_project_id=0, 13",
    "enterprise_project_id=all_granted_eps, 14",
    "created_at=gte:2026-06-15T11:52:11Z, 2",
    "created_at=gt:2026-06-15+11:52:11, 1",
    "created_at=lt:2024-11-06T00:00:00Z, 2",
    "created_at=lte:2022-07-19T11:13:17Z, 1",
    "created_at=eq:2024-11-06T06:19:44Z, 1",
    "updated_at=neq:2024-11-06T06:23:25Z, 13",
    "marker=&limit=&name=, 14"
  })
  void filters(String query, int rows) throws Exception {
    EmulatorClient.Answer answer = client.get(LIST + "?" + query, GERMANY);

    assertThat(answer.each("images", "id")).as(answer.text()).hasSize(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "pending, partner-appliance-next",
    "rejected, partner-legacy",
    "accepted, partner-appliance"
  })
  void listsWhatOthersShare(String status, String name) throws Exception {
    EmulatorClient.Answer answer =
        client.get(LIST + "?visibility=shared&member_status=" + status, GERMANY);

    assertThat(answer.each("images", "name")).containsOnlyOnce(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&sort_key=name",
        "&sort_key=name&sort_dir=asc",
        "&sort_key=status&sort_dir=asc",
        "&sort_key=size",
        "&sort_key=created_at&sort_dir=asc",
        "&sort_key=id"
      })
  void pagesByMarker(String order) throws Exception {
    List<String> whole = client.get(LIST + "?limit=500" + order, GERMANY).each("images", "id");
    List<String> paged = new ArrayList<>();
    List<String> page = client.get(LIST + "?limit=4" + order, GERMANY).each("images", "id");
    while (!page.isEmpty()) {
      paged.addAll(page);
      String marker = page.get(page.size() - 1);
      page =
          client.get(LIST + "?limit=4" + order + "&marker=" + marker, GERMANY).each("images", "id");
    }

    assertThat(paged).hasSize(14).isEqualTo(whole);
  }

  @Test
  void pagesByLinksInGlance() throws Exception {
    List<String> whole = client.get(GLANCE, GERMANY).each("images", "id");
    List<String> paged = new ArrayList<>();
    EmulatorClient.Answer page = client.get(GLANCE + "?limit=5&sort_dir=desc", GERMANY);
    assertThat(page.json().path("first").asText()).isEqualTo(GLANCE + "?limit=5&sort_dir=desc");
    paged.addAll(page.each("images", "id"));
    while (page.json().has("next")) {
      page = client.get(page.json().path("next").asText(), GERMANY);
      paged.addAll(page.each("images", "id"));
    }

    assertThat(paged).hasSize(14).isEqualTo(whole);
    assertThat(page.json().path("schema").asText()).isEqualTo("/v2/schemas/images");
  }

  @Test
  void capsPagesThatHaveLinks() throws Exception {
    restart(EmulatorConfig.builder().mostRowsPerPage(3).build());

    assertThat(client.get(GLANCE + "?limit=5", GERMANY).each("images", "id")).hasSize(3);
    assertThat(client.get(LIST + "?limit=5", GERMANY).each("images", "id")).hasSize(5);
  }

  @Test
  void getsEveryImageThatItLists() throws Exception {
    for (JsonNode image : client.get(LIST, GERMANY).json().path("images")) {
      assertThat(client.get(GLANCE + "/" + image.path("id").asText(), GERMANY).json())
          .isEqualTo(image);
    }
  }

  @Test
  void writesAttributesAsText() throws Exception {
    JsonNode image = client.get(GLANCE + "/431df7fd-a898-4dc0-86b1-22cfefb8a517", GERMANY).json();

    assertThat(image.path("__isregistered").textValue()).isEqualTo("true");
    assertThat(image.path("__image_size").textValue()).isEqualTo("3221225472");
    assertThat(image.path("max_ram").textValue()).isEqualTo("8192");
    assertThat(image.path("min_ram").isInt() || image.path("min_ram").isLong()).isTrue();
    assertThat(image.path("protected").isBoolean()).isTrue();
    assertThat(image.path("size").isNull()).isTrue();
    assertThat(image.path("tags").path(0).asText()).isEqualTo("env.dev");
  }

  @Test
  void knowsTheImagesThatJobsName() throws Exception {
    Set<String> ids = new TreeSet<>(client.get(LIST, GERMANY).each("images", "id"));

    assertThat(ids)
        .contains(
            "3f7185de-b59a-4bb8-aa1d-7a513528b0e9",
            "431df7fd-a898-4dc0-86b1-22cfefb8a517",
            "30e55148-deb9-4923-adb9-91618de16ba0",
            "6596628c-42d4-4ff1-8660-8ea5ae61f243",
            "bfb2de92-e7b9-4820-9522-416d8f2c812a",
            "17b7bdeb-2e72-43a0-a202-d36ce344e902",
            "af8ea1dc-02f2-4019-8fa9-c9952a0077ce",
            "1ab4df10-fe18-48b7-91c9-53695fcd9df5");
  }

  @ParameterizedTest
  @CsvSource({
    "__imagetype=market, 1",
    "__platform=RedHat, 1",
    "__platform=Huawei+Cloud+EulerOS, 2",
    "architecture=arm, 1",
    "architecture=x86, 9",
    "flavor_id=s6.large.2, 10"
  })
  void filtersInHuaweiCloudByItsOwnWords(String query, int rows) throws Exception {
    assertThat(client.get(HUAWEI + "?" + query, HONG_KONG).each("images", "id")).hasSize(rows);
  }

  @Test
  void addsHuaweiCloudsAttributes() throws Exception {
    JsonNode image = client.get(HUAWEI + "?__imagetype=market", HONG_KONG).json().at("/images/0");

    assertThat(image.path("__productcode").textValue()).isEqualTo("av-desktop-10");
    assertThat(image.path("__system_support_market").isBoolean()).isTrue();
    assertThat(image.path("os_shutdown_timeout").textValue()).isEqualTo("60");
  }

  @ParameterizedTest
  @ValueSource(strings = {LIST, HUAWEI})
  void fillsEveryDocumentedAttribute(String list) throws Exception {
    boolean huawei = list.equals(HUAWEI);
    Set<String> filled = new TreeSet<>();
    for (JsonNode image : client.get(list, huawei ? HONG_KONG : GERMANY).json().path("images")) {
      image
          .properties()
          .forEach(
              field -> {
                if (!field.getValue().isNull()) {
                  filled.add(field.getKey());
                }
              });
    }

    assertThat(filled).contains(ATTRIBUTES.split(" "));
    assertThat(filled.containsAll(Set.of(HUAWEI_ATTRIBUTES.split(" ")))).isEqualTo(huawei);
  }
}
