package dev.imago.interop.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.rpc.NotFoundException;
import com.google.api.gax.rpc.PermissionDeniedException;
import com.google.cloud.compute.v1.DisksClient;
import com.google.cloud.compute.v1.DisksScopedList;
import com.google.cloud.compute.v1.DisksSettings;
import com.google.cloud.compute.v1.Image;
import com.google.cloud.compute.v1.ImagesClient;
import com.google.cloud.compute.v1.ImagesSettings;
import com.google.cloud.compute.v1.ListImagesRequest;
import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ComputeClientTest {
  private Emulator emulator;
  private ImagesClient images;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
    images =
        ImagesClient.create(
            ImagesSettings.newBuilder()
                .setCredentialsProvider(NoCredentialsProvider.create())
                .setEndpoint(emulator.baseUrl())
                .build());
  }

  @AfterEach
  void stop() {
    images.close();
    emulator.close();
  }

  @Test
  void pagesThroughImages() {
    ListImagesRequest request =
        ListImagesRequest.newBuilder().setProject("coreos-cloud").setMaxResults(30).build();

    assertThat(images.list(request).iterateAll()).hasSize(78);
    assertThat(emulator.requests().all()).hasSize(3);
  }

  @Test
  void filters() {
    ListImagesRequest request =
        ListImagesRequest.newBuilder()
            .setProject("acme-prod")
            .setFilter("name eq db-.*")
            .setReturnPartialSuccess(true)
            .build();

    assertThat(images.list(request).iterateAll())
        .extracting(Image::getName)
        .containsExactly("db-golden", "db-golden-arm");
  }

  @Test
  void getsAnImageAndTheNewestOfItsFamily() {
    Image image = images.get("acme-prod", "web-base-v1");

    assertThat(image.getDeprecated().getState()).isEqualTo("OBSOLETE");
    assertThat(image.getArchiveSizeBytes()).isEqualTo(1_287_651_328L);
    assertThat(images.getFromFamily("acme-prod", "web-base").getName()).isEqualTo("web-base-v3");
  }

  @Test
  void readsErrors() {
    assertThatThrownBy(() -> images.get("acme-prod", "nope"))
        .isInstanceOf(NotFoundException.class)
        .hasStackTraceContaining(
            "The resource 'projects/acme-prod/global/images/nope' was not found");
    assertThatThrownBy(() -> images.list("acme-locked"))
        .isInstanceOf(PermissionDeniedException.class);
  }

  @Test
  void readsDisksOfAllZones() throws IOException {
    DisksSettings settings =
        DisksSettings.newBuilder()
            .setCredentialsProvider(NoCredentialsProvider.create())
            .setEndpoint(emulator.baseUrl())
            .build();
    Map<String, Integer> sizes = new HashMap<>();
    try (DisksClient disks = DisksClient.create(settings)) {
      for (Map.Entry<String, DisksScopedList> scope :
          disks.aggregatedList("acme-prod").iterateAll()) {
        sizes.put(scope.getKey(), scope.getValue().getDisksCount());
      }
    }

    assertThat(sizes)
        .containsEntry("zones/us-east1-b", 3)
        .containsEntry("regions/us-central1", 1)
        .containsEntry("regions/us-east1", 0);
  }
}
