package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MigrationTest extends EmulatorTest {
  private static final String IOWA = "/v1/projects/acme-prod/locations/us-central1";
  private static final String JOBS = IOWA + "/imageImports/import-debian/imageImportJobs";

  @Test
  void listsEachCollection() throws Exception {
    assertThat(client.get("/v1/projects/acme-prod/locations").each("locations", "locationId"))
        .containsExactly("europe-west1", "us-central1");
    assertThat(client.get(IOWA + "/imageImports").each("imageImports", "name"))
        .containsExactly(
            "projects/acme-prod/locations/us-central1/imageImports/import-debian",
            "projects/acme-prod/locations/us-central1/imageImports/import-erp-data");
    assertThat(client.get(JOBS).each("imageImportJobs", "state"))
        .containsExactly("FAILED", "RUNNING", "SUCCEEDED");
    assertThat(client.get(IOWA + "/operations").json().path("operations")).hasSize(3);
    assertThat(
            client
                .get("/v1/projects/acme-prod/locations/global/targetProjects")
                .each("targetProjects", "project"))
        .containsExactly("projects/acme-dev", "projects/acme-prod");
  }

  @Test
  void hasJobsInEveryState() throws Exception {
    TreeSet<String> states = new TreeSet<>();
    for (String location :
        client.get("/v1/projects/acme-prod/locations").each("locations", "name")) {
      for (String imageImport :
          client.get("/v1/" + location + "/imageImports").each("imageImports", "name")) {
        states.addAll(
            client.get("/v1/" + imageImport + "/imageImportJobs").each("imageImportJobs", "state"));
      }
    }

    assertThat(states)
        .containsExactly("CANCELLED", "CANCELLING", "FAILED", "PENDING", "RUNNING", "SUCCEEDED");
  }

  @Test
  void pagesFiltersAndOrders() throws Exception {
    JsonNode first = client.get(JOBS + "?pageSize=2&orderBy=name").json();
    String token = first.path("nextPageToken").asText();

    assertThat(first.path("imageImportJobs")).hasSize(2);
    assertThat(
            client
                .get(JOBS + "?pageSize=2&orderBy=name&pageToken=" + token)
                .each("imageImportJobs", "state"))
        .containsExactly("SUCCEEDED");
    assertThat(client.get(JOBS + "?pageToken=" + token).status()).isEqualTo(400);
    assertThat(client.get(JOBS + "?filter=state%3DFAILED").each("imageImportJobs", "state"))
        .containsExactly("FAILED");
    assertThat(
            client
                .get(JOBS + "?filter=create_time%3E%222026-06-01T00:00:00Z%22")
                .each("imageImportJobs", "state"))
        .containsExactly("RUNNING");
    assertThat(client.get(JOBS + "?filter=state%3DPENDING").text()).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource({
    "orderBy=state, 400, INVALID_ARGUMENT",
    "pageSize=-1, 400, INVALID_ARGUMENT",
    "pageSize=5000, 200, ''",
    "filter=colour%3Dred, 400, INVALID_ARGUMENT",
    "filter=name+eq+x, 400, INVALID_ARGUMENT",
    "maxResults=5, 400, INVALID_ARGUMENT",
    "fields=colour, 400, INVALID_ARGUMENT",
    "filter&orderBy&pageSize=0&pageToken&$alt=json;enum-encoding%3Dint, 200, ''"
  })
  void checksParameters(String query, int status, String code) throws Exception {
    EmulatorClient.Answer answer = client.get(JOBS + "?" + query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().at("/error/status").asText()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "nope/locations, projects/nope",
    "acme-prod/locations/mars/imageImports, projects/acme-prod/locations/mars",
    "acme-prod/locations/us-central1/imageImports/nope/imageImportJobs,"
        + " projects/acme-prod/locations/us-central1/imageImports/nope",
    "acme-prod/locations/us-central1/imageImports/import-debian/imageImportJobs/nope,"
        + " projects/acme-prod/locations/us-central1/imageImports/import-debian/imageImportJobs/nope",
    "acme-prod/locations/us-central1/operations/nope,"
        + " projects/acme-prod/locations/us-central1/operations/nope"
  })
  void namesWhatIsMissing(String path, String missing) throws Exception {
    EmulatorClient.Answer answer = client.get("/v1/projects/" + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("Resource '" + missing + "' was not found");
    assertThat(answer.json().at("/error/status").asText()).isEqualTo("NOT_FOUND");
    assertThat(answer.json().at("/error/details/0/@type").asText())
        .isEqualTo("type.googleapis.com/google.rpc.ErrorInfo");
  }

  @Test
  void cancelsAJob() throws Exception {
    JsonNode operation = client.post(JOBS + "/job-running:cancel", "{}").json();
    String operationPath = "/v1/" + operation.path("name").asText();

    assertThat(operation.path("done").asBoolean()).isFalse();
    assertThat(operation.at("/metadata/createTime").asText()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(state("job-running")).isEqualTo("CANCELLING");
    assertThat(state("job-running")).isEqualTo("CANCELLED");
    assertThat(client.get(operationPath).json().at("/response/@type").asText())
        .endsWith("CancelImageImportJobResponse");
    assertThat(client.get(JOBS + "/job-running").json().path("endTime").asText())
        .isEqualTo("2026-06-15T12:00:00Z");
    assertThat(
            client
                .get(IOWA + "/imageImports/import-debian")
                .json()
                .at("/recentImageImportJobs/0/state")
                .asText())
        .isEqualTo("CANCELLED");
  }

  @Test
  void endsACancellationWhenItsOperationIsPolled() throws Exception {
    JsonNode operation = client.post(JOBS + "/job-running:cancel", "").json();
    String operationPath = "/v1/" + operation.path("name").asText();

    assertThat(client.get(operationPath).json().path("done").asBoolean()).isFalse();
    assertThat(client.get(operationPath).json().path("done").asBoolean()).isTrue();
    assertThat(state("job-running")).isEqualTo("CANCELLED");
  }

  @Test
  void doesNotCancelWhatIsOver() throws Exception {
    EmulatorClient.Answer answer = client.post(JOBS + "/job-failed:cancel", "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/status").asText()).isEqualTo("FAILED_PRECONDITION");
    assertThat(client.post(JOBS + "/nope:cancel", "{}").status()).isEqualTo(404);
    assertThat(client.get(JOBS + "/job-running:cancel").status()).isEqualTo(404);
    assertThat(client.post(JOBS + "/job-running:pause", "{}").status()).isEqualTo(405);
    assertThat(client.post(JOBS + "/job-running:cancel", "[1").status()).isEqualTo(400);
    assertThat(client.post(JOBS + "/job-running:cancel", "[]").error())
        .isEqualTo("Invalid JSON payload received. Root element must be a message.");
    assertThat(client.post(JOBS + "/job-running:cancel", "{\"why\":1}").error())
        .isEqualTo("Invalid JSON payload received. Unknown name \"why\": Cannot find field.");
    assertThat(state("job-running")).isEqualTo("RUNNING");
  }

  @Test
  void cancelsAnOperation() throws Exception {
    String running =
        client.get(IOWA + "/operations?filter=NOT+done%3Dtrue").each("operations", "name").get(0);

    assertThat(client.post("/v1/" + running + ":cancel", "{}").text()).isEqualTo("{}");
    assertThat(
            client.get("/v1/" + running).json().at("/metadata/requestedCancellation").asBoolean())
        .isTrue();
    assertThat(client.get("/v1/" + running).json().at("/error/code").asInt()).isEqualTo(1);
  }

  @Test
  void refusesALockedProject() throws Exception {
    EmulatorClient.Answer answer = client.get("/v1/projects/acme-locked/locations");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error()).startsWith("Permission 'vmmigration.locations.list' denied on");
    assertThat(answer.json().at("/error/details/0/reason").asText())
        .isEqualTo("IAM_PERMISSION_DENIED");
  }

  @Test
  void reportsALocationThatDoesNotAnswer() throws Exception {
    restart(
        EmulatorConfig.builder().unreachable("projects/acme-prod/locations/europe-west1").build());

    assertThat(client.get("/v1/projects/acme-prod/locations/europe-west1/imageImports").status())
        .isEqualTo(503);
    assertThat(client.get(IOWA + "/imageImports").status()).isEqualTo(200);
  }

  private String state(String job) throws Exception {
    return client.get(JOBS + "/" + job).json().path("state").asText();
  }
}
