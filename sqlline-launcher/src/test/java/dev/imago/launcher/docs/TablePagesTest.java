package dev.imago.launcher.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.core.reference.TablePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/tables in step with the descriptions. {@code -Dreference.update=true} writes the pages
 * anew.
 */
class TablePagesTest {
  private static final Path FOLDER = Path.of("..", "docs", "tables");

  @Test
  void thePagesSayWhatTheDescriptionsSay() throws IOException {
    Map<String, String> pages = pages();
    if (Boolean.getBoolean("reference.update")) {
      write(pages);
    }
    assertThat(written())
        .as("docs/tables; write it anew with -Dreference.update=true")
        .isEqualTo(pages);
  }

  private static Map<String, String> pages() {
    TablePages reference = new TablePages(new ExampleQueries()::of);
    Map<String, String> pages = new TreeMap<>();
    ProviderRegistry registry = ProviderRegistry.load(TablePagesTest.class.getClassLoader());
    List<ServiceDescription> all = new ArrayList<>();
    for (ProviderDescription provider : registry.providers()) {
      List<ServiceDescription> services =
          provider.services().stream()
              .map(entry -> registry.service(provider.name(), entry.name()).orElseThrow())
              .toList();
      pages.putAll(reference.pages(provider, services));
      all.addAll(services);
    }
    pages.put(TablePages.INDEX, TablePages.index(all));
    return pages;
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    for (String stale : written().keySet()) {
      Files.delete(FOLDER.resolve(stale));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return written;
  }
}
