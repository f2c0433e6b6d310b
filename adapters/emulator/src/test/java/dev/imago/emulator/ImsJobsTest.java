package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs of the image service, the members of its images, its quotas. */
final class ImsJobsTest extends EmulatorTest {
  private static final String GERMANY = "ac234de25c6741d2b1273da49eea1b9e";
  private static final String PARTNER = "b7a1e2c94d6f4e0c8b3a5f7d9e1c2b46";
  private static final String ROOT = "/opentelekom/ims/eu-de";
  private static final String JOBS = ROOT + "/v1/" + GERMANY + "/jobs/";
  private static final String HUAWEI = "/huawei/ims/ap-southeast-1/v1/";
  private static final String HONG_KONG = "a4da8115c9d8464ead3a38309130523f";
  private static final String SHARED = "/v2/images/30e55148-deb9-4923-adb9-91618de16ba0/members";
  private static final String TAKEN = "/v2/images/6596628c-42d4-4ff1-8660-8ea5ae61f243/members";

  @ParameterizedTest
  @CsvSource({
    "9a175ac792fa12d20193002100dd2762, imsCreateImageByInstance",
    "9a175ac892fa1342019300224f22218e, imsImportImageJob",
    "9a175ac892fa13420193006a49173317, imsImportOvaImageJob",
    "9a175ac692fa125401930037d9e329aa, imsVolumeCreateImageJob",
    "9a175ac692fa125401930027b9c026b3, imsImportDataImageJob",
    "9a175ac792fa12d201930028cddb29c6, imsCreateWholeImageByInstanceJob",
    "9a175ac892fa13420193002961972392, imsCreateWholeImageByBackupJob",
    "9a175ac692fa12540193005389023059, imsNativeImportImageJob",
    "9a175ac892fa134201930039db1a27b1, imsNativeExportImageJob",
    "9a175ac692fa12540193002a6d4b2720, imsAddImageMembersJob",
    "9a175ac792fa12d20193002da96f2ac2, imsDelImageMembersJob",
    "9a175ac692fa12540193005c340f321c, imsUpdateImageMembersJob",
    "9a175ac892fa13420193001c2e62205a, imsCopyImageInRegionJob",
    "9a175ac792fa12d201930031febf2bdd, imsVolumesToSysDataImagesJob"
  })
  void hasTheDocumentedJobs(String id, String type) throws Exception {
    EmulatorClient.Answer answer = client.get(JOBS + id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("job_type").asText()).isEqualTo(type);
    assertThat(answer.json().path("status").asText()).isEqualTo("SUCCESS");
    assertThat(answer.json().path("error_code").isNull()).isTrue();
  }

  @Test
  void writesAJobAsDocumented() throws Exception {
    assertThat(client.get(JOBS + "9a175ac792fa12d201930031febf2bdd").text())
        .isEqualTo(
            """
            {"job_id":"9a175ac792fa12d201930031febf2bdd",\
            "job_type":"imsVolumesToSysDataImagesJob","begin_time":"2024-11-06T06:38:16.765Z",\
            "end_time":"2024-11-06T06:48:16.765Z","status":"SUCCESS","error_code":null,\
            "fail_reason":null,"entities":{"sub_jobs_result":[{\
            "job_id":"9a175ac792fa12d20193003205b22be1","job_type":"imsCopyVolumeToImageJob",\
            "begin_time":"2024-11-06T06:38:18.545Z","end_time":"2024-11-06T06:48:16.765Z",\
            "status":"SUCCESS","error_code":null,"fail_reason":null,"entities":{\
            "image_name":"test","image_id":"bfb2de92-e7b9-4820-9522-416d8f2c812a"}}],\
            "sub_jobs_list":["9a175ac792fa12d20193003205b22be1"]}}""");
  }

  @ParameterizedTest
  @CsvSource({
    "61fb7e7d05d8ca091f2c514b3d2d4fd2, INIT, 0.0",
    "83b8ea535fdea37daf9410aeb7450349, RUNNING, 62.5",
    "90efbb6b43da72f25093464b69316f09, FAIL, 20.0"
  })
  void hasJobsOfEveryStatus(String id, String status, double percent) throws Exception {
    JsonNode job = client.get(JOBS + id).json();

    assertThat(job.path("status").asText()).isEqualTo(status);
    assertThat(job.at("/entities/process_percent").doubleValue()).isEqualTo(percent);
    assertThat(job.path("error_code").isNull()).isEqualTo(!status.equals("FAIL"));
    assertThat(job.path("end_time").isNull()).isEqualTo(!status.equals("FAIL"));
  }

