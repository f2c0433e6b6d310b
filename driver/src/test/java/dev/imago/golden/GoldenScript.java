package dev.imago.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.hydromatic.quidem.Quidem;

/**
 * One {@code .iq} file: statements, each followed by what it must answer.
 *
 * @param file where it is in the source tree
 */
record GoldenScript(Path file) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /** All scripts, by name. */
  static List<GoldenScript> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".iq"))
          .sorted()
          .map(GoldenScript::new)
          .toList();
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  /** Whether it changes the clouds, so that no other script may see them. */
  boolean changes() {
    return name().startsWith("mutations-");
  }

  /** What the script expects: itself. */
  String expected() throws IOException {
    return Files.readString(file, UTF_8);
  }

  /** Runs the script; the answer is the script as it would be if everything in it were right. */
  String run(Clouds clouds) throws IOException {
    clouds.emulator().requests().clear();
    StringWriter output = new StringWriter();
    Quidem.Config config =
        Quidem.configBuilder()
            .withReader(new StringReader(expected()))
            .withWriter(output)
            .withConnectionFactory(
                (name, reference) -> clouds.connect(NamedConnection.named(name).url()))
            .withCommandHandler(new GoldenCommands(clouds))
            .build();
    new Quidem(config).execute();
    return clouds.withoutPort(output.toString());
  }

  /** Makes the answer what the script expects from now on. */
  void update(String answer) throws IOException {
    Files.writeString(file, answer, UTF_8);
  }
}
