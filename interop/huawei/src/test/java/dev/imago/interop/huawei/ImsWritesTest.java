package dev.imago.interop.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.ims.v2.ImsClient;
import com.huaweicloud.sdk.ims.v2.model.BatchAddMembersRequest;
import com.huaweicloud.sdk.ims.v2.model.BatchAddMembersRequestBody;
import com.huaweicloud.sdk.ims.v2.model.BatchDeleteMembersRequest;
import com.huaweicloud.sdk.ims.v2.model.BatchUpdateMembersRequest;
import com.huaweicloud.sdk.ims.v2.model.BatchUpdateMembersRequestBody;
import com.huaweicloud.sdk.ims.v2.model.CopyImageInRegionRequest;
import com.huaweicloud.sdk.ims.v2.model.CopyImageInRegionRequestBody;
import com.huaweicloud.sdk.ims.v2.model.CreateDataImageRequest;
import com.huaweicloud.sdk.ims.v2.model.CreateDataImageRequestBody;
import com.huaweicloud.sdk.ims.v2.model.CreateImageRequest;
import com.huaweicloud.sdk.ims.v2.model.CreateImageRequestBody;
import com.huaweicloud.sdk.ims.v2.model.CreateWholeImageRequest;
import com.huaweicloud.sdk.ims.v2.model.CreateWholeImageRequestBody;
import com.huaweicloud.sdk.ims.v2.model.ExportImageRequest;
import com.huaweicloud.sdk.ims.v2.model.ExportImageRequestBody;
import com.huaweicloud.sdk.ims.v2.model.GlanceAddImageMemberRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceAddImageMemberRequestBody;
import com.huaweicloud.sdk.ims.v2.model.GlanceDeleteImageRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceDeleteImageRequestBody;
import com.huaweicloud.sdk.ims.v2.model.GlanceShowImageRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceShowImageResponse;
import com.huaweicloud.sdk.ims.v2.model.GlanceUpdateImageRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceUpdateImageRequestBody;
import com.huaweicloud.sdk.ims.v2.model.ImportImageQuickRequest;
import com.huaweicloud.sdk.ims.v2.model.QuickImportImageByFileRequestBody;
import com.huaweicloud.sdk.ims.v2.model.RegisterImageRequest;
import com.huaweicloud.sdk.ims.v2.model.RegisterImageRequestBody;
import com.huaweicloud.sdk.ims.v2.model.ShowJobRequest;
import com.huaweicloud.sdk.ims.v2.model.ShowJobResponse;
import com.huaweicloud.sdk.ims.v2.model.TagKeyValue;
import com.huaweicloud.sdk.ims.v2.model.UpdateImageRequest;
import com.huaweicloud.sdk.ims.v2.model.UpdateImageRequestBody;
import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client writes, and signs what it sends: the doors open to nothing else. */
final class ImsWritesTest {
  private static final String PROJECT = "ac234de25c6741d2b1273da49eea1b9e";
  private static final String OWN = "3f7185de-b59a-4bb8-aa1d-7a513528b0e9";
  private static final String QUEUED = "883e364b-7a49-4302-9bc3-cf4634cc1091";
  private static final String FROM_PARTNER = "6596628c-42d4-4ff1-8660-8ea5ae61f243";

  private Emulator emulator;
  private ImsClient ims;

  @BeforeEach
  void start() throws IOException {
    // The client signs with the time of the machine.
    emulator =
        Emulator.start(
            EmulatorConfig.builder().validTokens("none").clock(Clock.systemUTC()).build());
    ims = client("SKTEST");
  }

