package dev.imago.core.description.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ColumnSource.JsonField;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.TableDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNamingTest {
  private static final String PROVIDER =
      """
      provider: acme
      says: The cloud of these tests.
      auth: [none]
      services: {images: {url: 'https://images.acme.example', says: Images.}}
      """;

  private static final String SERVICE =
      """
      service: acme.images
      says: Images.
      errors: {shape: acme}
      json: camelCase
      types:
        KmsKey:
          version_id: The key's version.
      tables:
        images:
          says: An image.
          key: [image_id]
          columns:
            image_id: {from: id, says: The image's id.}
            kms_key: {type: KmsKey, says: The key.}
          reads: {list: {path: images, rows: images}}
      """;

  @ParameterizedTest
  @CsvSource({"id, id", "folder_id, folderId", "min_disk_size, minDiskSize", "a__b_, aB", "_x, _x"})
  void namesInCamelCase(String name, String json) {
    assertThat(JsonNaming.CAMEL_CASE.json(name)).isEqualTo(json);
    assertThat(JsonNaming.AS_WRITTEN.json(name)).isEqualTo(name);
  }

  @Test
  void countsForColumnsAndFieldsThatDoNotSayAnother() throws IOException {
    ProviderDescription provider = new DescriptionLoader().provider("acme", stream(PROVIDER));
    TableDescription images =
        new DescriptionLoader()
            .service(provider, "images", "acme"::equals, (acme, name) -> stream(SERVICE))
            .table("images")
            .orElseThrow();

    assertThat(images.column("image_id").orElseThrow().source())
        .isEqualTo(new JsonField(List.of("id")));
    assertThat(images.column("kms_key").orElseThrow().source())
        .isEqualTo(new JsonField(List.of("kmsKey")));
    RowOf key = (RowOf) images.column("kms_key").orElseThrow().type();
    assertThat(key.fields().get(0).name()).isEqualTo("version_id");
    assertThat(key.fields().get(0).json()).isEqualTo("versionId");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
