package dev.imago.interop.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.longrunning.OperationTimedPollAlgorithm;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.rpc.AbortedException;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.compute.v1.DeleteImageRequest;
import com.google.cloud.compute.v1.DeprecateImageRequest;
import com.google.cloud.compute.v1.DeprecationStatus;
import com.google.cloud.compute.v1.GlobalSetLabelsRequest;
import com.google.cloud.compute.v1.Image;
import com.google.cloud.compute.v1.ImagesClient;
import com.google.cloud.compute.v1.ImagesSettings;
import com.google.cloud.compute.v1.InsertImageRequest;
import com.google.cloud.compute.v1.Operation;
import com.google.cloud.compute.v1.PatchImageRequest;
import com.google.cloud.compute.v1.SetLabelsImageRequest;
import dev.imago.emulator.Emulator;
import dev.imago.emulator.state.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writes of Google's generated client, which polls the operations itself. */
final class ComputeWritesTest {
  private static final String PROJECT = "acme-prod";

  private Emulator emulator;
  private ImagesClient images;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
    ImagesSettings.Builder settings = ImagesSettings.newBuilder();
    settings.setCredentialsProvider(NoCredentialsProvider.create()).setEndpoint(emulator.baseUrl());
    OperationTimedPollAlgorithm quickly = OperationTimedPollAlgorithm.create(quickly());
    settings.insertOperationSettings().setPollingAlgorithm(quickly);
    settings.patchOperationSettings().setPollingAlgorithm(quickly);
    settings.deprecateOperationSettings().setPollingAlgorithm(quickly);
    settings.setLabelsOperationSettings().setPollingAlgorithm(quickly);
    settings.deleteOperationSettings().setPollingAlgorithm(quickly);
    images = ImagesClient.create(settings.build());
  }

  @AfterEach
  void stop() {
    images.close();
    emulator.close();
  }

  @Test
  void insertsAnImageAndWaitsForIt() throws Exception {
    InsertImageRequest request =
        InsertImageRequest.newBuilder()
            .setProject(PROJECT)
            .setRequestId("6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a01")
            .setForceCreate(true)
            .setImageResource(
                Image.newBuilder()
                    .setName("made")
                    .setSourceDisk("zones/us-central1-a/disks/web-1")
                    .putLabels("env", "test"))
            .build();

    Operation done = images.insertAsync(request).get(30, TimeUnit.SECONDS);

    assertThat(done.getStatus()).isEqualTo(Operation.Status.DONE);
    assertThat(done.getProgress()).isEqualTo(100);
    Image made = images.get(PROJECT, "made");
    assertThat(made.getStatus()).isEqualTo("READY");
    assertThat(made.getLabelsMap()).isEqualTo(Map.of("env", "test"));
    assertThat(made.getId()).isEqualTo(done.getTargetId());
    assertThat(made.getDiskSizeGb()).isEqualTo(20);
    assertThat(emulator.requests().by("POST")).hasSize(1);
    assertThatThrownBy(
            () -> images.insertCallable().call(request.toBuilder().clearRequestId().build()))
        // The client takes every 409 for ABORTED.
        .isInstanceOf(AbortedException.class)
        .hasStackTraceContaining("/images/made' already exists");
  }

  @Test
  void throwsTheErrorOfAnOperation() {
    emulator
        .outcomes()
        .script(
            "projects/acme-prod/global/images/db-golden",
            Outcome.failure(403, "QUOTA_EXCEEDED", "Quota exceeded."));

    assertThatThrownBy(() -> images.deleteAsync(PROJECT, "db-golden").get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ApiException.class)
        .hasStackTraceContaining("FORBIDDEN");
    assertThat(images.get(PROJECT, "db-golden").getStatus()).isEqualTo("READY");
  }

  @Test
  void patchesDeprecatesLabelsAndDeletes() throws Exception {
    images
        .patchAsync(
            PatchImageRequest.newBuilder()
                .setProject(PROJECT)
                .setImage("db-golden")
                .setImageResource(Image.newBuilder().setDescription("Changed"))
                .build())
        .get(30, TimeUnit.SECONDS);
    images
        .deprecateAsync(
            DeprecateImageRequest.newBuilder()
                .setProject(PROJECT)
                .setImage("db-golden")
                .setDeprecationStatusResource(DeprecationStatus.newBuilder().setState("OBSOLETE"))
                .build())
        .get(30, TimeUnit.SECONDS);
    SetLabelsImageRequest labels =
        SetLabelsImageRequest.newBuilder()
            .setProject(PROJECT)
            .setResource("db-golden")
            .setGlobalSetLabelsRequestResource(
                GlobalSetLabelsRequest.newBuilder()
                    .putLabels("team", "blue")
                    .setLabelFingerprint(images.get(PROJECT, "db-golden").getLabelFingerprint()))
            .build();
    images.setLabelsAsync(labels).get(30, TimeUnit.SECONDS);
    Image changed = images.get(PROJECT, "db-golden");

    assertThat(changed.getDescription()).isEqualTo("Changed");
    assertThat(changed.getDeprecated().getState()).isEqualTo("OBSOLETE");
    assertThat(changed.getLabelsMap()).isEqualTo(Map.of("team", "blue"));
    assertThatThrownBy(() -> images.setLabelsCallable().call(labels))
        .isInstanceOfSatisfying(
            ApiException.class,
            stale -> assertThat(stale.getStatusCode().getTransportCode()).isEqualTo(412));
    images
        .deleteAsync(
            DeleteImageRequest.newBuilder().setProject(PROJECT).setImage("db-golden").build())
        .get(30, TimeUnit.SECONDS);
    assertThat(images.list(PROJECT).iterateAll())
        .extracting(Image::getName)
        .doesNotContain("db-golden")
        .isNotEmpty();
  }

  private static RetrySettings quickly() {
    return RetrySettings.newBuilder()
        .setInitialRetryDelayDuration(Duration.ofMillis(5))
        .setRetryDelayMultiplier(1.0)
        .setMaxRetryDelayDuration(Duration.ofMillis(5))
        .setTotalTimeoutDuration(Duration.ofSeconds(30))
        .build();
  }
}
