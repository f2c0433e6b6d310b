package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.state.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deletions of images, machine images and records of operations. */
final class ComputeDeletionTest extends EmulatorTest {
  private static final String PROJECT = "/compute/beta/projects/acme-prod";
  private static final String REQUEST_ID = "?requestId=6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a01";

  @ParameterizedTest
  @ValueSource(strings = {"/global/images/db-golden", "/global/machineImages/web-machine"})
  void deletesAResourceWithItsOperation(String resource) throws Exception {
    JsonNode operation = client.delete(PROJECT + resource + REQUEST_ID).json();

    assertThat(operation.path("operationType").asText()).isEqualTo("delete");
    assertThat(operation.path("targetLink").asText()).endsWith("acme-prod" + resource);
    assertThat(client.get(PROJECT + resource).json().path("status").asText()).isEqualTo("DELETING");
    assertThat(client.delete(PROJECT + resource).json().at("/error/errors/0/reason").asText())
        .isEqualTo("resourceNotReady");
    assertThat(waitFor(operation).path("status").asText()).isEqualTo("DONE");
    assertThat(client.get(PROJECT + resource).status()).isEqualTo(404);
    assertThat(client.delete(PROJECT + resource).status()).isEqualTo(404);
    assertThat(client.delete(PROJECT + resource + REQUEST_ID).json().path("name"))
        .isEqualTo(operation.path("name"));
  }

  @Test
  void freesTheName() throws Exception {
    String images = PROJECT + "/global/images";
    String body =
        "{\"name\":\"db-golden\",\"rawDisk\":"
            + "{\"source\":\"https://storage.googleapis.com/acme/db.tar.gz\"}}";
    JsonNode operation = client.delete(images + "/db-golden").json();

    assertThat(client.post(images, body).status()).isEqualTo(409);
    waitFor(operation);
    assertThat(client.post(images, body).status()).isEqualTo(200);
    assertThat(client.get(images + "/db-golden").json().path("id").asText())
        .isNotEqualTo("2092471986236280650");
  }

  @Test
  void keepsWhatCouldNotBeDeleted() throws Exception {
    String image = PROJECT + "/global/images/db-golden";
    JsonNode before = client.get(image).json();
    emulator
        .outcomes()
        .script(
            "projects/acme-prod/global/images/db-golden",
            Outcome.failure(400, "RESOURCE_IN_USE_BY_ANOTHER_RESOURCE", "It is in use."));

    JsonNode failed = waitFor(client.delete(image).json());

    assertThat(failed.path("httpErrorMessage").asText()).isEqualTo("BAD REQUEST");
    assertThat(client.get(image).json()).isEqualTo(before);
  }

  @Test
  void refusesWhatBelongsToOthers() throws Exception {
    String image = "/compute/beta/projects/coreos-cloud/global/images/coreos-alpha";

    assertThat(client.delete(image).error())
        .isEqualTo(
            "Required 'compute.images.delete' permission for"
                + " 'projects/coreos-cloud/global/images/coreos-alpha'");
    assertThat(client.delete(PROJECT + "/global/images").status()).isEqualTo(405);
    assertThat(client.delete(PROJECT + "/zones/us-central1-a").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"global", "zones/us-central1-a", "regions/us-central1"})
  void forgetsOperations(String scope) throws Exception {
    String operations = PROJECT + "/" + scope + "/operations";
    String operation = operations + "/" + client.get(operations).names().get(0);

    EmulatorClient.Answer answer = client.delete(operation);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(client.get(operation).status()).isEqualTo(404);
    assertThat(client.delete(operation).status()).isEqualTo(404);
    assertThat(client.post(operation + "/wait", "").status()).isEqualTo(404);
  }

  @Test
  void goesOnWithAnOperationThatIsForgotten() throws Exception {
    String image = PROJECT + "/global/images/db-golden";
    JsonNode operation = client.delete(image).json();

    client.delete(PROJECT + "/global/operations/" + operation.path("name").asText());
    client.get(image);
    client.get(image);
    assertThat(client.get(image).status()).isEqualTo(404);
  }

  private JsonNode waitFor(JsonNode operation) throws Exception {
    String name = operation.path("name").asText();
    return client.post(PROJECT + "/global/operations/" + name + "/wait", "{}").json();
  }
}
