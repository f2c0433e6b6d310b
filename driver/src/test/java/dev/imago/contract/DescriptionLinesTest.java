package dev.imago.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.provider.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * How many lines describe a table, as {@code CONTRIBUTING.md} says. With {@code
 * -Dreference.update=true} the page is written anew.
 */
class DescriptionLinesTest {
  private static final Path PAGE = Path.of("..", "CONTRIBUTING.md");
  private static final String BEGIN = "<!-- lines: begin -->\n";
  private static final String END = "<!-- lines: end -->";

  private final DescribedTables tables = new DescribedTables();

  @Test
  void thePageHasTheNumbers() throws IOException {
    String page = Files.readString(PAGE, UTF_8);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String expected = table();
    if (Boolean.getBoolean("reference.update")) {
      Files.writeString(PAGE, page.substring(0, begin) + expected + page.substring(end), UTF_8);
    } else {
      assertThat(page.substring(begin, end)).isEqualTo(expected);
    }
  }

  private String table() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| service | shapes and settings | lines of each table |\n|---|---|---|\n");
    for (ProviderDescription provider : tables.registry().providers()) {
      for (ServiceEntry service : provider.services()) {
        Map<String, Integer> lines = lines(provider.name(), service.name());
        int shared = Objects.requireNonNull(lines.remove(""));
        List<String> each = new ArrayList<>();
        lines.forEach((name, count) -> each.add(name + " " + count));
        table
            .append("| ")
            .append(provider.name())
            .append('.')
            .append(service.name())
            .append(" | ")
            .append(shared)
            .append(" | ")
            .append(String.join(", ", each))
            .append(" |\n");
      }
    }
    return table.toString();
  }

  /** The lines of each table, and under "" what stands outside of them. */
  private Map<String, Integer> lines(String provider, String service) throws IOException {
    Provider source = tables.registry().provider(provider).orElseThrow();
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("", 0);
    try (InputStream file = source.open(service + ".yaml")) {
      boolean inTables = false;
      String table = "";
      for (String line : new String(file.readAllBytes(), UTF_8).lines().toList()) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
          continue;
        }
        if (!line.startsWith(" ")) {
          inTables = line.equals("tables:");
          table = "";
        } else if (inTables && line.matches("  \\w.*")) {
          table = line.strip().replaceFirst(":.*", "");
        }
        counts.merge(table, 1, Integer::sum);
      }
    }
    return counts;
  }
}
