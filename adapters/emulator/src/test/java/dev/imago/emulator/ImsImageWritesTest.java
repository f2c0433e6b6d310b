package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images are made, copied and moved by jobs, which go on by the clock or by reads. */
final class ImsImageWritesTest extends EmulatorTest {
  private static final String IMS = "/opentelekom/ims/eu-de";
  private static final String PROJECT = "ac234de25c6741d2b1273da49eea1b9e";
  private static final String OWN = "3f7185de-b59a-4bb8-aa1d-7a513528b0e9";
  private static final String QUEUED = "883e364b-7a49-4302-9bc3-cf4634cc1091";

  private final MovableClock clock = new MovableClock(EmulatorConfig.DEMO_TIME);

  @BeforeEach
  void startWithClock() throws Exception {
    restart(EmulatorConfig.builder().clock(clock).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/v2/cloudimages/action | {\"name\":\"n\",\"instance_id\":\"i-1\"}"
            + "| imsCreateImageByInstance | instance,i-1 | FusionCompute",
        "/v2/cloudimages/action | {\"name\":\"n\",\"volume_id\":\"v-1\","
            + "\"os_version\":\"Debian GNU/Linux 12 64bit\"}"
            + "| imsVolumeCreateImageJob | volume,v-1 | FusionCompute",
        "/v2/cloudimages/action | {\"name\":\"n\",\"image_url\":\"b:d.qcow2\",\"min_disk\":1,"
            + "\"type\":\"Ironic\",\"image_tags\":[{\"key\":\"a\",\"value\":\"b\"}]}"
            + "| imsImportImageJob | file,b:d.qcow2 | Ironic",
        "/v2/cloudimages/quickimport/action | {\"name\":\"n\",\"image_url\":\"b:d.raw\","
            + "\"min_disk\":40,\"os_version\":\"CentOS 7 64bit\"}"
            + "| imsImportImageJob | file,b:d.raw | FusionCompute",
        "/v1/cloudimages/dataimages/action | {\"name\":\"n\",\"image_url\":\"b:d.vhd\","
            + "\"min_disk\":40,\"os_type\":\"Linux\"}"
            + "| imsImportDataImageJob | file,b:d.vhd | DataImage",
        "/v1/cloudimages/wholeimages/action | {\"name\":\"n\",\"instance_id\":\"i-1\"}"
            + "| imsCreateWholeImageByInstanceJob | instance,i-1 | FusionCompute",
        "/v1/cloudimages/wholeimages/action | {\"name\":\"n\",\"backup_id\":\"b-1\"}"
            + "| imsCreateWholeImageByBackupJob | server_backup,b-1 | FusionCompute"
      })
  void makesImages(String path, String body, String jobType, String origin, String environment)
      throws Exception {
    String jobId = start("POST", path, body);
    JsonNode job = job(jobId);
    String imageId = job.at("/entities/image_id").asText();

    assertThat(job.path("status").asText()).isEqualTo("INIT");
    assertThat(job.path("job_type").asText()).isEqualTo(jobType);
    assertThat(job.path("begin_time").asText()).isEqualTo("2026-06-15T12:00:00.000Z");
    assertThat(job.path("end_time").isNull()).isTrue();
    assertThat(job.at("/entities/image_name").asText()).isEqualTo("n");
    clock.forward(Duration.ofSeconds(3));
    JsonNode running = job(jobId);
    assertThat(running.path("status").asText()).isEqualTo("RUNNING");
    assertThat(running.at("/entities/process_percent").asDouble()).isEqualTo(50.0);
    assertThat(running.at("/entities").has("current_task")).isTrue();
    assertThat(image(imageId).path("status").asText()).isEqualTo("saving");
    clock.forward(Duration.ofSeconds(61));
    JsonNode image = image(imageId);
    assertThat(image.path("status").asText()).isEqualTo("active");
    assertThat(image.path("owner").asText()).isEqualTo(PROJECT);
    assertThat(image.path("__data_origin").asText()).isEqualTo(origin);
    assertThat(image.path("virtual_env_type").asText()).isEqualTo(environment);
    assertThat(image.path("active_at").asText()).isEqualTo("2026-06-15T12:01:04Z");
    JsonNode ended = job(jobId);
    assertThat(ended.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(ended.path("end_time").asText()).isEqualTo("2026-06-15T12:01:04.000Z");
    assertThat(ended.path("error_code").isNull()).isTrue();
  }

  @Test
  void goesOnWithoutTheClockWhenItIsLookedAt() throws Exception {
    restart(EmulatorConfig.demo());
    String job = start("POST", "/v2/cloudimages/action", "{\"name\":\"n\",\"instance_id\":\"i\"}");

    JsonNode first = job(job);
    assertThat(first.path("status").asText()).isEqualTo("INIT");
    assertThat(image(first.at("/entities/image_id").asText()).path("status").asText())
        .isEqualTo("saving");
    assertThat(job(job).path("status").asText()).isEqualTo("RUNNING");
    assertThat(job(job).path("status").asText()).isEqualTo("SUCCESS");
  }

  @Test
  void writesWhatTheCallSays() throws Exception {
    String job =
        start(
            "POST",
            "/v2/cloudimages/action",
            """
            {"name": "Büro web-1_x.y", "image_url": "b:w.vmdk", "min_disk": 80, "min_ram": 1024,
             "max_ram": 4096, "description": "d", "os_version": "Windows Server 2022 Standard 64bit",
             "tags": ["env=prod"], "cmk_id": "key-1", "enterprise_project_id": "e-1",
             "hw_firmware_type": "uefi", "architecture": "arm", "is_config": true}
            """);
    JsonNode image = image(job(job).at("/entities/image_id").asText());

    assertThat(image.path("min_disk").asInt()).isEqualTo(80);
    assertThat(image.path("min_ram").asInt()).isEqualTo(1024);
    assertThat(image.path("max_ram").asText()).isEqualTo("4096");
    assertThat(image.path("__description").asText()).isEqualTo("d");
    assertThat(image.path("__os_type").asText()).isEqualTo("Windows");
    assertThat(image.path("__platform").asText()).isEqualTo("Windows");
    assertThat(image.at("/tags/0").asText()).isEqualTo("env=prod");
    assertThat(image.path("__system__cmkid").asText()).isEqualTo("key-1");
    assertThat(image.path("enterprise_project_id").asText()).isEqualTo("e-1");
    assertThat(image.path("hw_firmware_type").asText()).isEqualTo("uefi");
    assertThat(image.path("__support_arm").asText()).isEqualTo("true");
    assertThat(image.path("disk_format").asText()).isEqualTo("zvhd2");
  }

  @Test
  void failsOverAFileThatIsNone() throws Exception {
    String jobId =
        start(
            "POST",
            "/v2/cloudimages/action",
            "{\"name\":\"n\",\"image_url\":\"b:notes.txt\",\"min_disk\":40}");
    String imageId = job(jobId).at("/entities/image_id").asText();
    finish(jobId);

    JsonNode job = job(jobId);
    assertThat(job.path("status").asText()).isEqualTo("FAIL");
    assertThat(job.path("error_code").asText()).isEqualTo("IMG.0057");
    assertThat(job.path("fail_reason").asText()).startsWith("The image file does not exist");
    assertThat(job.at("/entities/process_percent").asDouble()).isEqualTo(50.0);
    assertThat(image(imageId).path("status").asText()).isEqualTo("killed");
  }

  @Test
  void makesAnImageOfEachVolume() throws Exception {
    String jobId =
        start(
            "POST",
            "/v2/cloudimages/action",
            """
            {"name": "system", "instance_id": "i-1",
             "data_images": [{"name": "data-1", "volume_id": "v-1"},
                             {"name": "data-2", "volume_id": "v-2", "tags": ["a=b"]}]}
            """);
    assertThat(job(jobId).at("/entities/sub_jobs_result/0/status").asText()).isEqualTo("INIT");
    finish(jobId);

    JsonNode entities = job(jobId).path("entities");
    assertThat(entities.path("sub_jobs_list")).hasSize(3);
    for (JsonNode subJob : entities.path("sub_jobs_result")) {
      assertThat(subJob.path("status").asText()).isEqualTo("SUCCESS");
      assertThat(subJob.path("job_type").asText()).isEqualTo("imsCopyVolumeToImageJob");
      assertThat(image(subJob.at("/entities/image_id").asText()).path("status").asText())
          .isEqualTo("active");
    }
  }

  @Test
  void copiesImages() throws Exception {
    String jobId =
        start(
            "POST",
            "/v1/cloudimages/" + OWN + "/copy",
            "{\"name\":\"copy\",\"description\":\"c\"}");
    finish(jobId);
    JsonNode copy = image(job(jobId).at("/entities/image_id").asText());

    assertThat(copy.path("name").asText()).isEqualTo("copy");
    assertThat(copy.path("status").asText()).isEqualTo("active");
    assertThat(copy.path("__description").asText()).isEqualTo("c");
    assertThat(copy.path("__os_version")).isEqualTo(image(OWN).path("__os_version"));
    assertThat(copy.path("__data_origin").asText()).isEqualTo("image,eu-de," + OWN);
  }

  @Test
  void exportsImages() throws Exception {
    String path = "/v1/cloudimages/" + OWN + "/file";
    String jobId = start("POST", path, "{\"bucket_url\":\"b:f.qcow2\",\"file_format\":\"qcow2\"}");
    finish(jobId);

    assertThat(job(jobId).path("job_type").asText()).isEqualTo("imsNativeExportImageJob");
    assertThat(job(jobId).at("/entities").toString()).isEqualTo("{\"image_id\":\"" + OWN + "\"}");
    start("POST", path, "{\"bucket_url\":\"b:f\",\"is_quick_export\":true}");
    assertThat(code("POST", path, "{\"bucket_url\":\"b:f\"}")).isEqualTo("IMG.0001");
    assertThat(
            code(
                "POST",
                path,
                "{\"bucket_url\":\"b:f\",\"is_quick_export\":true,\"file_format\":\"vhd\"}"))
        .isEqualTo("IMG.0001");
  }

  @Test
  void registersAFileToAnImageWithoutData() throws Exception {
    String jobId =
        start("PUT", "/v1/cloudimages/" + QUEUED + "/upload", "{\"image_url\":\"b:f.zvhd2\"}");
    finish(jobId);

    assertThat(job(jobId).path("job_type").asText()).isEqualTo("imsNativeImportImageJob");
    assertThat(image(QUEUED).path("status").asText()).isEqualTo("active");
    assertThat(image(QUEUED).path("__isregistered").asText()).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/v2/cloudimages/action | {} | IMG.0001",
        "/v2/cloudimages/action | { | IMG.0001",
        "/v2/cloudimages/action | {\"name\":\"n\",\"instance_id\":\"i\",\"volume_id\":\"v\"}"
            + "| IMG.0001",
        "/v2/cloudimages/action | {\"name\":\"n\",\"instance_id\":\"i\",\"size\":1} | IMG.0001",
        "/v2/cloudimages/action | {\"instance_id\":\"i\"} | IMG.0001",
        "/v2/cloudimages/action | {\"name\":\" n\",\"instance_id\":\"i\"} | IMG.0003",
        "/v2/cloudimages/action | {\"name\":\"a/b\",\"instance_id\":\"i\"} | IMG.0003",
        "/v2/cloudimages/action | {\"name\":\"n\",\"image_url\":\"b:f.raw\",\"min_disk\":1025}"
            + "| IMG.0001",
        "/v2/cloudimages/action | {\"name\":\"n\",\"image_url\":\"f.raw\",\"min_disk\":40}"
            + "| IMG.0001",
        "/v2/cloudimages/action | {\"name\":\"n\",\"instance_id\":\"i\",\"description\":\"<b>\"}"
            + "| IMG.0001",
        "/v1/cloudimages/dataimages/action | {\"name\":\"n\",\"image_url\":\"b:f\",\"min_disk\":1}"
            + "| IMG.0001",
        "/v1/cloudimages/wholeimages/action | {\"name\":\"n\"} | IMG.0001",
        "/v1/cloudimages/nothing/copy | {\"name\":\"n\"} | IMG.0027",
        "/v1/cloudimages/6596628c-42d4-4ff1-8660-8ea5ae61f243/copy | {\"name\":\"n\"} | IMG.0047",
        "/v1/cloudimages/883e364b-7a49-4302-9bc3-cf4634cc1091/copy | {\"name\":\"n\"} | IMG.0046"
      })
  void refusesInItsOwnWay(String path, String body, String code) throws Exception {
    assertThat(code("POST", path, body)).isEqualTo(code);
  }

  @Test
  void refusesLongTexts() throws Exception {
    String name = "{\"name\":\"" + "n".repeat(129) + "\",\"instance_id\":\"i\"}";
    String description =
        "{\"name\":\"n\",\"instance_id\":\"i\",\"description\":\"" + "d".repeat(1025) + "\"}";

    assertThat(code("POST", "/v2/cloudimages/action", name)).isEqualTo("IMG.0002");
    assertThat(code("POST", "/v2/cloudimages/action", description)).isEqualTo("IMG.0004");
  }

  @Test
  void keepsToTheLimitsOfHuaweiCloud() throws Exception {
    String huawei = "/huawei/ims/ap-southeast-1/v2/cloudimages/action";
    String body = "{\"name\":\"n\",\"image_url\":\"b:f.raw\",\"min_disk\":39}";
    String[] project = {"X-Project-Id", "a4da8115c9d8464ead3a38309130523f"};

    assertThat(client.post(huawei, body, project).status()).isEqualTo(400);
    assertThat(client.post(huawei, body.replace("39", "40"), project).status()).isEqualTo(200);
  }

  private String start(String verb, String path, String body) throws Exception {
    EmulatorClient.Answer answer = send(verb, path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    String id = answer.json().path("job_id").asText();
    assertThat(id).matches("[0-9a-f]{32}");
    return id;
  }

  private void finish(String jobId) throws Exception {
    clock.forward(Duration.ofSeconds(3));
    job(jobId);
    clock.forward(Duration.ofSeconds(61));
    job(jobId);
  }

  private String code(String verb, String path, String body) throws Exception {
    EmulatorClient.Answer answer = send(verb, path, body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.json().at("/error/code").asText();
  }

  private EmulatorClient.Answer send(String verb, String path, String body) throws Exception {
    return client.send(
        verb, IMS + path, HttpRequest.BodyPublishers.ofString(body), "X-Project-Id", PROJECT);
  }

  private JsonNode job(String id) throws Exception {
    return client.get(IMS + "/v1/" + PROJECT + "/jobs/" + id).json();
  }

  private JsonNode image(String id) throws Exception {
    return client.get(IMS + "/v2/images/" + id, "X-Project-Id", PROJECT).json();
  }
}