  @Test
  void saysWhatFailed() throws Exception {
    JsonNode job = client.get(JOBS + "f4a9c3a00c1e4707d55d28ccfbe15364").json();

    assertThat(job.path("fail_reason").asText()).isEqualTo("A sub-job failed.");
    assertThat(job.at("/entities/current_task").asText()).isEqualTo("ImportDisksTask");
    assertThat(job.at("/entities/sub_jobs_result/1/status").asText()).isEqualTo("FAIL");
    assertThat(job.at("/entities/sub_jobs_result/1/error_code").asText()).isEqualTo("IMG.0059");
  }

  @Test
  void refusesJobsThatItDoesNotKnow() throws Exception {
    EmulatorClient.Answer answer = client.get(JOBS + "ff8080814dbd65d7014dbe0d84db0013");
    EmulatorClient.Answer parameter =
        client.get(JOBS + "9a175ac792fa12d20193002100dd2762?status=SUCCESS");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("IMG.0023");
    assertThat(parameter.json().at("/error/code").asText()).isEqualTo("IMG.0001");
  }

  @Test
  void addsHuaweiCloudsEntities() throws Exception {
    JsonNode job = client.get(HUAWEI + HONG_KONG + "/jobs/e5e8a7d5e34d9b6b3ce7d8ca910e1a45").json();

    assertThat(job.at("/entities/addition_error_code").asText()).isEqualTo("IMG.1101");
    assertThat(job.at("/entities/alarm_code").asText()).isEqualTo("IMS_IMPORT_FILE");
    assertThat(job.at("/entities/error").asText()).isNotEmpty();
  }

  @Test
  void tellsHuaweiCloudsJobsProgress() throws Exception {
    JsonNode job =
        client
            .get(
                HUAWEI + "cloudimages/job/40fd539fbe57094338858812abf7f57f",
                "X-Project-Id",
                HONG_KONG)
            .json();
    JsonNode failed =
        client
            .get(
                HUAWEI + "cloudimages/job/e5e8a7d5e34d9b6b3ce7d8ca910e1a45",
                "X-Project-Id",
                HONG_KONG)
            .json();

    assertThat(job.at("/entities/subJobId").asText())
        .isEqualTo(job.at("/entities/sub_jobs_list/0").asText())
        .isNotEmpty();
    assertThat(failed.at("/entities/process_percent").doubleValue()).isEqualTo(75.0);
    assertThat(failed.path("entities").has("addition_error_code")).isFalse();
  }

  @Test
  void showsAnOwnerEveryMember() throws Exception {
    EmulatorClient.Answer members = client.get(ROOT + SHARED, "X-Project-Id", GERMANY);

    assertThat(members.each("members", "status"))
        .containsExactlyInAnyOrder("accepted", "pending", "rejected");
    assertThat(members.json().path("schema").asText()).isEqualTo("/v2/schemas/members");
    assertThat(client.get(ROOT + SHARED + "/" + PARTNER, "X-Project-Id", GERMANY).json())
        .isIn(List.copyOf(nodes(members.json().path("members"))));
  }

  @Test
  void showsAMemberOnlyItself() throws Exception {
    EmulatorClient.Answer members = client.get(ROOT + TAKEN, "X-Project-Id", GERMANY);
    EmulatorClient.Answer other =
        client.get(ROOT + TAKEN + "/9d3b5a7c1e2f4a6880c4d6e8f0a1b2c3", "X-Project-Id", GERMANY);

    assertThat(members.each("members", "member_id")).containsExactly(GERMANY);
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.text()).startsWith("<itemNotFound code=\"404\">");
  }

  @Test
  void hasNoMembersOfPublicImages() throws Exception {
    String gold =
        client
            .get(ROOT + "/v2/cloudimages?__imagetype=gold&limit=1", "X-Project-Id", GERMANY)
            .each("images", "id")
            .get(0);

    EmulatorClient.Answer answer =
        client.get(ROOT + "/v2/images/" + gold + "/members", "X-Project-Id", GERMANY);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).startsWith("<forbidden code=\"403\">");
  }

  @Test
  void countsAgainstQuotas() throws Exception {
    JsonNode quotas =
        client.get(ROOT + "/v1/cloudimages/quota", "X-Project-Id", GERMANY).json().path("quotas");

    assertThat(quotas.at("/resources/0/type").asText()).isEqualTo("image");
    assertThat(quotas.at("/resources/0/used").asInt()).isEqualTo(10);
    assertThat(quotas.at("/resources/1/used").asInt()).isEqualTo(1);
    assertThat(quotas.at("/resources/2/used").asInt()).isEqualTo(3);
  }

  private static List<JsonNode> nodes(JsonNode array) {
    List<JsonNode> nodes = new ArrayList<>();
    array.forEach(nodes::add);
    return nodes;
  }
}
