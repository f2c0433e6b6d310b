package dev.imago.launcher.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.property.Property;
import dev.imago.core.provider.ProviderRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the guide have what the code has. */
class GuideTablesTest {
  private static final String TRANSIENT = "yes";

  /** {@code -Dreference.update=true} writes the table anew. */
  @Test
  void listsEveryProperty() throws IOException {
    List<String> rows =
        ProviderRegistry.load(getClass().getClassLoader()).properties().properties().stream()
            .map(GuideTablesTest::row)
            .toList();
    if (Boolean.getBoolean("reference.update")) {
      Files.write(Pages.guide(), propertiesTable().pageWith(rows));
    }

    assertThat(propertiesTable().rows())
        .as("the properties in guide.md; write them anew with -Dreference.update=true")
        .isEqualTo(rows);
  }

  private static PageTable propertiesTable() throws IOException {
    return PageTable.below("### Every property", Files.readAllLines(Pages.guide()));
  }

  private static String row(Property property) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            property.name(),
            property.defaultValue().isEmpty() ? "" : "`" + property.defaultValue() + "`",
            values(property),
            property.description());
  }

  private static String values(Property property) {
    if (!property.choices().isEmpty()) {
      return property.choices().stream()
          .map(choice -> "`" + choice + "`")
          .collect(Collectors.joining(", "));
    }
    return switch (property.property().kind()) {
      case FLAG -> "`true`, `false`";
      case COUNT -> "a whole number, 0 or more";
      case POSITIVE -> "a whole number, 1 or more";
      case DURATION -> "a duration";
      case CHOICE, TEXT -> "text";
      case URL -> "an address";
      case SCHEMA_NAME -> "a catalog and a schema";
      case LIST -> "values separated by commas";
      case CREDENTIAL -> "text, refused in a URL";
      case SECRET -> "a secret, refused in a URL";
    };
  }

  @Test
  void listsEverySqlState() throws IOException {
    Set<String> states = new TreeSet<>();
    Set<String> transients = new TreeSet<>();
    for (List<String> row :
        PageTable.below("## Errors", Files.readAllLines(Pages.guide())).cells()) {
      states.add(row.get(0));
      if (row.get(1).equals(TRANSIENT)) {
        transients.add(row.get(0));
      }
    }

    assertThat(states).isEqualTo(sqlStates(false));
    assertThat(transients).isEqualTo(sqlStates(true));
  }

  private static Set<String> sqlStates(boolean onlyTransient) {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.isTransient() || !onlyTransient)
        .map(code -> "`" + code.sqlState() + "`")
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
