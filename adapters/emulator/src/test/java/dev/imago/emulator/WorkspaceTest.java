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

/** Image servers, the jobs on them and their sub-jobs; how the service refuses. */
final class WorkspaceTest extends EmulatorTest {
  private static final String PROJECT = "a4da8115c9d8464ead3a38309130523f";
  private static final String ROOT = "/huawei/workspace/ap-southeast-1/v1/" + PROJECT;
  private static final String JOBS = ROOT + "/image-server-jobs";
  private static final String SUB_JOBS = ROOT + "/image-server-sub-jobs";
  private static final String SERVERS = ROOT + "/image-servers";
  private static final String[] JOB_TYPES = {
    "CREATE_SERVER",
    "CREATE_SERVER_IMAGE",
    "DELETE_SERVER",
    "BUILD_IMAGE",
    "GENERATE_IMAGE",
    "DELETE_IMAGE_BUILD_SERVER",
    "DELETE_IMAGE"
  };

  @Test
  void writesTheDocumentedJob() throws Exception {
    assertThat(client.get(JOBS + "/702364883651395584").text())
        .isEqualTo(
            """
            {"id":"702364883651395584","job_type":"CREATE_SERVER_IMAGE",\
            "begin_time":"2024-05-20T10:39:49.61Z","end_time":"2024-05-20T11:03:24.206Z",\
            "status":"SUCCESS","sub_jobs_total":1,"sub_jobs":[{"id":"702364884037271552",\
            "job_type":"CREATE_SERVER_IMAGE","job_resource_info":{\
            "resource_id":"f5d443de-a623-4950-a74d-569fe63c1f7a","resource_name":"123"},\
            "begin_time":"2024-05-20T10:39:50.723Z","end_time":"2024-05-20T11:03:24.194Z",\
            "status":"SUCCESS","job_execute_info":{"error_code":"","error_message":""},\
            "project_id":"a4da8115c9d8464ead3a38309130523f","job_id":"702364883651395584"}]}""");
  }

  @Test
  void listsJobsNewestFirstAndWithoutSubJobs() throws Exception {
    EmulatorClient.Answer answer = client.get(JOBS + "?job_type=CREATE_SERVER_IMAGE");

    assertThat(answer.json().path("count").asInt()).isEqualTo(3);
    assertThat(answer.each("items", "status")).containsExactly("RUNNING", "FAILED", "SUCCESS");
    assertThat(answer.each("items", "sub_jobs_total")).containsExactly("2", "3", "1");
    assertThat(answer.each("items", "sub_jobs")).containsOnly("");
    assertThat(client.get(JOBS + "?job_type=CREATE_SERVER_IMAGE&status=FAILED").each("items", "id"))
        .containsExactly("1117506622048919552");
  }

  @Test
  void hasJobsOfEveryTypeAndStatus() throws Exception {
    Set<String> statuses = new TreeSet<>();
    Set<String> subStatuses = new TreeSet<>();
    for (String type : JOB_TYPES) {
      EmulatorClient.Answer jobs = client.get(JOBS + "?job_type=" + type);
      assertThat(jobs.each("items", "job_type")).isNotEmpty().containsOnly(type);
      statuses.addAll(jobs.each("items", "status"));
      subStatuses.addAll(client.get(SUB_JOBS + "?job_type=" + type).each("items", "status"));
    }

    assertThat(statuses).containsExactly("FAILED", "RUNNING", "SUCCESS", "WAITING");
    assertThat(subStatuses)
        .containsExactly(
            "ABNORMAL", "ABORTING", "FAILED", "ROLLBACK", "RUNNING", "SUCCESS", "WAITING");
  }

  @Test
  void hasAsManySubJobsAsItSays() throws Exception {
    for (String type : JOB_TYPES) {
      for (JsonNode item : client.get(JOBS + "?job_type=" + type).json().path("items")) {
        String id = item.path("id").asText();
        JsonNode job = client.get(JOBS + "/" + id).json();
        EmulatorClient.Answer subJobs =
            client.get(SUB_JOBS + "?job_type=" + type + "&job_id=" + id);

        assertThat(job.path("sub_jobs")).hasSize(item.path("sub_jobs_total").asInt());
        assertThat(subJobs.json().path("items"))
            .containsExactlyInAnyOrderElementsOf(job.path("sub_jobs"));
      }
    }
  }

  @Test
  void saysWhyASubJobFailed() throws Exception {
    JsonNode failed =
        client.get(SUB_JOBS + "?job_type=CREATE_SERVER_IMAGE&status=FAILED").json().at("/items/0");

    assertThat(failed.at("/job_execute_info/error_code").asText()).isEqualTo("WKS.00211401");
    assertThat(failed.at("/job_execute_info/error_message").asText()).contains("Sysprep");
    assertThat(failed.path("job_id").asText()).isEqualTo("1117506622048919552");
  }

