package dev.imago.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ServiceDescription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the descriptions with Google's own. Every difference stands in {@code
 * discovery/differences.txt} below its reason; the test fails on one that does not, and on one that
 * no longer exists.
 */
class DriftTest {
  private static List<String> found;
  private static List<String> listed;

  @BeforeAll
  static void compare() throws IOException {
    found =
        GoogleDescriptions.services().stream().flatMap(service -> drift(service).stream()).toList();
    try (InputStream content = DriftTest.class.getResourceAsStream("discovery/differences.txt")) {
      listed =
          new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
    }
  }

  @Test
  void everyDifferenceHasAReason() {
    assertThat(found.stream().filter(line -> !listed.contains(line)))
        .as("differences that discovery/differences.txt does not list")
        .isEmpty();
  }

  @Test
  void everyListedDifferenceExists() {
    assertThat(listed.stream().filter(line -> !found.contains(line)))
        .as("lines of discovery/differences.txt that are no difference any more")
        .isEmpty();
    assertThat(listed).doesNotHaveDuplicates();
  }

  private static List<String> drift(ServiceDescription service) {
    return Drift.of(service, DiscoveryDocument.of(service.name()));
  }
}
