package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.state.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Image imports that are made, the jobs that run for them, and what comes of those. */
final class ImportCreationTest extends EmulatorTest {
  private static final String IOWA = "/v1/projects/acme-prod/locations/us-central1";
  private static final String IMPORTS = IOWA + "/imageImports";
  private static final String FRESH = IMPORTS + "/fresh";
  private static final String PATH = "projects/acme-prod/locations/us-central1/imageImports/fresh";
  private static final String REQUEST_ID = "&requestId=6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a01";
  private static final String TARGET =
      "projects/acme-prod/locations/global/targetProjects/acme-dev";
  private static final String DISK =
      "{\"cloudStorageUri\":\"gs://acme/disk.vmdk\",\"diskImageTargetDefaults\":"
          + "{\"imageName\":\"imported\",\"familyName\":\"fresh\",\"targetProject\":\""
          + TARGET
          + "\",\"description\":\"New\",\"labels\":{\"env\":\"test\"},"
          + "\"additionalLicenses\":[\"a-license\"],\"singleRegionStorage\":true,"
          + "\"encryption\":{\"kmsKey\":\"a-key\"},"
          + "\"osAdaptationParameters\":{\"generalize\":true,\"licenseType\":2,"
          + "\"bootConversion\":\"BIOS_TO_EFI\"}},\"encryption\":{\"kmsKey\":\"b-key\"}}";
  private static final String MACHINE =
      "{\"cloudStorageUri\":\"gs://acme/machine.ova\",\"machineImageTargetDefaults\":"
          + "{\"machineImageName\":\"imported\",\"skipOsAdaptation\":{},\"targetProject\":\""
          + TARGET
          + "\"}}";

