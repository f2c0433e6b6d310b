package dev.imago.interop.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.ims.v2.ImsClient;
import com.huaweicloud.sdk.ims.v2.model.GlanceListImageMembersRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceListImagesRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceListImagesResponse;
import com.huaweicloud.sdk.ims.v2.model.GlanceShowImageRequest;
import com.huaweicloud.sdk.ims.v2.model.ImageInfo;
import com.huaweicloud.sdk.ims.v2.model.JobEntities;
import com.huaweicloud.sdk.ims.v2.model.ListImagesRequest;
import com.huaweicloud.sdk.ims.v2.model.QuotaInfo;
import com.huaweicloud.sdk.ims.v2.model.ShowImageQuotaRequest;
import com.huaweicloud.sdk.ims.v2.model.ShowJobProgressRequest;
import com.huaweicloud.sdk.ims.v2.model.ShowJobRequest;
import com.huaweicloud.sdk.ims.v2.model.ShowJobResponse;
import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ImsClientTest {
  private static final String FAILED = "e5e8a7d5e34d9b6b3ce7d8ca910e1a45";
  private static final String OVA = "40fd539fbe57094338858812abf7f57f";

  private Emulator emulator;
  private ImsClient huawei;
  private ImsClient openTelekom;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
    huawei = client("a4da8115c9d8464ead3a38309130523f", "/huawei/ims/ap-southeast-1");
    openTelekom = client("ac234de25c6741d2b1273da49eea1b9e", "/opentelekom/ims/eu-de");
  }

  private ImsClient client(String project, String path) {
    return ImsClient.newBuilder()
        .withCredential(
            new BasicCredentials().withAk("AKTEST").withSk("SKTEST").withProjectId(project))
        .withEndpoints(List.of(emulator.baseUrl() + path))
        .build();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void pagesByMarkerInBothClouds() {
    assertThat(names(huawei)).hasSize(10).contains("cad-workstation", "partner-kiosk");
    assertThat(names(openTelekom)).hasSize(14).contains("secrets-vault", "partner-appliance");
  }

  private static List<String> names(ImsClient client) {
    List<String> names = new ArrayList<>();
    ListImagesRequest request = new ListImagesRequest().withLimit(4);
    List<ImageInfo> page = client.listImages(request).getImages();
    while (!page.isEmpty()) {
      page.forEach(image -> names.add(image.getName()));
      request.withMarker(page.get(page.size() - 1).getId());
      page = client.listImages(request).getImages();
    }
    return names;
  }

  @Test
  void filters() {
    ListImagesRequest request =
        new ListImagesRequest()
            .withImagetype(ListImagesRequest.ImagetypeEnum.GOLD)
            .withVisibility(ListImagesRequest.VisibilityEnum.PUBLIC)
            .withProtected(true)
            .withCreatedAt("gte:2026-05-18T02:20:00Z");

    assertThat(huawei.listImages(request).getImages())
        .singleElement()
        .satisfies(
            image -> {
              assertThat(image.getPlatform().getValue()).isEqualTo("Huawei Cloud EulerOS");
              assertThat(image.getSupportArm()).isEqualTo(ImageInfo.SupportArmEnum.TRUE);
              assertThat(image.getImageSize()).isEqualTo("1358954496");
              assertThat(image.getOsShutdownTimeout()).isEqualTo("60");
            });
  }

  @Test
  void readsImagesAsGlanceHasThem() {
    GlanceListImagesResponse page =
        openTelekom.glanceListImages(new GlanceListImagesRequest().withLimit(5));

    assertThat(page.getImages()).hasSize(5);
    assertThat(page.getNext()).startsWith("/opentelekom/ims/eu-de/v2/images?limit=5&marker=");
    assertThat(
            openTelekom
                .glanceShowImage(
                    new GlanceShowImageRequest()
                        .withImageId("3f7185de-b59a-4bb8-aa1d-7a513528b0e9"))
                .getTags())
        .containsExactly("env=prod", "team=web");
    assertThat(
            openTelekom
                .glanceListImageMembers(
                    new GlanceListImageMembersRequest()
                        .withImageId("30e55148-deb9-4923-adb9-91618de16ba0"))
                .getMembers())
        .hasSize(3);
  }

  @Test
  void readsJobs() {
    ShowJobResponse job = huawei.showJob(new ShowJobRequest().withJobId(FAILED));
    JobEntities entities = job.getEntities();

    assertThat(job.getStatus()).isEqualTo(ShowJobResponse.StatusEnum.FAIL);
    assertThat(job.getErrorCode()).isEqualTo("IMG.0057");
    assertThat(entities.getProcessPercent()).isEqualTo(75.0);
    assertThat(entities.getAdditionErrorCode()).isEqualTo("IMG.1101");
    assertThat(entities.getAlarmCode()).isEqualTo("IMS_IMPORT_FILE");
    assertThat(
            huawei
                .showJobProgress(new ShowJobProgressRequest().withJobId(OVA))
                .getEntities()
                .getSubJobId())
        .hasSize(32);
    assertThat(
            openTelekom
                .showJob(new ShowJobRequest().withJobId("9a175ac792fa12d201930031febf2bdd"))
                .getEntities()
                .getSubJobsResult())
        .hasSize(1);
  }

  @Test
  void readsQuotas() {
    assertThat(openTelekom.showImageQuota(new ShowImageQuotaRequest()).getQuotas().getResources())
        .extracting(QuotaInfo::getUsed)
        .containsExactly(10, 1, 3);
  }

  @Test
  void readsRefusals() {
    assertThatThrownBy(() -> huawei.showJob(new ShowJobRequest().withJobId("nothing")))
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> {
              assertThat(refused.getHttpStatusCode()).isEqualTo(400);
              assertThat(refused.getErrorCode()).isEqualTo("IMG.0023");
            });
    assertThatThrownBy(
            () -> huawei.glanceShowImage(new GlanceShowImageRequest().withImageId("nothing")))
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> assertThat(refused.getHttpStatusCode()).isEqualTo(404));
  }
}
