package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceManagerTest extends EmulatorTest {
  private static final String SEARCH = "/v3/projects:search?query=";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "'' | acme-dev,acme-legacy,acme-locked,acme-prod",
        "id:acme-dev | acme-dev",
        "projectId=ACME-DEV | acme-dev",
        "name:acme* | acme-dev,acme-legacy,acme-locked,acme-prod",
        "displayName:\"Acme payroll\" | acme-locked",
        "state:ACTIVE | acme-dev,acme-locked,acme-prod",
        "labels.env:* | acme-dev,acme-prod",
        "labels.env:dev labels.owner:platform | acme-dev,acme-legacy,acme-prod",
        "parent:folders/682910340011 | acme-dev,acme-prod",
        "parent.type:organization | acme-legacy,acme-locked",
        "parent.id:682910340011 | acme-dev,acme-prod",
        "id:nothing | ''"
      })
  void searches(String query, String projects) throws Exception {
    EmulatorClient.Answer answer = client.get(SEARCH + EmulatorClient.encoded(query));

    assertThat(String.join(",", answer.each("projects", "projectId"))).isEqualTo(projects);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour:red", "acme", "id:", ":x"})
  void refusesBadQueries(String query) throws Exception {
    assertThat(client.get(SEARCH + EmulatorClient.encoded(query)).status()).isEqualTo(400);
  }

  @Test
  void pages() throws Exception {
    EmulatorClient.Answer first = client.get("/v3/projects:search?pageSize=3");
    String token = first.json().path("nextPageToken").asText();

    assertThat(first.each("projects", "projectId")).hasSize(3);
    assertThat(
            client
                .get("/v3/projects:search?pageSize=3&pageToken=" + token)
                .each("projects", "projectId"))
        .containsExactly("acme-prod");
    assertThat(client.get("/v3/projects:search?query=id:x&pageToken=" + token).status())
        .isEqualTo(400);
  }

  @Test
  void listsTheChildrenOfAParent() throws Exception {
    assertThat(
            client
                .get("/v3/projects?parent=organizations/998877665544")
                .each("projects", "projectId"))
        .containsExactly("acme-locked");
    assertThat(
            client
                .get("/v3/projects?parent=organizations/998877665544&showDeleted=true")
                .each("projects", "projectId"))
        .containsExactly("acme-legacy", "acme-locked");
    assertThat(client.get("/v3/projects").status()).isEqualTo(400);
  }

  @Test
  void givesAProjectByIdAndByNumber() throws Exception {
    assertThat(client.get("/v3/projects/acme-prod").json().path("name").asText())
        .isEqualTo("projects/415104041262");
    assertThat(client.get("/v3/projects/415104041262").json().path("projectId").asText())
        .isEqualTo("acme-prod");
    assertThat(client.get("/v3/projects/acme-locked").status()).isEqualTo(200);
    assertThat(client.get("/v3/projects/fleet-4").json().path("projectId").asText())
        .isEqualTo("fleet-4");
    assertThat(client.get("/v3/projects/debian-cloud").status()).isEqualTo(403);
    assertThat(client.get("/v3/projects/nope").error()).contains("(or it may not exist)");
  }
}