  @Test
  void makesAnImportByAnOperation() throws Exception {
    JsonNode started = create("fresh", DISK).json();
    String operation = "/v1/" + started.path("name").asText();

    assertThat(started.path("done").asBoolean()).isFalse();
    assertThat(started.at("/metadata/verb").asText()).isEqualTo("create");
    assertThat(started.at("/metadata/target").asText()).isEqualTo(PATH);
    assertThat(started.at("/metadata/createTime").asText()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(client.get(operation).json().path("done").asBoolean()).isFalse();
    JsonNode done = client.get(operation).json();
    assertThat(done.path("done").asBoolean()).isTrue();
    assertThat(done.at("/metadata/endTime").asText()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(done.at("/response/@type").asText())
        .isEqualTo("type.googleapis.com/google.cloud.vmmigration.v1.ImageImport");
    assertThat(done.at("/response/name").asText()).isEqualTo(PATH);
  }

  @Test
  void keepsTheWholeBody() throws Exception {
    String ignored = DISK.replace("{\"cloud", "{\"name\":\"x\",\"createTime\":\"never\",\"cloud");

    create("fresh", ignored);
    JsonNode made = client.get(FRESH).json();

    assertThat(made.path("name").asText()).isEqualTo(PATH);
    assertThat(made.path("createTime").asText()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(made.toString())
        .endsWith(
            DISK.substring(1)
                .replace(
                    "\"licenseType\":2", "\"licenseType\":\"COMPUTE_ENGINE_LICENSE_TYPE_BYOL\""));
  }

  @Test
  void runsAJobStepByStep() throws Exception {
    endOperation(create("fresh", DISK));

    List<String> states = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      states.add(job().path("state").asText());
    }
    JsonNode job = job();
    assertThat(states)
        .containsExactly(
            "PENDING", "RUNNING", "RUNNING", "RUNNING", "RUNNING", "SUCCEEDED", "SUCCEEDED");
    assertThat(job.path("steps"))
        .extracting(step -> step.fieldNames().next())
        .containsExactly("initializing", "loadingSourceFiles", "adaptingOs", "creatingImage");
    assertThat(job.path("steps")).allMatch(step -> step.has("startTime") && step.has("endTime"));
    assertThat(job.at("/createdResources/0").asText())
        .isEqualTo("projects/acme-dev/global/images/imported");
    assertThat(job.at("/diskImageTargetDetails/imageName").asText()).isEqualTo("imported");
    assertThat(client.get(FRESH).json().at("/recentImageImportJobs/0")).isEqualTo(job);
  }

  @Test
  void makesTheImageOfADisk() throws Exception {
    runToTheEnd(DISK);

    JsonNode image = client.get("/compute/beta/projects/acme-dev/global/images/imported").json();
    assertThat(image.path("status").asText()).isEqualTo("READY");
    assertThat(image.path("family").asText()).isEqualTo("fresh");
    assertThat(image.path("description").asText()).isEqualTo("New");
    assertThat(image.at("/labels/env").asText()).isEqualTo("test");
    assertThat(image.at("/licenses/0").asText()).isEqualTo("a-license");
    assertThat(image.at("/imageEncryptionKey/kmsKeyName").asText()).isEqualTo("a-key");
    assertThat(image.at("/storageLocations/0").asText()).isEqualTo("us-central1");
  }

  @Test
  void makesTheImageOfAMachine() throws Exception {
    JsonNode job = runToTheEnd(MACHINE);

    assertThat(job.path("steps"))
        .extracting(step -> step.fieldNames().next())
        .containsExactly("initializing", "loadingSourceFiles", "creatingImage");
    JsonNode image =
        client.get("/compute/beta/projects/acme-dev/global/machineImages/imported").json();
    assertThat(image.path("status").asText()).isEqualTo("READY");
    assertThat(image.at("/storageLocations/0").asText()).isEqualTo("us");
  }

  @Test
  void failsAJobWhoseImageIsThereAlready() throws Exception {
    JsonNode job = runToTheEnd(DISK.replace("\"imported\"", "\"web-base-dev\""));

    assertThat(job.path("state").asText()).isEqualTo("FAILED");
    assertThat(job.at("/errors/0/code").asInt()).isEqualTo(6);
    assertThat(job.has("createdResources")).isFalse();
  }

  @Test
  void failsAJobAsScripted() throws Exception {
    emulator
        .outcomes()
        .script(
            PATH + "/imageImportJobs",
            Outcome.failure(403, "SOURCE_NOT_READABLE", "The file cannot be read."));

    JsonNode job = runToTheEnd(DISK);

    assertThat(job.path("state").asText()).isEqualTo("FAILED");
    assertThat(job.at("/errors/0/code").asInt()).isEqualTo(7);
    assertThat(job.at("/errors/0/details/0/reason").asText()).isEqualTo("SOURCE_NOT_READABLE");
  }

  @Test
  void cancelsAJobThatRuns() throws Exception {
    endOperation(create("fresh", DISK));
    String job = "/v1/" + job().path("name").asText();

    String cancelling = "/v1/" + client.post(job + ":cancel", "{}").json().path("name").asText();
    EmulatorClient.Answer again = client.post(job + ":cancel", "{}");

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().at("/error/status").asText()).isEqualTo("FAILED_PRECONDITION");
    assertThat(again.error()).endsWith("is in state CANCELLING and cannot be cancelled.");
    client.get(cancelling);
    assertThat(client.get(cancelling).json().path("done").asBoolean()).isTrue();
    assertThat(client.get(job).json().path("state").asText()).isEqualTo("CANCELLED");
    for (int i = 0; i < 8; i++) {
      client.get(job);
    }
    assertThat(client.get(job).json().path("state").asText()).isEqualTo("CANCELLED");
    assertThat(client.get("/compute/beta/projects/acme-dev/global/images/imported").status())
        .isEqualTo(404);
  }

  @Test
  void cancelsInTheClocksTime() throws Exception {
    MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);
    restart(EmulatorConfig.builder().clock(clock).build());
    String job = IMPORTS + "/import-debian/imageImportJobs/job-running";

    client.post(job + ":cancel", "");
    clock.forward(Duration.ofSeconds(10));
    JsonNode cancelled = client.get(job).json();
    assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
    assertThat(cancelled.path("endTime").asText()).isEqualTo("2026-06-15T12:00:10Z");
  }

  @Test
  void failsToCancelAsScripted() throws Exception {
    String job = IMPORTS + "/import-debian/imageImportJobs/job-running";
    emulator
        .outcomes()
        .script(job.substring("/v1/".length()), Outcome.failure(503, "BUSY", "Try again."));

    JsonNode failed = endOperation(client.post(job + ":cancel", "{}"));

    assertThat(failed.at("/error/code").asInt()).isEqualTo(14);
    assertThat(client.get(job).json().path("state").asText()).isEqualTo("RUNNING");
  }

  @Test
  void undoesACreationThatFailsOrIsCancelled() throws Exception {
    emulator.outcomes().script(PATH, Outcome.failure(403, "DENIED", "Not there."));
    JsonNode failed = endOperation(create("fresh", DISK));
    assertThat(failed.at("/error/message").asText()).isEqualTo("Not there.");
    assertThat(client.get(FRESH).status()).isEqualTo(404);

    emulator.outcomes().script(PATH, Outcome.endless());
    EmulatorClient.Answer endless = create("fresh", DISK);
    assertThat(endOperation(endless).path("done").asBoolean()).isFalse();
    String operation = "/v1/" + endless.json().path("name").asText();
    assertThat(client.post(operation + ":cancel", "{}").text()).isEqualTo("{}");
    assertThat(endOperation(endless).at("/error/code").asInt()).isEqualTo(1);
    assertThat(client.get(FRESH).status()).isEqualTo(404);
    assertThat(create("fresh", DISK).status()).isEqualTo(200);
  }

