package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every golden script against the demo clouds. With {@code -Dgolden.update=true} the answers
 * are written into the scripts, to be read and judged before they are committed.
 */
class GoldenScriptsTest {
  private static Clouds clouds;

  @BeforeAll
  static void start() throws IOException {
    clouds = new Clouds();
  }

  @AfterAll
  static void stop() {
    clouds.close();
  }

  @TestFactory
  Stream<DynamicTest> scripts() throws IOException {
    return GoldenScript.all().stream()
        .map(script -> DynamicTest.dynamicTest(script.name(), () -> check(script)));
  }

  private static void check(GoldenScript script) throws IOException {
    if (script.changes()) {
      try (Clouds ownClouds = new Clouds()) {
        check(script, ownClouds);
      }
    } else {
      check(script, clouds);
    }
  }

  private static void check(GoldenScript script, Clouds clouds) throws IOException {
    String expected = script.expected();
    String answer = script.run(clouds);
    if (Boolean.getBoolean("golden.update")) {
      script.update(answer);
    } else {
      assertThat(answer).isEqualTo(expected);
    }
    assertThat(answer.lines())
        .as("errors are announced by !fails, and never end in a stack trace")
        .noneMatch(line -> line.startsWith("\tat "));
  }
}