  private ImsClient client(String secretKey) {
    return ImsClient.newBuilder()
        .withCredential(
            new BasicCredentials().withAk("AKTEST").withSk(secretKey).withProjectId(PROJECT))
        .withEndpoints(List.of(emulator.baseUrl() + "/opentelekom/ims/eu-de"))
        .build();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void makesAnImageOfAServer() {
    String jobId =
        ims.createImage(
                new CreateImageRequest()
                    .withBody(
                        new CreateImageRequestBody()
                            .withName("of a server")
                            .withInstanceId("877a2cda")
                            .withDescription("d")
                            .withImageTags(
                                List.of(new TagKeyValue().withKey("env").withValue("prod")))))
            .getJobId();

    ShowJobResponse job = ended(jobId);
    assertThat(job.getStatus()).isEqualTo(ShowJobResponse.StatusEnum.SUCCESS);
    assertThat(job.getJobType()).isEqualTo("imsCreateImageByInstance");
    GlanceShowImageResponse image = image(job.getEntities().getImageId());
    assertThat(image.getName()).isEqualTo("of a server");
    assertThat(image.getStatus()).isEqualTo(GlanceShowImageResponse.StatusEnum.ACTIVE);
    assertThat(image.getTags()).containsExactly("env=prod");
  }

  @Test
  void makesImagesOfFilesAndBackups() {
    String quick =
        ims.importImageQuick(
                new ImportImageQuickRequest()
                    .withBody(
                        new QuickImportImageByFileRequestBody()
                            .withName("quick")
                            .withOsVersion("Debian GNU/Linux 12 64bit")
                            .withImageUrl("bucket:disk.zvhd2")
                            .withMinDisk(40)))
            .getJobId();
    String data =
        ims.createDataImage(
                new CreateDataImageRequest()
                    .withBody(
                        new CreateDataImageRequestBody()
                            .withName("data")
                            .withImageUrl("bucket:data.qcow2")
                            .withMinDisk(100)))
            .getJobId();
    String whole =
        ims.createWholeImage(
                new CreateWholeImageRequest()
                    .withBody(
                        new CreateWholeImageRequestBody().withName("whole").withBackupId("b-1")))
            .getJobId();

    assertThat(List.of(quick, data, whole))
        .extracting(this::ended)
        .extracting(ShowJobResponse::getStatus)
        .containsOnly(ShowJobResponse.StatusEnum.SUCCESS);
  }

  @Test
  void seesJobsFail() {
    String jobId =
        ims.registerImage(
                new RegisterImageRequest()
                    .withImageId(QUEUED)
                    .withBody(new RegisterImageRequestBody().withImageUrl("bucket:notes.txt")))
            .getJobId();

    ShowJobResponse job = ended(jobId);
    assertThat(job.getStatus()).isEqualTo(ShowJobResponse.StatusEnum.FAIL);
    assertThat(job.getErrorCode()).isEqualTo("IMG.0057");
    assertThat(job.getFailReason()).isNotEmpty();
  }

  @Test
  void copiesAndExportsImages() {
    String copy =
        ims.copyImageInRegion(
                new CopyImageInRegionRequest()
                    .withImageId(OWN)
                    .withBody(new CopyImageInRegionRequestBody().withName("copy")))
            .getJobId();
    String export =
        ims.exportImage(
                new ExportImageRequest()
                    .withImageId(OWN)
                    .withBody(
                        new ExportImageRequestBody()
                            .withBucketUrl("bucket:web.qcow2")
                            .withFileFormat(ExportImageRequestBody.FileFormatEnum.QCOW2)))
            .getJobId();

    assertThat(image(ended(copy).getEntities().getImageId()).getName()).isEqualTo("copy");
    assertThat(ended(export).getEntities().getImageId()).isEqualTo(OWN);
  }

  @Test
  void changesAndDeletesAnImage() {
    assertThat(
            ims.updateImage(
                    new UpdateImageRequest()
                        .withImageId(OWN)
                        .withBody(
                            List.of(
                                new UpdateImageRequestBody()
                                    .withOp(UpdateImageRequestBody.OpEnum.REPLACE)
                                    .withPath("/name")
                                    .withValue("renamed"),
                                new UpdateImageRequestBody()
                                    .withOp(UpdateImageRequestBody.OpEnum.REPLACE)
                                    .withPath("/min_ram")
                                    .withValue("2048"))))
                .getMinRam())
        .isEqualTo(2048);
    assertThat(
            ims.glanceUpdateImage(
                    new GlanceUpdateImageRequest()
                        .withImageId(OWN)
                        .withBody(
                            List.of(
                                new GlanceUpdateImageRequestBody()
                                    .withOp(GlanceUpdateImageRequestBody.OpEnum.REPLACE)
                                    .withPath("/name")
                                    .withValue("again"))))
                .getName())
        .isEqualTo("again");

    ims.glanceDeleteImage(
        new GlanceDeleteImageRequest()
            .withImageId(OWN)
            .withBody(new GlanceDeleteImageRequestBody().withDeleteBackup(false)));

    assertThatThrownBy(() -> image(OWN))
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> assertThat(refused.getHttpStatusCode()).isEqualTo(404));
  }

  @Test
  void sharesImages() {
    BatchAddMembersRequestBody body =
        new BatchAddMembersRequestBody().withImages(List.of(OWN)).withProjects(List.of("p-1"));
    String added = ims.batchAddMembers(new BatchAddMembersRequest().withBody(body)).getJobId();
    assertThat(ended(added).getStatus()).isEqualTo(ShowJobResponse.StatusEnum.SUCCESS);
    String removed =
        ims.batchDeleteMembers(new BatchDeleteMembersRequest().withBody(body)).getJobId();
    assertThat(ended(removed).getJobType()).isEqualTo("imsDelImageMembersJob");
    String answered =
        ims.batchUpdateMembers(
                new BatchUpdateMembersRequest()
                    .withBody(
                        new BatchUpdateMembersRequestBody()
                            .withImages(List.of(FROM_PARTNER))
                            .withProjectId(PROJECT)
                            .withStatus(BatchUpdateMembersRequestBody.StatusEnum.REJECTED)))
            .getJobId();
    assertThat(ended(answered).getJobType()).isEqualTo("imsUpdateImageMembersJob");

    assertThat(
            ims.glanceAddImageMember(
                    new GlanceAddImageMemberRequest()
                        .withImageId(OWN)
                        .withBody(new GlanceAddImageMemberRequestBody().withMember("p-2")))
                .getMemberId())
        .isEqualTo("p-2");
  }

  @Test
  void readsRefusals() {
    CopyImageInRegionRequest request =
        new CopyImageInRegionRequest()
            .withImageId(FROM_PARTNER)
            .withBody(new CopyImageInRegionRequestBody().withName("copy"));

    assertThatThrownBy(() -> ims.copyImageInRegion(request))
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> assertThat(refused.getErrorCode()).isEqualTo("IMG.0047"));
    assertThatThrownBy(() -> client("SKOTHER").copyImageInRegion(request))
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> {
              assertThat(refused.getHttpStatusCode()).isEqualTo(401);
              assertThat(refused.getErrorCode()).isEqualTo("APIGW.0301");
              assertThat(refused.getErrorMsg()).contains("verify aksk signature fail");
            });
  }

  /** A job goes on when it is looked at. */
  private ShowJobResponse ended(String jobId) {
    ShowJobResponse job = ims.showJob(new ShowJobRequest().withJobId(jobId));
    for (int i = 0; i < 5 && job.getEndTime() == null; i++) {
      job = ims.showJob(new ShowJobRequest().withJobId(jobId));
    }
    assertThat(job.getEndTime()).isNotNull();
    return job;
  }

  private GlanceShowImageResponse image(String id) {
    return ims.glanceShowImage(new GlanceShowImageRequest().withImageId(id));
  }
}