  @Test
  void deletesAnImportWithItsJobs() throws Exception {
    String debian = IMPORTS + "/import-debian";
    EmulatorClient.Answer deletion =
        client.delete(debian + "?requestId=6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a02");

    assertThat(deletion.json().at("/metadata/verb").asText()).isEqualTo("delete");
    assertThat(client.get(debian).status()).isEqualTo(200);
    JsonNode done = endOperation(deletion);
    assertThat(done.path("response").toString())
        .isEqualTo("{\"@type\":\"type.googleapis.com/google.protobuf.Empty\"}");
    assertThat(client.get(debian).status()).isEqualTo(404);
    assertThat(client.get(debian + "/imageImportJobs").status()).isEqualTo(404);
    assertThat(client.delete(debian).json().at("/error/status").asText()).isEqualTo("NOT_FOUND");
    assertThat(
            client
                .delete(debian + "?requestId=6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a02")
                .json()
                .path("name"))
        .isEqualTo(deletion.json().path("name"));
  }

  @Test
  void forgetsOperations() throws Exception {
    String operation = "/v1/" + create("fresh", DISK).json().path("name").asText();

    assertThat(client.delete(operation).text()).isEqualTo("{}");
    assertThat(client.get(operation).status()).isEqualTo(404);
    assertThat(client.delete(operation).status()).isEqualTo(404);
    assertThat(client.get(FRESH).status()).isEqualTo(200);
  }

  @Test
  void doesARequestIdOnce() throws Exception {
    JsonNode first = create("fresh" + REQUEST_ID, DISK).json();

    assertThat(create("fresh" + REQUEST_ID, DISK).json()).isEqualTo(first);
    assertThat(create("other" + REQUEST_ID, DISK).json()).isEqualTo(first);
    assertThat(client.get(IMPORTS + "/other").status()).isEqualTo(404);
    EmulatorClient.Answer taken = create("fresh", DISK);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.json().at("/error/status").asText()).isEqualTo("ALREADY_EXISTS");
    assertThat(emulator.requests().by("POST")).hasSize(4);
    assertThat(create("x&requestId=1", DISK).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 400 | imageImportId is required.",
        "Upper | 400 | Invalid imageImportId 'Upper': must match",
        "x&validateOnly=true | 400 | Invalid JSON payload received. Unknown name",
        "import-debian | 409 | Resource 'projects/acme-prod/locations/us-central1/imageImports/"
      })
  void refusesBadNames(String id, int status, String message) throws Exception {
    EmulatorClient.Answer answer = create(id, DISK);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error()).startsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400 | Invalid cloudStorageUri ''",
        "{'cloudStorageUri':'gs://b/o'} | 400 | One of diskImageTargetDefaults and",
        "{'cloudStorageUri':'gs://b/o','diskImageTargetDefaults':{},"
            + "'machineImageTargetDefaults':{}} | 400 | Invalid value (oneof), oneof field",
        "{'cloudStorageUri':'gs://b/o','diskImageTargetDefaults':{}} | 400 | Invalid imageName ''",
        "{'cloudStorageUri':'gs://b/o','diskImageTargetDefaults':{'imageName':'x'}} | 400 |"
            + " targetProject is required.",
        "{'cloudStorageUri':'gs://b/o','machineImageTargetDefaults':{'machineImageName':'x',"
            + "'targetProject':'projects/acme-prod/locations/global/targetProjects/y'}} | 404 |"
            + " Resource 'projects/acme-prod/locations/global/targetProjects/y' was not found",
        "{'colour':1} | 400 | Invalid JSON payload received. Unknown name \"colour\"",
        "{'diskImageTargetDefaults':{'labels':[]}} | 400 | Invalid value at"
            + " 'diskImageTargetDefaults.labels' (map), []",
        "{'diskImageTargetDefaults':{'osAdaptationParameters':{'licenseType':7}}} | 400 | Invalid"
            + " value at 'diskImageTargetDefaults.osAdaptationParameters.licenseType' (enum), 7"
      })
  void refusesBadBodies(String body, int status, String message) throws Exception {
    EmulatorClient.Answer answer = create("fresh", body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error()).startsWith(message);
    assertThat(client.get(FRESH).status()).isEqualTo(404);
  }

  private EmulatorClient.Answer create(String id, String body) throws Exception {
    return client.post(IMPORTS + "?imageImportId=" + id, body);
  }

  /** Polls an operation until it would be done, and gives it as it is then. */
  private JsonNode endOperation(EmulatorClient.Answer started) throws Exception {
    String operation = "/v1/" + started.json().path("name").asText();
    client.get(operation);
    return client.get(operation).json();
  }

  private JsonNode runToTheEnd(String body) throws Exception {
    endOperation(create("fresh", body));
    for (int i = 0; i < 6; i++) {
      client.get(FRESH);
    }
    return job();
  }

  private JsonNode job() throws Exception {
    return client.get(FRESH + "/imageImportJobs").json().at("/imageImportJobs/0");
  }
}
