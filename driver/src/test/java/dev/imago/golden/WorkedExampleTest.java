package dev.imago.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.imago.core.provider.Provider;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.jdbc.ImagoDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table that {@code CONTRIBUTING.md} adds: what the page shows is all that it takes. The blocks
 * of the page are the description, the demo's data and the golden script.
 */
class WorkedExampleTest {
  private static final Path PAGE = Path.of("..", "CONTRIBUTING.md");

  @TempDir private Path folder;

  @Test
  void theTableNeedsNoMoreThanThePageShows() throws IOException {
    String script = block("iq");
    Path file = folder.resolve("disk-types.iq");
    Files.writeString(file, script, UTF_8);
    ImagoDriver driver =
        new ImagoDriver(
            ProviderRegistry.of(
                ServiceLoader.load(Provider.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .map(WorkedExampleTest::extended)
                    .toList()),
            Map.of());
    try (Clouds clouds = new Clouds(EmulatorConfig.demo(), driver)) {
      assertThat(new GoldenScript(file).run(clouds)).isEqualTo(script);
    }
  }

  @Test
  void theDemoHasTheDataThatThePageShows() throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    try (Clouds clouds = new Clouds()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(clouds.emulator().baseUrl() + "/yandex/compute/v1/diskTypes"))
              .build();
      String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      assertThat(json.readTree(answer).path("diskTypes")).isEqualTo(json.readTree(block("json")));
    }
  }

  private static Provider extended(Provider provider) {
    return provider.name().equals("yandex")
        ? new AddedTable(provider, "compute.yaml", block("yaml"))
        : provider;
  }

  /** The only block of that language in the chapter, without the indentation of its list. */
  private static String block(String language) {
    String chapter;
    try {
      chapter = Files.readString(PAGE, UTF_8).replaceFirst("(?s).*\\n## Add a table\\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    chapter = chapter.replaceFirst("(?s)\\n## .*", "");
    Matcher block =
        Pattern.compile("(?sm)^( *)```" + language + "\\n(.*?)^ *```$").matcher(chapter);
    List<String> blocks =
        block
            .results()
            .map(found -> found.group(2).replaceAll("(?m)^" + found.group(1), ""))
            .toList();
    assertThat(blocks).as(language).hasSize(1);
    return blocks.get(0);
  }
}
