package dev.imago.core.description.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that another cloud offers too, with small differences. */
class ExtendedServiceTest {
  private static final String BASE =
      """
      service: acme.ims
      says: Images.
      errors: {shape: acme, meanings: {A.1: absent}}
      pages: {token: page, next: next, size: {parameter: limit, most: 10}}
      tables:
        images:
          says: An image.
          key: [id]
          columns:
            id: The image's id.
            name: The image's name.
            old: What only the first cloud has.
          reads:
            get: {path: 'images/{id}', permissions: [ims.get]}
            list: {path: images, rows: images}
        quotas:
          says: A quota.
          key: [id]
          columns: {id: The quota.}
          reads: {list: {path: quotas, rows: quotas}}
      """;

  private static final String EXTENSION =
      """
      service: other.ims
      extends: acme.ims
      says: Images of the other cloud.
      errors: {shape: other}
      tables:
        without: [quotas]
        images:
          columns:
            without: [old]
            name: {type: json, says: The image's names.}
            more: What only the second cloud has.
          reads:
            list: {path: all/images}
      """;

  private final ProviderDescription other =
      new DescriptionLoader()
          .provider(
              "other",
              stream(
                  """
                  provider: other
                  says: The other cloud.
                  auth: [none]
                  services: {ims: {url: 'https://ims.other.example', says: Images.}}
                  """));

  @Test
  void saysOnlyWhatDiffers() throws IOException {
    ServiceDescription service = service(EXTENSION);
    assertThat(service.provider()).isEqualTo("other");
    assertThat(service.says()).isEqualTo("Images of the other cloud.");
    assertThat(service.errors().shape()).isEqualTo("other");
    assertThat(service.errors().meaning("A.1")).isPresent();
    assertThat(service.tables()).extracting(TableDescription::name).containsExactly("images");
    TableDescription images = service.table("images").orElseThrow();
    assertThat(images.says()).isEqualTo("An image.");
    assertThat(images.columns())
        .extracting(ColumnDescription::name)
        .containsExactly("id", "name", "more");
    assertThat(images.column("name").orElseThrow().says()).isEqualTo("The image's names.");
    assertThat(images.read("get").orElseThrow().permissions()).containsExactly("ims.get");
    assertThat(images.read("list").orElseThrow().call().path()).hasToString("all/images");
    assertThat(images.read("list").orElseThrow().rows()).containsExactly("images");
    assertThat(images.read("list").orElseThrow().paging()).isPresent();
  }

  @Test
  void errorNamesTheFileThatItStandsIn() {
    assertRefused(
        EXTENSION.replace("path: all/images", "pathh: x"),
        "other/ims.yaml:13: table images: read list: unknown word \"pathh\"; did you mean"
            + " \"path\"?");
  }

  @Test
  void whatIsNotThereCannotBeLeftOut() {
    assertRefused(
        EXTENSION.replace("[quotas]", "[quota]"),
        "other/ims.yaml:6: \"quota\" is not there to be left out");
  }

  @Test
  void baseMustBeThere() {
    assertRefused(
        EXTENSION.replace("extends: acme.ims", "extends: acme.compute"),
        "other/ims.yaml:2: \"acme.compute\" cannot be read: acme/compute");
    assertRefused(
        EXTENSION.replace("extends: acme.ims", "extends: ims"),
        "other/ims.yaml:2: must be a provider and its service: acme.compute");
  }

  @Test
  void serviceCannotExtendItself() {
    assertRefused(
        EXTENSION.replace("extends: acme.ims", "extends: other.ims"),
        "other/ims.yaml:2: the services extend one another without end");
  }

  private void assertRefused(String extension, String message) {
    assertThatThrownBy(() -> service(extension))
        .isInstanceOfSatisfying(
            ImagoException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_DESCRIPTION))
        .hasMessage(message);
  }

  private ServiceDescription service(String extension) throws IOException {
    Map<String, String> files = Map.of("acme/ims", BASE, "other/ims", extension);
    return new DescriptionLoader()
        .service(
            other,
            "ims",
            shape -> true,
            (provider, service) -> {
              String file = files.get(provider + "/" + service);
              if (file == null) {
                throw new FileNotFoundException(provider + "/" + service);
              }
              return stream(file);
            });
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
