package dev.imago.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A project of 100,000 images, 200 pages of 500, is read in a process whose heap would not hold
 * them.
 */
class ScanTest {
  private static final String HEAP = "-Xmx96m";
  private static final int IMAGES = 100_000;
  private static final int PAGES = 200;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"name, creationTimestamp", "*"})
  @Timeout(120)
  void readsMoreThanTheHeapHolds(String columns) throws IOException, InterruptedException {
    try (Clouds clouds = new Clouds()) {
      Path output = folder.resolve("output");
      Path errors = folder.resolve("errors");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  HEAP,
                  "-XX:+UseSerialGC",
                  "-cp",
                  classPath(),
                  Scan.class.getName(),
                  url(clouds),
                  "SELECT "
                      + columns
                      + " FROM google.compute.images WHERE project = 'bulk-"
                      + IMAGES
                      + "'")
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      try {
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors, UTF_8)).isZero();
      } finally {
        process.destroyForcibly();
      }

      assertThat(Files.readString(output, UTF_8).strip()).isEqualTo(Integer.toString(IMAGES));
      assertThat(clouds.emulator().requests().all()).hasSize(PAGES);
    }
  }

  /** Surefire starts this process with a jar that only names the class path. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String url(Clouds clouds) {
    Map<String, String> properties = clouds.emulator().serviceUrls();
    return properties.entrySet().stream()
        .map(property -> property.getKey() + "=" + property.getValue())
        .collect(Collectors.joining(";", "jdbc:imago:", ""));
  }
}
