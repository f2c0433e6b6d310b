package dev.imago.interop.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.longrunning.OperationTimedPollAlgorithm;
import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.rpc.AbortedException;
import com.google.api.gax.rpc.InvalidArgumentException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.cloud.location.ListLocationsRequest;
import com.google.cloud.vmmigration.v1.CancelImageImportJobRequest;
import com.google.cloud.vmmigration.v1.ComputeEngineLicenseType;
import com.google.cloud.vmmigration.v1.DiskImageTargetDetails;
import com.google.cloud.vmmigration.v1.ImageImport;
import com.google.cloud.vmmigration.v1.ImageImportJob;
import com.google.cloud.vmmigration.v1.ImageImportJobName;
import com.google.cloud.vmmigration.v1.ImageImportName;
import com.google.cloud.vmmigration.v1.ImageImportOsAdaptationParameters;
import com.google.cloud.vmmigration.v1.ListImageImportJobsRequest;
import com.google.cloud.vmmigration.v1.LocationName;
import com.google.cloud.vmmigration.v1.TargetProjectName;
import com.google.cloud.vmmigration.v1.VmMigrationClient;
import com.google.cloud.vmmigration.v1.VmMigrationSettings;
import com.google.longrunning.Operation;
import com.google.protobuf.util.Timestamps;
import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MigrationClientTest {
  private static final ImageImportName DEBIAN =
      ImageImportName.of("acme-prod", "us-central1", "import-debian");

  private Emulator emulator;
  private VmMigrationClient client;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
    VmMigrationSettings.Builder settings = VmMigrationSettings.newHttpJsonBuilder();
    settings.setCredentialsProvider(NoCredentialsProvider.create()).setEndpoint(emulator.baseUrl());
    settings
        .cancelImageImportJobOperationSettings()
        .setPollingAlgorithm(OperationTimedPollAlgorithm.create(quickly()));
    settings
        .createImageImportOperationSettings()
        .setPollingAlgorithm(OperationTimedPollAlgorithm.create(quickly()));
    settings
        .deleteImageImportOperationSettings()
        .setPollingAlgorithm(OperationTimedPollAlgorithm.create(quickly()));
    client = VmMigrationClient.create(settings.build());
  }

  @AfterEach
  void stop() {
    client.close();
    emulator.close();
  }

  @Test
  void listsLocationsImportsAndJobs() {
    assertThat(
            client
                .listLocations(
                    ListLocationsRequest.newBuilder().setName("projects/acme-prod").build())
                .iterateAll())
        .hasSize(2);
    assertThat(client.listImageImports(LocationName.of("acme-prod", "us-central1")).iterateAll())
        .extracting(ImageImport::getName)
        .contains(DEBIAN.toString());
    assertThat(client.listImageImportJobs(DEBIAN).iterateAll())
        .extracting(ImageImportJob::getState)
        .containsExactly(
            ImageImportJob.State.FAILED,
            ImageImportJob.State.RUNNING,
            ImageImportJob.State.SUCCEEDED);
  }

  @Test
  void pagesAndFilters() {
    ListImageImportJobsRequest paged =
        ListImageImportJobsRequest.newBuilder().setParent(DEBIAN.toString()).setPageSize(1).build();
    ListImageImportJobsRequest filtered =
        ListImageImportJobsRequest.newBuilder()
            .setParent(DEBIAN.toString())
            .setFilter("state = FAILED")
            .setOrderBy("name")
            .build();

    assertThat(client.listImageImportJobs(paged).iterateAll()).hasSize(3);
    assertThat(client.listImageImportJobs(filtered).iterateAll()).hasSize(1);
  }

  @Test
  void readsAJobInFull() {
    ImageImportJob job = client.getImageImportJob(job("job-succeeded"));

    assertThat(job.getStepsList()).hasSize(4);
    assertThat(job.getSteps(0).hasInitializing()).isTrue();
    assertThat(Timestamps.toString(job.getCreateTime()))
        .isEqualTo("2026-05-21T06:00:01.000000001Z");
    assertThat(job.getDiskImageTargetDetails().getImageName()).isEqualTo("debian-imported");
    assertThat(client.getImageImportJob(job("job-failed")).getErrors(0).getCode()).isEqualTo(9);
  }

  @Test
  void readsErrors() {
    assertThatThrownBy(() -> client.getImageImportJob(job("nope")))
        .isInstanceOf(NotFoundException.class)
        .hasStackTraceContaining("imageImportJobs/nope' was not found");
    assertThatThrownBy(() -> client.cancelImageImportJobCallable().call(cancel("job-failed")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasStackTraceContaining("FAILED_PRECONDITION");
  }

  @Test
  void cancelsAJobAndWaitsForIt() throws Exception {
    client.cancelImageImportJobAsync(job("job-running")).get(30, TimeUnit.SECONDS);

    assertThat(client.getImageImportJob(job("job-running")).getState())
        .isEqualTo(ImageImportJob.State.CANCELLED);
  }

  @Test
  void createsAnImportWaitsForItAndDeletesIt() throws Exception {
    ImageImport wanted =
        ImageImport.newBuilder()
            .setCloudStorageUri("gs://acme/disk.vmdk")
            .setDiskImageTargetDefaults(
                DiskImageTargetDetails.newBuilder()
                    .setImageName("imported")
                    .setTargetProject(
                        TargetProjectName.of("acme-prod", "global", "acme-dev").toString())
                    .putLabels("env", "test")
                    .setOsAdaptationParameters(
                        ImageImportOsAdaptationParameters.newBuilder()
                            .setLicenseType(
                                ComputeEngineLicenseType.COMPUTE_ENGINE_LICENSE_TYPE_BYOL)))
            .build();
    LocationName parent = LocationName.of("acme-prod", "us-central1");

    ImageImport made =
        client.createImageImportAsync(parent, wanted, "made").get(30, TimeUnit.SECONDS);

    assertThat(made.getName()).endsWith("/locations/us-central1/imageImports/made");
    assertThat(made.getDiskImageTargetDefaults()).isEqualTo(wanted.getDiskImageTargetDefaults());
    ImageImport read = client.getImageImport(made.getName());
    assertThat(read.getRecentImageImportJobsList())
        .singleElement()
        .extracting(ImageImportJob::getState)
        .isEqualTo(ImageImportJob.State.PENDING);
    assertThatThrownBy(() -> client.createImageImportAsync(parent, wanted, "made").get())
        // The client takes every 409 for ABORTED.
        .hasCauseInstanceOf(AbortedException.class)
        .hasStackTraceContaining("ALREADY_EXISTS");
    client.deleteImageImportAsync(made.getName()).get(30, TimeUnit.SECONDS);
    assertThatThrownBy(() -> client.getImageImport(made.getName()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void cancelsAndForgetsOperations() {
    String running =
        client
            .getHttpJsonOperationsClient()
            .listOperations("projects/acme-prod/locations/us-central1", "NOT done = true")
            .iterateAll()
            .iterator()
            .next()
            .getName();

    client.getHttpJsonOperationsClient().cancelOperation(running);
    client.getHttpJsonOperationsClient().getOperation(running);
    assertThat(client.getHttpJsonOperationsClient().getOperation(running).getError().getCode())
        .isEqualTo(1);
    client.getHttpJsonOperationsClient().deleteOperation(running);
    assertThatThrownBy(() -> client.getHttpJsonOperationsClient().getOperation(running))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void readsOperations() {
    assertThat(
            client
                .getHttpJsonOperationsClient()
                .listOperations("projects/acme-prod/locations/us-central1", "done = true")
                .iterateAll())
        .hasSize(2)
        .allMatch(Operation::getDone);
    assertThat(
            client
                .getHttpJsonOperationsClient()
                .listOperations("projects/acme-prod/locations/europe-west1", "")
                .iterateAll())
        .extracting(operation -> operation.getError().getCode())
        .containsExactlyInAnyOrder(0, 0, 7);
  }

  private static ImageImportJobName job(String name) {
    return ImageImportJobName.of("acme-prod", "us-central1", "import-debian", name);
  }

  private static CancelImageImportJobRequest cancel(String job) {
    return CancelImageImportJobRequest.newBuilder().setName(job(job).toString()).build();
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
