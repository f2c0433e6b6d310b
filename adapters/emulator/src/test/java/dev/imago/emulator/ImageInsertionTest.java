package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.state.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageInsertionTest extends EmulatorTest {
  private static final String PROJECT = "/compute/beta/projects/acme-prod";
  private static final String IMAGES = PROJECT + "/global/images";
  private static final String LINKS = "https://www.googleapis.com/compute/beta/projects/acme-prod";
  private static final String REQUEST_ID = "6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a01";
  private static final String FILE = "https://storage.googleapis.com/acme/debian.tar.gz";
  private static final String FROM_FILE =
      "{\"name\":\"fresh\",\"rawDisk\":{\"source\":\"" + FILE + "\"}}";

  @Test
  void makesAnImageWhileItsOperationGoesOn() throws Exception {
    JsonNode pending = client.post(IMAGES, FROM_FILE).json();
    String operation = PROJECT + "/global/operations/" + pending.path("name").asText();

    assertThat(pending.path("kind").asText()).isEqualTo("compute#operation");
    assertThat(pending.path("operationType").asText()).isEqualTo("insert");
    assertThat(pending.path("status").asText()).isEqualTo("PENDING");
    assertThat(pending.path("progress").asInt()).isZero();
    assertThat(pending.path("user").asText()).isEqualTo("ops@acme.example");
    assertThat(pending.path("insertTime").asText()).isEqualTo("2026-06-15T05:00:00.000-07:00");
    assertThat(pending.path("targetLink").asText()).isEqualTo(LINKS + "/global/images/fresh");
    assertThat(client.get(operation).json().path("status").asText()).isEqualTo("PENDING");
    JsonNode running = client.get(operation).json();
    assertThat(running.path("status").asText()).isEqualTo("RUNNING");
    assertThat(running.path("progress").asInt()).isEqualTo(40);
    assertThat(running.has("startTime")).isTrue();
    JsonNode done = client.get(operation).json();
    assertThat(done.path("status").asText()).isEqualTo("DONE");
    assertThat(done.path("progress").asInt()).isEqualTo(100);
    assertThat(done.has("endTime")).isTrue();
    assertThat(done.has("error")).isFalse();
    JsonNode image = image("fresh");
    assertThat(image.path("status").asText()).isEqualTo("READY");
    assertThat(image.path("id").asText()).isEqualTo(pending.path("targetId").asText());
    assertThat(image.path("archiveSizeBytes").asText()).isEqualTo("1073741824");
    assertThat(image.path("selfLink").asText()).isEqualTo(LINKS + "/global/images/fresh");
  }

  @Test
  void makesAnImageInTheClocksTime() throws Exception {
    MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);
    restart(EmulatorConfig.builder().clock(clock).build());
    String operation =
        PROJECT
            + "/global/operations/"
            + client.post(IMAGES, FROM_FILE).json().path("name").asText();

    assertThat(image("fresh").path("status").asText()).isEqualTo("PENDING");
    clock.forward(Duration.ofSeconds(10));
    JsonNode done = client.get(operation).json();
    assertThat(done.path("status").asText()).isEqualTo("DONE");
    assertThat(done.path("endTime").asText()).isEqualTo("2026-06-15T05:00:10.000-07:00");
    assertThat(image("fresh").path("status").asText()).isEqualTo("READY");
  }

  @Test
  void keepsTheWholeBody() throws Exception {
    String given =
        "\"name\":\"full\",\"description\":\"All of it\",\"family\":\"fresh\","
            + "\"diskSizeGb\":\"30\",\"architecture\":\"ARM64\",\"locked\":true,"
            + "\"labels\":{\"env\":\"test\",\"empty\":\"\"},"
            + "\"licenses\":[\"projects/acme-prod/global/licenses/own\"],"
            + "\"licenseCodes\":[\"42\"],"
            + "\"guestOsFeatures\":[{\"type\":\"UEFI_COMPATIBLE\"},{\"type\":\"GVNIC\"}],"
            + "\"imageEncryptionKey\":{\"kmsKeyName\":\"projects/p/keys/k\"},"
            + "\"rawDisk\":{\"source\":\""
            + FILE
            + "\",\"containerType\":\"TAR\","
            + "\"sha1Checksum\":\"da39a3ee5e6b4b0d3255bfef95601890afd80709\"},"
            + "\"shieldedInstanceInitialState\":"
            + "{\"pk\":{\"content\":\"AAAA\",\"fileType\":\"X509\"}},"
            + "\"rolloutOverride\":{\"defaultRolloutTime\":\"2026-07-01T00:00:00Z\"},"
            + "\"storageLocations\":[\"eu\"]";
    String ignored =
        ",\"id\":\"7\",\"kind\":\"x\",\"status\":\"READY\",\"creationTimestamp\":\"never\","
            + "\"selfLink\":\"nowhere\",\"deprecated\":{\"state\":\"OBSOLETE\"},"
            + "\"params\":{\"resourceManagerTags\":{\"a\":\"b\"}},\"sourceImage\":null";

    assertThat(client.post(IMAGES, "{" + given + ignored + "}").status()).isEqualTo(200);
    JsonNode image = image("full");

    for (Map.Entry<String, JsonNode> field : JsonReader.read("{" + given + "}").properties()) {
      assertThat(image.path(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
    }
    assertThat(image.path("id").asText()).isNotEqualTo("7");
    assertThat(image.path("kind").asText()).isEqualTo("compute#image");
    assertThat(image.path("status").asText()).isEqualTo("PENDING");
    assertThat(image.path("creationTimestamp").asText()).startsWith("2026-06-15T");
    assertThat(image.has("deprecated")).isFalse();
    assertThat(image.has("params")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "sourceDisk, zones/us-central1-a/disks/web-builder, 20, 1622080442624066779",
    "sourceDisk, projects/acme-prod/zones/us-central1-a/disks/web-builder, 20,"
        + " 1622080442624066779",
    "sourceImage, projects/acme-prod/global/images/db-golden, 50, 2092471986236280650",
    "sourceImage,"
        + " https://www.googleapis.com/compute/v1/projects/acme-prod/global/images/db-golden,"
        + " 50, 2092471986236280650",
    "sourceSnapshot, global/snapshots/db-primary-20251103, 200, 2113839094563243082"
  })
  void takesAfterItsSource(String field, String url, String size, String id) throws Exception {
    String body = "{\"name\":\"copy\",\"" + field + "\":\"" + url + "\"}";

    assertThat(client.post(IMAGES, body).status()).isEqualTo(200);
    JsonNode image = image("copy");
    assertThat(image.path("diskSizeGb").asText()).isEqualTo(size);
    assertThat(image.path(field + "Id").asText()).isEqualTo(id);
    assertThat(image.path(field).asText())
        .startsWith(LINKS + "/")
        .endsWith(url.replaceAll(".*acme-prod/", ""));
    assertThat(image.path("architecture").asText()).isEqualTo("X86_64");
    assertThat(image.path("licenses")).isNotEmpty();
  }

  @Test
  void takesAPublicImageAndAFileOfARegistry() throws Exception {
    String debian =
        "{\"name\":\"from-public\",\"sourceImage\":"
            + "\"projects/debian-cloud/global/images/"
            + client
                .get(
                    "/compute/beta/projects/debian-cloud/global/images?maxResults=1"
                        + "&filter=NOT+deprecated.state%3A*")
                .names()
                .get(0)
            + "\"}";
    String registry =
        "{\"name\":\"from-registry\",\"rawDisk\":{\"source\":"
            + "\"projects/p/locations/l/repositories/r/packages/p/versions/v@dirsum_sha256:0a\"}}";

    assertThat(client.post(IMAGES, debian).status()).isEqualTo(200);
    assertThat(client.post(IMAGES, registry).status()).isEqualTo(200);
  }

  @Test
  void warnsOfADeprecatedSource() throws Exception {
    JsonNode operation =
        client
            .post(IMAGES, "{\"name\":\"copy\",\"sourceImage\":\"global/images/web-base-v2\"}")
            .json();

    assertThat(operation.at("/warnings/0/code").asText()).isEqualTo("DEPRECATED_RESOURCE_USED");
    assertThat(operation.at("/warnings/0/data/0/value").asText())
        .isEqualTo(LINKS + "/global/images/web-base-v2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "global/images/web-base-v1 | 400 | invalid",
        "global/images/web-base-v3 | 400 | invalid",
        "global/images/web-base-v4 | 400 | resourceNotReady",
        "global/images/nope | 404 | notFound",
        "projects/nope/global/images/x | 404 | notFound",
        "projects/acme-locked/global/images/x | 403 | forbidden",
        "images/x | 400 | invalid"
      })
  void refusesSourcesThatWillNotDo(String url, int status, String reason) throws Exception {
    EmulatorClient.Answer answer =
        client.post(IMAGES, "{\"name\":\"copy\",\"sourceImage\":\"" + url + "\"}");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().at("/error/errors/0/reason").asText()).isEqualTo(reason);
    assertThat(client.get(IMAGES + "/copy").status()).isEqualTo(404);
  }

  @Test
  void takesADiskInUseOnlyByForce() throws Exception {
    String body = "{\"name\":\"copy\",\"sourceDisk\":\"zones/us-central1-a/disks/web-1\"}";

    EmulatorClient.Answer refused = client.post(IMAGES, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/errors/0/reason").asText())
        .isEqualTo("resourceInUseByAnotherResource");
    assertThat(client.post(IMAGES + "?forceCreate=false", body).status()).isEqualTo(400);
    assertThat(client.post(IMAGES + "?forceCreate=true", body).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | required | Required field 'resource.name' not specified",
        "{'name':'Upper'} | invalid | Invalid value for field 'resource.name': 'Upper'.",
        "{'name':'ends-'} | invalid | Invalid value for field 'resource.name': 'ends-'.",
        "{'name':'x','family':'A'} | invalid | Invalid value for field 'resource.family': 'A'.",
        "{'name':'x'} | invalid | Invalid value for field 'resource': ''. Exactly one of",
        "{'name':'x','sourceImage':'a','sourceDisk':'b'} | invalid |"
            + " Invalid value for field 'resource': ''. Exactly one of",
        "{'name':'x','rawDisk':{'source':'gs:/a'}} | invalid |"
            + " Invalid value for field 'resource.rawDisk.source': 'gs:/a'. The URL is malformed.",
        "{'name':'x','labels':{'Key':'v'}} | invalid |"
            + " Invalid value for field 'labels': ''. Label key 'Key'",
        "{'name':'x','labels':{'key':'V'}} | invalid |"
            + " Invalid value for field 'labels': ''. Label value 'V'",
        "{'colour':1} | badRequest |"
            + " Invalid JSON payload received. Unknown name \"colour\": Cannot find field.",
        "{'rawDisk':{'a':1}} | badRequest |"
            + " Invalid JSON payload received. Unknown name \"a\" at 'rawDisk': Cannot find field.",
        "{'guestOsFeatures':[{'a':1}]} | badRequest | Invalid JSON payload received."
            + " Unknown name \"a\" at 'guestOsFeatures[0]': Cannot find field.",
        "{'name':['x']} | badRequest | Invalid JSON payload received."
            + " Unknown name \"name\": Proto field is not repeating, cannot start list.",
        "{'name':5} | badRequest | Invalid value at 'name' (string), 5",
        "{'diskSizeGb':'big'} | badRequest | Invalid value at 'diskSizeGb' (int64), \"big\"",
        "{'diskSizeGb':1.5} | badRequest | Invalid value at 'diskSizeGb' (int64), 1.5",
        "{'locked':'yes'} | badRequest | Invalid value at 'locked' (boolean), \"yes\"",
        "{'licenses':'one'} | badRequest | Invalid value at 'licenses' (string), \"one\"",
        "{'labels':'one'} | badRequest | Invalid value at 'labels' (map), \"one\"",
        "{'labels':{'a':1}} | badRequest | Invalid value at 'labels' (string), 1",
        "{'rawDisk':'one'} | badRequest | Invalid value at 'rawDisk' (Image.rawDisk), \"one\"",
        "{'architecture':'SPARC'} | badRequest | Invalid value at 'architecture' (enum),"
      })
  void refusesWhatIsWrong(String body, String reason, String message) throws Exception {
    EmulatorClient.Answer answer = client.post(IMAGES, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/errors/0/reason").asText()).isEqualTo(reason);
    assertThat(answer.error()).startsWith(message);
  }

  @Test
  void knowsBetaFieldsOnlyInBeta() throws Exception {
    String body = FROM_FILE.replace("{\"name\"", "{\"locked\":true,\"name\"");

    assertThat(client.post("/compute/v1/projects/acme-prod/global/images", body).error())
        .isEqualTo("Invalid JSON payload received. Unknown name \"locked\": Cannot find field.");
    assertThat(client.post(IMAGES, body).status()).isEqualTo(200);
  }

  @Test
  void refusesWhereTheCallerMayNotWrite() throws Exception {
    assertThat(client.post(IMAGES.replace("acme-prod", "debian-cloud"), FROM_FILE).error())
        .isEqualTo("Required 'compute.images.create' permission for 'projects/debian-cloud'");
    assertThat(client.post(IMAGES.replace("acme-prod", "fleet-3"), FROM_FILE).status())
        .isEqualTo(403);
    assertThat(client.post(IMAGES.replace("acme-prod", "acme-locked"), FROM_FILE).status())
        .isEqualTo(403);
    assertThat(client.post(IMAGES.replace("acme-prod", "nope"), FROM_FILE).status()).isEqualTo(404);
  }

  @Test
  void refusesANameThatIsTaken() throws Exception {
    String body = FROM_FILE.replace("fresh", "web-base-v3");

    EmulatorClient.Answer answer = client.post(IMAGES, body);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().at("/error/errors/0/reason").asText()).isEqualTo("alreadyExists");
    assertThat(answer.error())
        .isEqualTo("The resource 'projects/acme-prod/global/images/web-base-v3' already exists");
  }

  @Test
  void doesARequestIdOnce() throws Exception {
    String target = IMAGES + "?requestId=" + REQUEST_ID;

    JsonNode first = client.post(target, FROM_FILE).json();
    JsonNode again = client.post(target, FROM_FILE).json();
    JsonNode other = client.post(target, FROM_FILE.replace("fresh", "other")).json();

    assertThat(first.path("clientOperationId").asText()).isEqualTo(REQUEST_ID);
    assertThat(again).isEqualTo(first);
    assertThat(other).isEqualTo(first);
    assertThat(client.get(IMAGES + "/other").status()).isEqualTo(404);
    assertThat(client.post(IMAGES, FROM_FILE).status()).isEqualTo(409);
    assertThat(emulator.requests().by("POST")).hasSize(4);
    String operation = PROJECT + "/global/operations/" + first.path("name").asText();
    client.post(operation + "/wait", "");
    assertThat(client.post(target, FROM_FILE).json().path("status").asText()).isEqualTo("DONE");
  }

  @Test
  void doesARequestIdOnceWhenManyCome() throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      calls.add(
          () ->
              client
                  .post(IMAGES + "?requestId=" + REQUEST_ID, FROM_FILE)
                  .json()
                  .path("name")
                  .asText());
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<String> names = new ArrayList<>();
      for (Future<String> name : threads.invokeAll(calls)) {
        names.add(name.get());
      }
      assertThat(names).hasSize(16).containsOnly(names.get(0)).doesNotContain("");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void doesNotUseUpTheIdOfARefusedRequest() throws Exception {
    String target = IMAGES + "?requestId=" + REQUEST_ID;

    assertThat(client.post(target, "{\"name\":\"fresh\"}").status()).isEqualTo(400);
    assertThat(client.post(target, FROM_FILE).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"1234", "00000000-0000-0000-0000-000000000000"})
  void refusesBadRequestIds(String id) throws Exception {
    assertThat(client.post(IMAGES + "?requestId=" + id, FROM_FILE).error())
        .startsWith("Invalid value for field 'requestId': '" + id + "'.");
  }

  @Test
  void refusesUnknownParameters() throws Exception {
    assertThat(client.post(IMAGES + "?force=true", FROM_FILE).error())
        .contains("Unknown name \"force\": Cannot bind query parameter.");
    assertThat(client.post(IMAGES + "?forceCreate=perhaps", FROM_FILE).status()).isEqualTo(400);
    assertThat(client.get(IMAGES + "/fresh").status()).isEqualTo(404);
  }

  @Test
  void failsAsScripted() throws Exception {
    String path = "projects/acme-prod/global/images/fresh";
    emulator
        .outcomes()
        .script(path, Outcome.failure(403, "QUOTA_EXCEEDED", "Quota 'IMAGES' exceeded."));

    JsonNode failed = client.post(operationOf(client.post(IMAGES, FROM_FILE)) + "/wait", "").json();

    assertThat(failed.path("status").asText()).isEqualTo("DONE");
    assertThat(failed.at("/error/errors/0/code").asText()).isEqualTo("QUOTA_EXCEEDED");
    assertThat(failed.path("httpErrorStatusCode").asInt()).isEqualTo(403);
    assertThat(failed.path("httpErrorMessage").asText()).isEqualTo("FORBIDDEN");
    assertThat(image("fresh").path("status").asText()).isEqualTo("FAILED");
  }

  @Test
  void neverEndsWhenScriptedSo() throws Exception {
    emulator.outcomes().script("projects/acme-prod/global/images/fresh", Outcome.endless());
    String operation = operationOf(client.post(IMAGES, FROM_FILE));

    assertThat(client.post(operation + "/wait", "").json().path("status").asText())
        .isEqualTo("RUNNING");
    assertThat(client.get(operation).json().path("status").asText()).isEqualTo("RUNNING");
    assertThat(image("fresh").path("status").asText()).isEqualTo("PENDING");
  }

  @Test
  void tellsNoKeys() throws Exception {
    String body =
        FROM_FILE.replace(
            "{\"name\"",
            "{\"imageEncryptionKey\":{\"rawKey\":\"AAAA\",\"rsaEncryptedKey\":\"BBBB\"},\"name\"");

    assertThat(client.post(IMAGES, body).status()).isEqualTo(200);
    assertThat(image("fresh").path("imageEncryptionKey").properties())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.getKey()).isEqualTo("sha256");
              assertThat(key.getValue().asText()).hasSize(44);
            });
    assertThat(client.post(IMAGES, body.replace("AAAA", "?secret?")).error())
        .doesNotContain("secret");
  }

  private String operationOf(EmulatorClient.Answer answer) throws Exception {
    return PROJECT + "/global/operations/" + answer.json().path("name").asText();
  }

  private JsonNode image(String name) throws Exception {
    return client.get(IMAGES + "/" + name).json();
  }
}
