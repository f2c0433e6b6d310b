package dev.imago.launcher.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the examples of the pages: each block of SQL, and each {@code imago} command that needs no
 * account. The output that a page shows below one must be what it prints. {@code
 * -Dreference.update=true} writes the outputs anew.
 */
class ExamplesTest {
  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path page : Pages.all()) {
      examples.addAll(Example.of(page.getFileName().toString(), Files.readAllLines(page)));
    }
    return examples;
  }

  @BeforeAll
  static void update() throws IOException {
    if (Boolean.getBoolean("reference.update")) {
      for (Path page : Pages.all()) {
        Files.write(page, updated(Files.readAllLines(page)));
      }
    }
  }

  private static List<String> updated(List<String> page) {
    List<String> lines = new ArrayList<>(page);
    List<Example> examples = new ArrayList<>(Example.of("", page));
    // From the last to the first, so that the lines of those ahead stay where they are.
    Collections.reverse(examples);
    for (Example example : examples) {
      example
          .output()
          .ifPresent(
              block -> {
                List<String> place = lines.subList(block.start() + 1, block.end());
                place.clear();
                place.addAll(example.run().lines().toList());
              });
    }
    return lines;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void printsWhatThePageSays(Example example) {
    String printed = example.run();

    if (example.expected().isPresent()) {
      assertThat(printed).isEqualTo(example.expected().get());
    } else {
      assertThat(printed).doesNotContain("ERROR ", "imago: ");
    }
  }
}
