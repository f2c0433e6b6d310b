package dev.imago.interop.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.compute.Compute;
import com.google.api.services.compute.model.DeprecationStatus;
import com.google.api.services.compute.model.GlobalSetLabelsRequest;
import com.google.api.services.compute.model.GuestOsFeature;
import com.google.api.services.compute.model.Image;
import com.google.api.services.compute.model.Operation;
import dev.imago.emulator.Emulator;
import dev.imago.emulator.state.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The writes of Google's REST client, which gzips bodies and sends PATCH as a POST. */
final class RestWritesTest {
  private static final String PROJECT = "acme-prod";
  private static final String REQUEST_ID = "6f1c1f9e-30b3-4f5e-9d51-0d3a1e1c7a01";

  private Emulator emulator;
  private Compute compute;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
    compute = compute("compute/v1/");
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource({"compute/v1/", "compute/beta/"})
  void insertsAnImage(String servicePath) throws IOException {
    Compute called = compute(servicePath);
    Operation pending =
        called
            .images()
            .insert(PROJECT, image())
            .setRequestId(REQUEST_ID)
            .setForceCreate(true)
            .execute();

    assertThat(pending.getStatus()).isEqualTo("PENDING");
    assertThat(pending.getClientOperationId()).isEqualTo(REQUEST_ID);
    assertThat(pending.getTargetLink()).contains("/" + servicePath + "projects/acme-prod/global/");
    Operation done = called.globalOperations().wait(PROJECT, pending.getName()).execute();
    assertThat(done.getStatus()).isEqualTo("DONE");
    assertThat(done.getError()).isNull();
    Image made = called.images().get(PROJECT, "made").execute();
    assertThat(made.getStatus()).isEqualTo("READY");
    assertThat(made.getId()).isEqualTo(done.getTargetId());
    assertThat(made.getLabels()).isEqualTo(Map.of("env", "test"));
    assertThat(made.getGuestOsFeatures())
        .extracting(GuestOsFeature::getType)
        .containsExactly("GVNIC");
    assertThat(made.getRawDisk().getSource()).startsWith("https://storage.googleapis.com/");
  }

  @Test
  void insertsOnceForARequestId() throws IOException {
    Compute.Images.Insert insert =
        compute.images().insert(PROJECT, image()).setRequestId(REQUEST_ID);

    assertThat(insert.execute().getName()).isEqualTo(insert.execute().getName());
    assertThatThrownBy(() -> compute.images().insert(PROJECT, image()).execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            taken -> {
              assertThat(taken.getStatusCode()).isEqualTo(409);
              assertThat(taken.getDetails().getErrors().get(0).getReason())
                  .isEqualTo("alreadyExists");
            });
  }

  @Test
  void readsTheErrorOfAnOperation() throws IOException {
    emulator
        .outcomes()
        .script(
            "projects/acme-prod/global/images/made",
            Outcome.failure(403, "QUOTA_EXCEEDED", "Quota 'IMAGES' exceeded."));

    String name = compute.images().insert(PROJECT, image()).execute().getName();
    Operation failed = compute.globalOperations().wait(PROJECT, name).execute();

    assertThat(failed.getError().getErrors().get(0).getCode()).isEqualTo("QUOTA_EXCEEDED");
    assertThat(failed.getHttpErrorStatusCode()).isEqualTo(403);
  }

  @Test
  void patchesDeprecatesAndLabels() throws IOException {
    Image before = compute.images().get(PROJECT, "db-golden").execute();

    assertThat(
            compute
                .images()
                .patch(PROJECT, "db-golden", new Image().setFamily("newer"))
                .execute()
                .getOperationType())
        .isEqualTo("patch");
    compute
        .images()
        .deprecate(PROJECT, "db-golden", new DeprecationStatus().setState("DEPRECATED"))
        .execute();
    GlobalSetLabelsRequest labels =
        new GlobalSetLabelsRequest()
            .setLabels(Map.of("team", "blue"))
            .setLabelFingerprint(before.getLabelFingerprint());
    compute.images().setLabels(PROJECT, "db-golden", labels).execute();
    Image after = compute.images().get(PROJECT, "db-golden").execute();

    assertThat(after.getFamily()).isEqualTo("newer");
    assertThat(after.getDescription()).isEqualTo(before.getDescription());
    assertThat(after.getDeprecated().getState()).isEqualTo("DEPRECATED");
    assertThat(after.getLabels()).isEqualTo(Map.of("team", "blue"));
    compute.images().deprecate(PROJECT, "db-golden", new DeprecationStatus()).execute();
    assertThat(compute.images().get(PROJECT, "db-golden").execute().getDeprecated()).isNull();
    assertThatThrownBy(() -> compute.images().setLabels(PROJECT, "db-golden", labels).execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            stale -> {
              assertThat(stale.getStatusCode()).isEqualTo(412);
              assertThat(stale.getDetails().getErrors().get(0).getReason())
                  .isEqualTo("conditionNotMet");
            });
  }

  @Test
  void deletesImagesMachineImagesAndOperations() throws IOException {
    Operation image = compute.images().delete(PROJECT, "db-golden").execute();
    Operation machine = compute.machineImages().delete(PROJECT, "web-machine").execute();

    for (Operation operation : List.of(image, machine)) {
      assertThat(
              compute.globalOperations().wait(PROJECT, operation.getName()).execute().getStatus())
          .isEqualTo("DONE");
      compute.globalOperations().delete(PROJECT, operation.getName()).execute();
    }
    assertThatThrownBy(() -> compute.images().get(PROJECT, "db-golden").execute())
        .isInstanceOf(GoogleJsonResponseException.class)
        .hasMessageContaining("404");
    assertThatThrownBy(() -> compute.globalOperations().get(PROJECT, image.getName()).execute())
        .isInstanceOf(GoogleJsonResponseException.class)
        .hasMessageContaining("404");
  }

  private static Image image() {
    return new Image()
        .setName("made")
        .setFamily("fresh")
        .setLabels(Map.of("env", "test"))
        .setDiskSizeGb(20L)
        .setGuestOsFeatures(List.of(new GuestOsFeature().setType("GVNIC")))
        .setRawDisk(
            new Image.RawDisk().setSource("https://storage.googleapis.com/acme/disk.tar.gz"));
  }

  private Compute compute(String servicePath) {
    return new Compute.Builder(
            new NetHttpTransport(), GsonFactory.getDefaultInstance(), request -> {})
        .setRootUrl(emulator.baseUrl() + "/")
        .setServicePath(servicePath)
        .setApplicationName("interop")
        .build();
  }
}
