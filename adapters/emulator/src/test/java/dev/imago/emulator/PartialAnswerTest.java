package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code fields} parameter. */
final class PartialAnswerTest extends EmulatorTest {
  private static final String GOLDEN = "/compute/beta/projects/acme-prod/global/images/db-golden";
  private static final String DEBIAN = "/compute/beta/projects/debian-cloud/global/images";

  @Test
  void selectsFieldsOfAList() throws Exception {
    EmulatorClient.Answer answer =
        client.get(DEBIAN + "?maxResults=1&fields=items(name,rawDisk/containerType),nextPageToken");

    assertThat(answer.text())
        .startsWith(
            "{\"items\":[{\"name\":\"backports-debian-7-wheezy-v20131127\","
                + "\"rawDisk\":{\"containerType\":\"TAR\"}}],\"nextPageToken\":\"");
  }

  @Test
  void selectsByPathsListsAndWildcards() throws Exception {
    assertThat(client.get(GOLDEN + "?fields=name,labels/owner").text())
        .isEqualTo("{\"name\":\"db-golden\",\"labels\":{\"owner\":\"data\"}}");
    assertThat(
            client.get(GOLDEN + "?fields=shieldedInstanceInitialState(pk/fileType,dbs(*))").text())
        .isEqualTo(
            "{\"shieldedInstanceInitialState\":{\"pk\":{\"fileType\":\"X509\"},\"dbs\":["
                + "{\"content\":\"MIIDNjCCAh6gAwIBAgIW\",\"fileType\":\"X509\"},"
                + "{\"content\":\"oVmMf0T2\",\"fileType\":\"BIN\"}]}}");
    assertThat(client.get(GOLDEN + "?fields=shieldedInstanceInitialState/*/fileType").text())
        .contains("\"pk\":{\"fileType\":\"X509\"}")
        .doesNotContain("content");
    assertThat(
            client
                .get("/compute/beta/projects/acme-prod/aggregated/disks?fields=items/*/disks/name")
                .text())
        .contains("\"zones/us-east1-b\":{\"disks\":[{\"name\":\"db-replica\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"colour", "rawDisk/colour", "rawDisk(", "name,", "name)", "rawDisk()", "items"})
  void refusesWhatTheAnswerDoesNotHave(String fields) throws Exception {
    EmulatorClient.Answer answer = client.get(GOLDEN + "?fields=" + fields);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).startsWith("Invalid field selection ");
    assertThat(answer.json().at("/error/errors/0/reason").asText()).isEqualTo("invalidParameter");
    assertThat(answer.json().at("/error/errors/0/location").asText()).isEqualTo("fields");
  }

  @Test
  void leavesBetaFieldsOutOfVersion1() throws Exception {
    String path = "/projects/acme-prod/global/images/";

    assertThat(client.get("/compute/beta" + path + "web-base-v3").json().has("locked")).isTrue();
    assertThat(client.get("/compute/v1" + path + "web-base-v3").json().has("locked")).isFalse();
    assertThat(client.get("/compute/beta" + path + "batch-worker").text())
        .contains("stateOverride");
    assertThat(client.get("/compute/v1" + path + "batch-worker").text())
        .contains("\"deprecated\":{\"state\":\"ACTIVE\"}");
    assertThat(client.get("/compute/v1" + path + "web-base-v3?fields=name,locked").text())
        .isEqualTo("{\"name\":\"web-base-v3\"}");
  }
}