  @Test
  void pagesByOffset() throws Exception {
    List<String> whole = client.get(SERVERS + "?limit=100").each("items", "id");
    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < whole.size(); offset += 3) {
      EmulatorClient.Answer page = client.get(SERVERS + "?limit=3&offset=" + offset);
      assertThat(page.json().path("count").asInt()).isEqualTo(whole.size());
      paged.addAll(page.each("items", "id"));
    }

    assertThat(paged).hasSize(7).isEqualTo(whole);
    assertThat(client.get(SERVERS + "?offset=7").json().path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 14",
        "?job_type=DELETE_SERVER | 2",
        "?job_type=DELETE_SERVER,CREATE_SERVER_IMAGE | 8",
        "?status=SUCCESS&job_type=CREATE_SERVER_IMAGE | 2",
        "?job_id=1117506622048919552 | 3"
      })
  void countsSubJobs(String query, int count) throws Exception {
    assertThat(client.get(SUB_JOBS + "/actions/count" + query).text())
        .isEqualTo("{\"count\":" + count + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "server_name=builder, 7",
    "server_name=cad, 1",
    "server_name=Cad, 0",
    "server_id=db9bb8be-2f46-4288-9246-1e670eb6c93b, 1",
    "enterprise_project_id=0, 6",
    "server_name=office&enterprise_project_id=5e2f7a90-6b1c-4d3e-8f50-9a8b7c6d5e4f, 1"
  })
  void filtersServers(String query, int count) throws Exception {
    EmulatorClient.Answer answer = client.get(SERVERS + "?" + query);

    assertThat(answer.json().path("count").asInt()).isEqualTo(count);
    assertThat(answer.json().path("items")).hasSize(count);
  }

  @Test
  void getsEveryServerThatItLists() throws Exception {
    EmulatorClient.Answer servers = client.get(SERVERS);

    assertThat(servers.each("items", "status"))
        .containsExactlyInAnyOrder(
            "CREATING", "ACTIVE", "BUILDING", "BUILT", "ERROR", "DELETING", "null");
    for (JsonNode server : servers.json().path("items")) {
      assertThat(client.get(SERVERS + "/" + server.path("id").asText()).json()).isEqualTo(server);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/image-server-jobs | 400 | WKS.00211102 | job_type is required",
        "/image-server-jobs?job_type= | 400 | WKS.00211102 | job_type is required",
        "/image-server-jobs?job_type=BAKE | 400 | WKS.00211102 | job_type must be a value that matches",
        "/image-server-jobs?job_type=CREATE_SERVER&status=ABNORMAL"
            + "| 400 | WKS.00211102 | status must be one of",
        "/image-server-jobs?job_type=CREATE_SERVER&limit=0"
            + "| 400 | WKS.00211102 | limit must be a number from 1 to 100",
        "/image-server-jobs?job_type=CREATE_SERVER&limit=101"
            + "| 400 | WKS.00211102 | limit must be a number from 1 to 100",
        "/image-server-jobs?job_type=CREATE_SERVER&offset=-1"
            + "| 400 | WKS.00211102 | offset must be a number",
        "/image-server-jobs?job_type=CREATE_SERVER&marker=x"
            + "| 400 | WKS.00211102 | marker is unknown",
        "/image-server-sub-jobs?job_id=702364883651395584"
            + "| 400 | WKS.00211102 | job_type is required",
        "/image-server-jobs/1 | 404 | WKS.00000404 | No resources found: job 1.",
        "/image-servers/1 | 404 | WKS.00000404 | No resources found: image server 1.",
        "/image-server | 404 | APIGW.0101 | The API does not exist"
      })
  void refuses(String target, int status, String code, String message) throws Exception {
    EmulatorClient.Answer answer = client.get(ROOT + target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error_code").asText()).isEqualTo(code);
    assertThat(answer.json().path("error_msg").asText()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {JOBS + "/702364883651395584", SUB_JOBS})
  void refusesOtherVerbs(String target) throws Exception {
    EmulatorClient.Answer answer = client.post(target, "{}");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.json().path("error_code").asText()).isEqualTo("WKS.00000405");
  }

  @Test
  void refusesProjectsOfOtherRegions() throws Exception {
    EmulatorClient.Answer answer =
        client.get("/huawei/workspace/cn-north-4/v1/" + PROJECT + "/image-servers");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("error_code").asText()).isEqualTo("APIGW.0302");
  }
}
