package dev.imago.interop.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.RequestInfo;
import com.google.rpc.Status;
import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yandex.cloud.api.compute.v1.DiskOuterClass.Disk;
import yandex.cloud.api.compute.v1.DiskServiceOuterClass.ListDisksResponse;
import yandex.cloud.api.compute.v1.DiskTypeOuterClass.DiskType;
import yandex.cloud.api.compute.v1.DiskTypeServiceOuterClass.ListDiskTypesResponse;
import yandex.cloud.api.compute.v1.ImageOuterClass.Image;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.DeleteImageMetadata;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.ListImageOperationsResponse;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.ListImagesResponse;
import yandex.cloud.api.compute.v1.SnapshotOuterClass.Snapshot;
import yandex.cloud.api.compute.v1.SnapshotServiceOuterClass.ListSnapshotsResponse;
import yandex.cloud.api.compute.v1.ZoneOuterClass.Zone;
import yandex.cloud.api.compute.v1.ZoneServiceOuterClass.ListZonesResponse;
import yandex.cloud.api.operation.OperationOuterClass.Operation;
import yandex.cloud.api.resourcemanager.v1.CloudOuterClass.Cloud;
import yandex.cloud.api.resourcemanager.v1.CloudServiceOuterClass.ListCloudsResponse;
import yandex.cloud.api.resourcemanager.v1.FolderOuterClass.Folder;
import yandex.cloud.api.resourcemanager.v1.FolderServiceOuterClass.ListFoldersResponse;

/** Every answer is the JSON of its message, and every resource answers by its id as in its list. */
final class AnswersTest {
  private static final List<String> FOLDERS =
      List.of("b1gfolderprod", "b1gfolderdev", "standard-images");

  private final JsonOracle oracle = new JsonOracle();
  private Emulator emulator;
  private RestCaller rest;

