package dev.imago.interop.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.Status;
import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yandex.cloud.api.compute.v1.HardwareGenerationOuterClass.Generation2HardwareFeatures;
import yandex.cloud.api.compute.v1.HardwareGenerationOuterClass.HardwareGeneration;
import yandex.cloud.api.compute.v1.ImageOuterClass.Image;
import yandex.cloud.api.compute.v1.ImageOuterClass.Os;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.CreateImageMetadata;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.CreateImageRequest;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.DeleteImageMetadata;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.UpdateImageMetadata;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.UpdateImageRequest;
import yandex.cloud.api.operation.OperationOuterClass.Operation;

/** Requests that the generated messages write are taken, and their operations are messages. */
final class ImageWritesTest {
  private static final String IMAGES = "/compute/v1/images";
  private static final String KEY = "0b2f63c8-8a35-4f2c-9d17-5e8f1c6a7d42";

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
  void createsAnImage() throws Exception {
    Operation started = operation(rest.send("POST", IMAGES, json(everything())));
    String id = started.getMetadata().unpack(CreateImageMetadata.class).getImageId();

    assertThat(started.getDone()).isFalse();
    assertThat(image(id).getStatus()).isEqualTo(Image.Status.CREATING);
    Operation done = ended(started);
    assertThat(done.getResponse().unpack(Image.class)).isEqualTo(image(id));
    Image image = image(id);
    assertThat(image.getStatus()).isEqualTo(Image.Status.READY);
    assertThat(image.getName()).isEqualTo("from_messages");
    assertThat(image.getLabelsMap()).containsEntry("made-by", "messages");
    assertThat(image.getMinDiskSize()).isEqualTo(5L << 30);
    assertThat(image.getOs().getType()).isEqualTo(Os.Type.WINDOWS);
    assertThat(image.getPooled()).isTrue();
    assertThat(image.getHardwareGeneration().hasGeneration2Features()).isTrue();
  }

  private static CreateImageRequest everything() {
    return CreateImageRequest.newBuilder()
        .setFolderId("b1gfolderdev")
        .setName("from_messages")
        .setDescription("Every field that there is")
        .putLabels("made-by", "messages")
        .setFamily("messages")
        .setMinDiskSize(5L << 30)
        .addProductIds("f2ewindows2022000001")
        .setDiskId("fhm76pg73g87h4ab39pt")
        .setOs(Os.newBuilder().setType(Os.Type.WINDOWS))
        .setPooled(true)
        .setHardwareGeneration(
            HardwareGeneration.newBuilder()
                .setGeneration2Features(Generation2HardwareFeatures.getDefaultInstance()))
        .build();
  }

  @Test
  void createsAnImageOnceForAKey() throws Exception {
    String body = json(everything());

    Operation first = operation(rest.send("POST", IMAGES, body, "Idempotency-Key", KEY));
    Operation second = operation(rest.send("POST", IMAGES, body, "Idempotency-Key", KEY));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void updatesTheFieldsOfAMask() throws Exception {
    String path = IMAGES + "/fd8trjpdj9di4koji52c";
    Image before = image("fd8trjpdj9di4koji52c");
    UpdateImageRequest request =
        UpdateImageRequest.newBuilder()
            .setUpdateMask(FieldMask.newBuilder().addPaths("name").addPaths("min_disk_size"))
            .setName("renamed")
            .setDescription("not in the mask")
            .setMinDiskSize(20L << 30)
            .build();

    Operation started = operation(rest.send("PATCH", path, json(request)));

    assertThat(started.getMetadata().unpack(UpdateImageMetadata.class).getImageId())
        .isEqualTo(before.getId());
    assertThat(ended(started).getResponse().unpack(Image.class))
        .isEqualTo(before.toBuilder().setName("renamed").setMinDiskSize(20L << 30).build());
  }

  @Test
  void deletesAnImage() throws Exception {
    String path = IMAGES + "/fd8trjpdj9di4koji52c";

    Operation started = operation(rest.send("DELETE", path, ""));

    assertThat(started.getMetadata().is(DeleteImageMetadata.class)).isTrue();
    assertThat(ended(started).getResponse().is(Empty.class)).isTrue();
    assertThat(rest.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void cancelsAnOperation() throws Exception {
    Operation started = operation(rest.send("POST", IMAGES, json(everything())));

    Operation cancelled = operation(rest.get("/operations/" + started.getId() + ":cancel"));

    assertThat(cancelled.getDone()).isFalse();
    assertThat(cancelled.getError().getCode()).isEqualTo(1);
    assertThat(ended(started).getError()).isEqualTo(cancelled.getError());
  }

  @Test
  void refusesWithAStatus() throws Exception {
    HttpResponse<String> refused =
        rest.send("POST", IMAGES, json(everything().toBuilder().setName("Upper").build()));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(oracle.read(refused.body(), Status.getDefaultInstance()).getCode()).isEqualTo(3);
  }

  private static String json(MessageOrBuilder message) throws IOException {
    return JsonFormat.printer().print(message);
  }

  private Operation operation(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return oracle.read(response.body(), Operation.getDefaultInstance());
  }

  /** An operation goes on when it is looked at. */
  private Operation ended(Operation started) throws Exception {
    String path = "/operations/" + started.getId();
    Operation operation = operation(rest.get(path));
    for (int i = 0; i < 3 && !operation.getDone(); i++) {
      operation = operation(rest.get(path));
    }
    assertThat(operation.getDone()).isTrue();
    return operation;
  }

  private Image image(String id) throws Exception {
    return oracle.read(rest.get(IMAGES + "/" + id).body(), Image.getDefaultInstance());
  }
}
