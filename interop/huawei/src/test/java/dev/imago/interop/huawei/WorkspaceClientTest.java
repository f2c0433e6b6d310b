package dev.imago.interop.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.workspaceapp.v1.WorkspaceAppClient;
import com.huaweicloud.sdk.workspaceapp.v1.model.CreateServerImageReq;
import com.huaweicloud.sdk.workspaceapp.v1.model.ImageJobDetailInfo;
import com.huaweicloud.sdk.workspaceapp.v1.model.ImageJobDetailStatus;
import com.huaweicloud.sdk.workspaceapp.v1.model.ImageJobInfo;
import com.huaweicloud.sdk.workspaceapp.v1.model.ImageJobStatus;
import com.huaweicloud.sdk.workspaceapp.v1.model.ImageServer;
import com.huaweicloud.sdk.workspaceapp.v1.model.ListImageJobsRequest;
import com.huaweicloud.sdk.workspaceapp.v1.model.ListImageServersRequest;
import com.huaweicloud.sdk.workspaceapp.v1.model.ListImageServersResponse;
import com.huaweicloud.sdk.workspaceapp.v1.model.ListImageSubJobsRequest;
import com.huaweicloud.sdk.workspaceapp.v1.model.RecreateServerImageRequest;
import com.huaweicloud.sdk.workspaceapp.v1.model.ShowImageJobRequest;
import com.huaweicloud.sdk.workspaceapp.v1.model.ShowImageJobResponse;
import com.huaweicloud.sdk.workspaceapp.v1.model.ShowImageServerRequest;
import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WorkspaceClientTest {
  private Emulator emulator;
  private WorkspaceAppClient workspace;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
    workspace =
        WorkspaceAppClient.newBuilder()
            .withCredential(
                new BasicCredentials()
                    .withAk("AKTEST")
                    .withSk("SKTEST")
                    .withProjectId("a4da8115c9d8464ead3a38309130523f"))
            .withEndpoints(List.of(emulator.baseUrl() + "/huawei/workspace/ap-southeast-1"))
            .build();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void showsTheDocumentedJob() {
    ShowImageJobResponse job =
        workspace.showImageJob(new ShowImageJobRequest().withJobId("702364883651395584"));

    assertThat(job.getStatus()).isEqualTo(ImageJobStatus.SUCCESS);
    assertThat(job.getBeginTime()).isEqualTo(OffsetDateTime.parse("2024-05-20T10:39:49.61Z"));
    assertThat(job.getSubJobsTotal()).isEqualTo(1);
    assertThat(job.getSubJobs())
        .extracting(subJob -> subJob.getJobResourceInfo().getResourceId())
        .containsExactly("f5d443de-a623-4950-a74d-569fe63c1f7a");
  }

  @Test
  void listsJobsAndSubJobs() {
    List<ImageJobInfo> jobs =
        workspace
            .listImageJobs(
                new ListImageJobsRequest().withJobType("CREATE_SERVER_IMAGE").withLimit(2))
            .getItems();
    List<ImageJobDetailInfo> subJobs =
        workspace
            .listImageSubJobs(
                new ListImageSubJobsRequest()
                    .withJobType("CREATE_SERVER_IMAGE")
                    .withJobId("1117506622048919552"))
            .getItems();

    assertThat(jobs)
        .extracting(ImageJobInfo::getStatus)
        .containsExactly(ImageJobStatus.RUNNING, ImageJobStatus.FAILED);
    assertThat(subJobs)
        .extracting(ImageJobDetailInfo::getStatus)
        .containsExactlyInAnyOrder(
            ImageJobDetailStatus.FAILED,
            ImageJobDetailStatus.ABNORMAL,
            ImageJobDetailStatus.ROLLBACK);
    assertThat(subJobs)
        .allSatisfy(each -> assertThat(each.getJobExecuteInfo().getErrorCode()).isNotEmpty());
  }

  @Test
  void listsAndShowsImageServers() {
    ListImageServersResponse servers =
        workspace.listImageServers(new ListImageServersRequest().withServerName("builder"));

    assertThat(servers.getCount()).isEqualTo(7);
    for (ImageServer server : servers.getItems()) {
      assertThat(server.getImageRef().getImageType()).isNotNull();
      assertThat(server.getAuthorizeAccounts())
          .allSatisfy(account -> assertThat(account.getAccountType()).isNotNull());
      assertThat(
              workspace
                  .showImageServer(new ShowImageServerRequest().withServerId(server.getId()))
                  .getCreateTime())
          .isEqualTo(server.getCreateTime());
    }
  }

  @Test
  void readsRefusals() {
    assertThatThrownBy(() -> workspace.showImageJob(new ShowImageJobRequest().withJobId("1")))
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> {
              assertThat(refused.getHttpStatusCode()).isEqualTo(404);
              assertThat(refused.getErrorCode()).isEqualTo("WKS.00000404");
            });
  }

  @Test
  void makesAnImageAnew() {
    String jobId =
        workspace
            .recreateServerImage(
                new RecreateServerImageRequest()
                    .withServerId("db9bb8be-2f46-4288-9246-1e670eb6c93b")
                    .withBody(new CreateServerImageReq().withName("office").withDescription("d")))
            .getJobId();
    ShowImageJobRequest request = new ShowImageJobRequest().withJobId(jobId);

    assertThat(workspace.showImageJob(request).getStatus()).isEqualTo(ImageJobStatus.WAITING);
    assertThat(workspace.showImageJob(request).getStatus()).isEqualTo(ImageJobStatus.RUNNING);
    assertThat(workspace.showImageJob(request).getStatus()).isEqualTo(ImageJobStatus.RUNNING);
    ShowImageJobResponse ended = workspace.showImageJob(request);
    assertThat(ended.getStatus()).isEqualTo(ImageJobStatus.SUCCESS);
    assertThat(ended.getSubJobs())
        .singleElement()
        .satisfies(
            subJob -> assertThat(subJob.getStatus()).isEqualTo(ImageJobDetailStatus.SUCCESS));
  }

  @Test
  void readsRefusalsOfWrites() {
    RecreateServerImageRequest request =
        new RecreateServerImageRequest()
            .withServerId("nothing")
            .withBody(new CreateServerImageReq().withName("office"));

    assertThatThrownBy(() -> workspace.recreateServerImage(request))
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> assertThat(refused.getErrorCode()).isEqualTo("WKS.00000404"));
  }
}
