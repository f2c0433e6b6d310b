package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What lies in zones and regions, and what is gathered from all of them. */
final class ComputeScopesTest extends EmulatorTest {
  private static final String PROD = "/compute/beta/projects/acme-prod";

  @Test
  void listsZonesAndRegions() throws Exception {
    assertThat(client.get(PROD + "/zones").names())
        .containsExactly("europe-west1-b", "us-central1-a", "us-central1-b", "us-east1-b");
    assertThat(client.get(PROD + "/regions").names())
        .containsExactly("europe-west1", "us-central1", "us-east1");
    assertThat(client.get(PROD + "/zones/us-east1-b").json().path("status").asText())
        .isEqualTo("DOWN");
    assertThat(client.get(PROD + "/zones/mars-1").error())
        .isEqualTo("The resource 'projects/acme-prod/zones/mars-1' was not found");
  }

  @Test
  void listsWhatLiesInAZone() throws Exception {
    assertThat(client.get(PROD + "/zones/us-east1-b/disks").names())
        .containsExactly("db-replica", "web-3", "windows-builder");
    assertThat(client.get(PROD + "/zones/us-central1-a/instances?view=BASIC").names())
        .containsExactly("erp", "web-1");
    assertThat(client.get(PROD + "/regions/us-central1/disks").names())
        .containsExactly("shared-data");
    assertThat(client.get(PROD + "/zones/us-central1-a/instances/web-1").status()).isEqualTo(200);
    assertThat(client.get(PROD + "/global/snapshots").names()).contains("db-primary-20251103");
    assertThat(client.get(PROD + "/global/machineImages").names()).contains("web-machine");
  }

  @Test
  void refusesUnknownPlaces() throws Exception {
    EmulatorClient.Answer zone = client.get(PROD + "/zones/mars-1/disks");

    assertThat(zone.status()).isEqualTo(400);
    assertThat(zone.error()).isEqualTo("Invalid value for field 'zone': 'mars-1'. Unknown zone.");
    assertThat(client.get(PROD + "/regions/mars/operations").error())
        .isEqualTo("Invalid value for field 'region': 'mars'. Unknown region.");
  }

  @Test
  void hasOperationsInEveryStatusAndScope() throws Exception {
    for (String scope : List.of("/global", "/zones/us-central1-b", "/regions/us-central1")) {
      assertThat(client.get(PROD + scope + "/operations").json().path("items")).isNotEmpty();
    }
    TreeSet<String> statuses = new TreeSet<>();
    client
        .get(PROD + "/aggregated/operations")
        .json()
        .path("items")
        .forEach(
            scope ->
                scope
                    .path("operations")
                    .forEach(operation -> statuses.add(operation.path("status").asText())));

    assertThat(statuses).containsExactly("DONE", "PENDING", "RUNNING");
  }

  @Test
  void waitsForAnOperation() throws Exception {
    String name = client.get(PROD + "/global/operations").names().get(0);

    EmulatorClient.Answer answer = client.post(PROD + "/global/operations/" + name + "/wait", "");

    assertThat(answer.json().path("name").asText()).isEqualTo(name);
    assertThat(client.get(PROD + "/global/operations/" + name + "/wait").status()).isEqualTo(405);
  }

  @Test
  void gathersAllScopes() throws Exception {
    JsonNode disks = client.get(PROD + "/aggregated/disks").json();

    assertThat(disks.path("kind").asText()).isEqualTo("compute#diskAggregatedList");
    assertThat(disks.at("/items/zones~1us-east1-b/disks")).hasSize(3);
    assertThat(disks.at("/items/regions~1us-central1/disks/0/name").asText())
        .isEqualTo("shared-data");
    assertThat(disks.at("/items/regions~1us-east1/warning/code").asText())
        .isEqualTo("NO_RESULTS_ON_PAGE");
    assertThat(disks.at("/items").has("global")).isFalse();
  }

  @Test
  void pagesThroughAllScopes() throws Exception {
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      JsonNode page =
          client.get(PROD + "/aggregated/operations?maxResults=4&pageToken=" + token).json();
      page.path("items").forEach(scope -> names.addAll(namesOf(scope.path("operations"))));
      token = page.path("nextPageToken").asText("");
    } while (!token.isEmpty());

    assertThat(names).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void warnsOfAPlaceThatDoesNotAnswer() throws Exception {
    restart(EmulatorConfig.builder().unreachable("projects/acme-prod/zones/us-east1-b").build());

    JsonNode instances = client.get(PROD + "/aggregated/instances").json();

    assertThat(instances.at("/items/zones~1us-east1-b/warning/code").asText())
        .isEqualTo("UNREACHABLE");
    assertThat(instances.at("/unreachables/0").asText())
        .isEqualTo("projects/acme-prod/zones/us-east1-b");
    assertThat(client.get(PROD + "/zones/us-east1-b/instances").status()).isEqualTo(503);
  }

  @Test
  void showsTheNewestOfAFamilyInAZone() throws Exception {
    assertThat(
            client
                .get(PROD + "/zones/us-east1-b/imageFamilyViews/web-base")
                .json()
                .at("/image/name")
                .asText())
        .isEqualTo("web-base-v3");
  }

  @Test
  void refusesALockedProject() throws Exception {
    String locked = "/compute/beta/projects/acme-locked/global/images";

    assertThat(client.get(locked).status()).isEqualTo(403);
    assertThat(client.get(locked).error())
        .isEqualTo("Required 'compute.images.list' permission for 'projects/acme-locked'");
    assertThat(client.get(locked + "/x").error())
        .isEqualTo(
            "Required 'compute.images.get' permission for"
                + " 'projects/acme-locked/global/images/x'");
  }

  @Test
  void knowsProjectsByTheirNumbers() throws Exception {
    EmulatorClient.Answer byNumber =
        client.get("/compute/beta/projects/415104041262/global/images");

    assertThat(byNumber.json()).isEqualTo(client.get(PROD + "/global/images").json());
  }

  private static List<String> namesOf(JsonNode operations) {
    List<String> names = new ArrayList<>();
    operations.forEach(operation -> names.add(operation.path("name").asText()));
    return names;
  }
}
