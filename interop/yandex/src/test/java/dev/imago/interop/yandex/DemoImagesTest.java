package dev.imago.interop.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FieldOptions;
import dev.imago.emulator.Emulator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yandex.cloud.api.Validation;
import yandex.cloud.api.compute.v1.ImageOuterClass.Image;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.CreateImageRequest;
import yandex.cloud.api.compute.v1.ImageServiceOuterClass.ListImagesResponse;

/** The demo's images are such as the cloud would let its users create. */
final class DemoImagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"b1gfolderprod", "b1gfolderdev", "standard-images"})
  void couldHaveBeenCreated(String folder) throws Exception {
    try (Emulator emulator = Emulator.demo()) {
      String json =
          RestCaller.at(emulator.baseUrl()).get("/compute/v1/images?folderId=" + folder).body();
      List<Image> images =
          new JsonOracle().read(json, ListImagesResponse.getDefaultInstance()).getImagesList();

      assertThat(images)
          .allSatisfy(
              image -> {
                assertThat(image.getName()).matches(pattern("name"));
                assertThat(image.getFamily()).matches(pattern("family"));
                assertThat(image.getLabelsMap().keySet())
                    .allMatch(
                        key ->
                            key.matches(
                                options("labels").getExtension(Validation.mapKey).getPattern()));
                assertThat(image.getLabelsMap().values())
                    .allMatch(value -> value.matches(pattern("labels")));
              });
    }
  }

  private static FieldOptions options(String field) {
    return CreateImageRequest.getDescriptor().findFieldByName(field).getOptions();
  }

  private static String pattern(String field) {
    return options(field).getExtension(Validation.pattern);
  }
}
