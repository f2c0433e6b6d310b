package dev.imago.launcher.docs;

import dev.imago.core.description.TableDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The queries of {@code examples.sql}, each below a line that names its table. */
final class ExampleQueries {
  private static final String HEADING = "-- ";

  private final Map<String, String> byTable = new HashMap<>();

  ExampleQueries() {
    try (InputStream content = ExampleQueries.class.getResourceAsStream("examples.sql")) {
      String text =
          new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
      for (String paragraph : text.strip().split("\n\n", -1)) {
        String[] parts = paragraph.split("\n", 2);
        byTable.put(parts[0].substring(HEADING.length()), parts[1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(TableDescription table) {
    return Objects.requireNonNull(byTable.get(table.qualifiedName()), table.qualifiedName());
  }
}