  @BeforeEach
  void start() throws IOException {
    emulator = Emulator.demo();
    rest = RestCaller.at(emulator.baseUrl());
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void readsImages() throws Exception {
    List<Image> images = new ArrayList<>();
    for (String folder : FOLDERS) {
      images.addAll(
          pages(
              "/compute/v1/images?folderId=" + folder,
              ListImagesResponse.getDefaultInstance(),
              ListImagesResponse::getImagesList,
              ListImagesResponse::getNextPageToken));
    }

    assertThat(images).hasSize(28);
    assertThat(oracle.unknown()).containsExactly("images[].size");
    for (Image image : images) {
      assertThat(read("/compute/v1/images/" + image.getId(), Image.getDefaultInstance()))
          .isEqualTo(image);
    }
    DemoCoverage.check(images);
    assertThat(images)
        .extracting(Image::getStatus)
        .contains(Image.Status.CREATING, Image.Status.READY)
        .contains(Image.Status.ERROR, Image.Status.DELETING);
  }

  @Test
  void readsTheLatestOfEachFamily() throws Exception {
    List<Image> images =
        read("/compute/v1/images?folderId=standard-images", ListImagesResponse.getDefaultInstance())
            .getImagesList();
    for (String family : images.stream().map(Image::getFamily).collect(Collectors.toSet())) {
      Image latest =
          read(
              "/compute/v1/images:latestByFamily?folderId=standard-images&family=" + family,
              Image.getDefaultInstance());
      assertThat(images)
          .filteredOn(image -> image.getFamily().equals(family))
          .allMatch(
              image -> image.getCreatedAt().getSeconds() <= latest.getCreatedAt().getSeconds())
          .contains(latest);
    }
  }

  @Test
  void readsOperations() throws Exception {
    List<Operation> operations = new ArrayList<>();
    for (String folder : FOLDERS) {
      String list = "/compute/v1/images?folderId=" + folder;
      for (Image image : read(list, ListImagesResponse.getDefaultInstance()).getImagesList()) {
        operations.addAll(
            pages(
                "/compute/v1/images/" + image.getId() + "/operations?",
                ListImageOperationsResponse.getDefaultInstance(),
                ListImageOperationsResponse::getOperationsList,
                ListImageOperationsResponse::getNextPageToken));
      }
    }

    assertThat(operations).hasSize(10);
    for (Operation operation : operations) {
      assertThat(read("/operations/" + operation.getId(), Operation.getDefaultInstance()))
          .isEqualTo(operation);
      boolean hasResult = operation.hasError() || operation.hasResponse();
      assertThat(hasResult || !operation.getDone()).as(operation.toString()).isTrue();
      assertThat(operation.getMetadata()).isNotEqualTo(Any.getDefaultInstance());
    }
    assertThat(operations).anyMatch(each -> !each.getDone() && each.hasError());
    assertThat(operations).anyMatch(each -> each.getMetadata().is(DeleteImageMetadata.class));
    DemoCoverage.check(operations);
  }

  @Test
  void readsDisks() throws Exception {
    List<Disk> disks = new ArrayList<>();
    for (String folder : FOLDERS.subList(0, 2)) {
      disks.addAll(
          pages(
              "/compute/v1/disks?folderId=" + folder,
              ListDisksResponse.getDefaultInstance(),
              ListDisksResponse::getDisksList,
              ListDisksResponse::getNextPageToken));
    }

    for (Disk disk : disks) {
      assertThat(read("/compute/v1/disks/" + disk.getId(), Disk.getDefaultInstance()))
          .isEqualTo(disk);
    }
    assertThat(oracle.unknown()).isEmpty();
    DemoCoverage.check(disks);
  }

  @Test
  void readsSnapshots() throws Exception {
    List<Snapshot> snapshots = new ArrayList<>();
    for (String folder : FOLDERS.subList(0, 2)) {
      snapshots.addAll(
          pages(
              "/compute/v1/snapshots?folderId=" + folder,
              ListSnapshotsResponse.getDefaultInstance(),
              ListSnapshotsResponse::getSnapshotsList,
              ListSnapshotsResponse::getNextPageToken));
    }

    for (Snapshot snapshot : snapshots) {
      String target = "/compute/v1/snapshots/" + snapshot.getId();
      assertThat(read(target, Snapshot.getDefaultInstance())).isEqualTo(snapshot);
    }
    DemoCoverage.check(snapshots);
  }

  @Test
  void readsZones() throws Exception {
    List<Zone> zones =
        pages(
            "/compute/v1/zones?",
            ListZonesResponse.getDefaultInstance(),
            ListZonesResponse::getZonesList,
            ListZonesResponse::getNextPageToken);

    for (Zone zone : zones) {
      assertThat(read("/compute/v1/zones/" + zone.getId(), Zone.getDefaultInstance()))
          .isEqualTo(zone);
    }
    DemoCoverage.check(zones);
  }

  @Test
  void readsDiskTypes() throws Exception {
    List<DiskType> types =
        pages(
            "/compute/v1/diskTypes?",
            ListDiskTypesResponse.getDefaultInstance(),
            ListDiskTypesResponse::getDiskTypesList,
            ListDiskTypesResponse::getNextPageToken);

    for (DiskType type : types) {
      assertThat(read("/compute/v1/diskTypes/" + type.getId(), DiskType.getDefaultInstance()))
          .isEqualTo(type);
    }
    DemoCoverage.check(types);
  }

  @Test
  void readsCloudsAndFolders() throws Exception {
    String root = "/resource-manager/v1";
    List<Cloud> clouds =
        pages(
            root + "/clouds?",
            ListCloudsResponse.getDefaultInstance(),
            ListCloudsResponse::getCloudsList,
            ListCloudsResponse::getNextPageToken);
    List<Folder> folders =
        pages(
            root + "/folders?cloudId=" + clouds.get(0).getId(),
            ListFoldersResponse.getDefaultInstance(),
            ListFoldersResponse::getFoldersList,
            ListFoldersResponse::getNextPageToken);

    assertThat(read(root + "/clouds/b1gacme", Cloud.getDefaultInstance())).isEqualTo(clouds.get(0));
    for (Folder folder : folders) {
      assertThat(read(root + "/folders/" + folder.getId(), Folder.getDefaultInstance()))
          .isEqualTo(folder);
    }
    DemoCoverage.check(clouds);
    DemoCoverage.check(folders);
  }

  @ParameterizedTest
  @CsvSource({
    "fdv7m1plp9kuo418bps6, google.protobuf.Empty",
    "fdvvebp1qb9ssacei606, yandex.cloud.compute.v1.CreateDiskMetadata"
  })
  void readsOperationsThatNoImageLeadsTo(String id, String inAny) throws Exception {
    Operation operation = read("/operations/" + id, Operation.getDefaultInstance());

    assertThat(List.of(operation.getMetadata().getTypeUrl(), operation.getResponse().getTypeUrl()))
        .contains("type.googleapis.com/" + inAny);
  }

  @ParameterizedTest
  @CsvSource({
    "/compute/v1/images, 400, 3",
    "/compute/v1/images/nothing, 404, 5",
    "/compute/v1/disks?folderId=standard-images, 403, 7",
    "/compute/v2/images, 404, 5",
    "/operations/nothing, 404, 5",
    "/resource-manager/v1/folders?cloudId=nothing, 404, 5"
  })
  void readsErrors(String target, int httpStatus, int code) throws Exception {
    HttpResponse<String> response = rest.get(target);

    Status status = oracle.read(response.body(), Status.getDefaultInstance());

    assertThat(response.statusCode()).isEqualTo(httpStatus);
    assertThat(status.getCode()).isEqualTo(code);
    assertThat(status.getMessage()).isNotEmpty();
    assertThat(status.getDetails(0).unpack(RequestInfo.class).getRequestId()).isNotEmpty();
  }

  private <M extends Message> M read(String target, M prototype) throws Exception {
    HttpResponse<String> response = rest.get(target);
    assertThat(response.statusCode()).as(target).isEqualTo(200);
    return oracle.read(response.body(), prototype);
  }

  /** All rows of a list, read two at a time. */
  private <M extends Message, R> List<R> pages(
      String list, M prototype, Function<M, List<R>> rows, Function<M, String> nextToken)
      throws Exception {
    List<R> all = new ArrayList<>();
    String token = "";
    do {
      M page = read(list + "&pageSize=2&" + RestCaller.parameter("pageToken", token), prototype);
      all.addAll(rows.apply(page));
      token = nextToken.apply(page);
    } while (!token.isEmpty());
    return all;
  }
}
