package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code imago}, in a checkout whose Maven and Java only say what they are asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The script is for POSIX shells.")
class CommandScriptTest {
  private static final String BUILDING = "imago: building";
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$@" >>maven.log
      mkdir -p sqlline-launcher/target
      : >sqlline-launcher/target/imago-launcher.jar
      echo noise
      """;

  @TempDir private Path folder;
  private Path root;
  private Path java;

  @BeforeEach
  void makeCheckout() throws IOException {
    root = Files.createDirectory(folder.resolve("a checkout"));
    for (String module : List.of("adapters/core/src/main/java", "driver", "sqlline-launcher")) {
      Files.createDirectories(root.resolve(module));
    }
    Files.createFile(root.resolve("pom.xml"));
    Files.copy(Path.of("imago"), script());
    program("mvnw", MAVEN);
    java = jdk("17.0.9");
  }

  @Test
  void buildsOnTheFirstUseOnly() throws Exception {
    Outcome first = run(script(), "--version");
    Outcome second = run(script(), "--version");

    assertThat(first.exitCode()).isZero();
    assertThat(first.err()).startsWith(BUILDING).doesNotContain("noise");
    assertThat(first.out()).endsWith("dev.imago.launcher.Main --version\n");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(builds()).hasSize(1).first().asString().contains("-pl sqlline-launcher -am");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    run(script());
    Path source = root.resolve("adapters/core/src/main/java/New.java");
    Files.createFile(source);
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofHours(1))));

    assertThat(run(script()).err()).startsWith(BUILDING);
    assertThat(builds()).hasSize(2);
  }

  @Test
  void doesNotBuildAgainForATest() throws Exception {
    run(script());
    Path test = Files.createDirectories(root.resolve("driver/src/test/java")).resolve("T.java");
    Files.createFile(test);
    Files.setLastModifiedTime(test, FileTime.from(Instant.now().plus(Duration.ofHours(1))));

    assertThat(run(script()).err()).isEmpty();
  }

  @Test
  void showsWhyABuildFailed() throws Exception {
    program("mvnw", "#!/bin/sh\necho 'Broken.java is broken'\nexit 1\n");

    Outcome outcome = run(script());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("Broken.java is broken").endsWith("the build failed\n");

    program("mvnw", MAVEN);
    assertThat(run(script()).exitCode()).isZero();
  }

  @Test
  void takesTheLockOfADeadBuild() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path target = Files.createDirectory(root.resolve("sqlline-launcher/target"));
    Path lock =
        Files.createSymbolicLink(target.resolve("imago.lock"), Path.of(Long.toString(dead.pid())));

    assertThat(run(script()).exitCode()).isZero();
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  @Test
  void isFoundThroughLinks() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path link =
        Files.createSymbolicLink(
            bin.resolve("one"), Path.of("../a checkout/sqlline-launcher/imago"));
    Path linkToLink = Files.createSymbolicLink(bin.resolve("two"), Path.of("one"));

    assertThat(run(link).out()).contains("-cp " + jar());
    assertThat(run(linkToLink).out()).contains("-cp " + jar());
  }

  @Test
  void passesWordsAsTheyAre() throws Exception {
    assertThat(run(script(), "-e", "SELECT '*', \"a  b\"").out())
        .endsWith("Main -e SELECT '*', \"a  b\"\n");
  }

  @Test
  void saysThatTheInputIsNoTerminal() throws Exception {
    assertThat(run(script()).out())
        .contains("-Dimago.terminal=false ", "-Dimago.terminal.err=false ");
  }

  @Test
  void refusesAnOldJava() throws Exception {
    for (String version : List.of("1.8.0_402", "11.0.2")) {
      java = jdk(version);

      Outcome outcome = run(script());

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).contains("Java 17 or newer is needed");
    }
  }

  @Test
  void asksAJavaThatHasNoReleaseFile() throws Exception {
    Files.delete(java.resolve("release"));

    assertThat(run(script()).exitCode()).isZero();
  }

  @Test
  void silencesTheWarningsOfNewerJvms() throws Exception {
    assertThat(run(script()).out()).doesNotContain("native-access");

    java = jdk("25");
    assertThat(run(script()).out()).contains("--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void saysWhenThereIsNoJava() throws Exception {
    java = folder.resolve("nothing");

    Outcome outcome = run(script());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("nothing");
  }

  private Path script() {
    return root.resolve("sqlline-launcher/imago");
  }

  private Path jar() throws IOException {
    return root.toRealPath().resolve("sqlline-launcher/target/imago-launcher.jar");
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("maven.log"));
  }

  /** A JDK whose java prints its arguments, and knows its version only as Java 17. */
  private Path jdk(String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-" + version));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    String code =
        """
        #!/bin/sh
        case $1 in
          -XshowSettings*) echo '    java.specification.version = 17' >&2 ;;
          *) echo "$@" ;;
        esac
        """;
    write(home.resolve("bin/java"), code);
    return home;
  }

  private void program(String name, String code) throws IOException {
    write(root.resolve(name), code);
  }

  private static void write(Path file, String code) throws IOException {
    Files.writeString(file, code);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What a run of the script left behind. */
  private record Outcome(int exitCode, String out, String err) {}

  private Outcome run(Path command, String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(words));
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(Map.of("JAVA_HOME", java.toString()));
    builder.environment().remove("IMAGO_JAVA_OPTIONS");
    builder.environment().put("IMAGO_CDS", "off");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    int exitCode = process.waitFor();
    return new Outcome(
        exitCode,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
