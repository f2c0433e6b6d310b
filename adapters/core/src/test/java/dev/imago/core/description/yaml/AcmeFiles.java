package dev.imago.core.description.yaml;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The description files of a small invented cloud, which use every word of the format. */
final class AcmeFiles {
  private static final DescriptionLoader LOADER = new DescriptionLoader();

  private AcmeFiles() {}

  static String text(String file) {
    try (InputStream content =
        Objects.requireNonNull(AcmeFiles.class.getResourceAsStream(file), file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProviderDescription provider(String text) {
    return LOADER.provider("acme", stream(text));
  }

  static ServiceDescription service(String text) {
    try {
      return LOADER.service(
          provider(text("provider.yaml")),
          "compute",
          "acme"::equals,
          (provider, service) -> stream(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
