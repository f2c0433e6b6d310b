package dev.imago.launcher;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The class archives of the script {@code imago}, with the Java of the tests and a small command.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The script is for POSIX shells.")
class ClassArchiveTest {
  private static final int PATIENCE_SECONDS = 60;

  /** It makes no archive when a variable that could name a cloud reaches the training run. */
  private static final String COMMAND =
      """
      package dev.imago.launcher;

      class Main {
        public static void main(String[] words) {
          if (words[0].equals("--demo") && System.getenv("IMAGO_GOOGLE_COMPUTE_URL") != null) {
            Runtime.getRuntime().halt(1);
          }
          System.out.println("%s");
        }
      }
      """;

  @TempDir private Path folder;
  private Path caches;
  private Path cache;
  private WatchService created;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectories(folder.resolve("imago/target/lib"));
    Files.copy(Path.of("imago"), folder.resolve("imago/imago"));
    build("one");
    caches = folder.resolve("my caches");
    cache = Files.createDirectories(caches.resolve("imago"));
    created = cache.getFileSystem().newWatchService();
    cache.register(created, ENTRY_CREATE);
  }

  @AfterEach
  void close() throws IOException {
    created.close();
  }

  @Test
  void isMadeByTheFirstRunAndUsedByTheNext() throws Exception {
    assertThat(runOnce()).isEqualTo("one\n");
    Path archive = awaitArchive();

    assertThat(runOnce("-Xlog:class+load:file=" + folder.resolve("loaded"))).isEqualTo("one\n");

    assertThat(Files.readAllLines(folder.resolve("loaded")))
        .anyMatch(line -> line.contains("dev.imago.launcher.Main source: shared objects file"));
    assertThat(archives()).containsExactly(archive);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
  }

  @Test
  void isMadeAgainWhenItIsCutOff() throws Exception {
    runOnce();
    Path archive = awaitArchive();
    byte[] half = Files.readAllBytes(archive);
    Files.delete(archive);
    try (OutputStream cut = Files.newOutputStream(archive)) {
      cut.write(half, 0, half.length / 2);
    }
    awaitArchive();

    assertThat(runOnce()).isEqualTo("one\n");

    assertThat(awaitArchive()).isNotEmptyFile().isIn(archives());
    assertThat(Files.size(archives().get(0))).isGreaterThan(half.length / 2);
  }

  @Test
  void isThatOfTheBuild() throws Exception {
    runOnce();
    Path first = awaitArchive();
    build("two");

    assertThat(runOnce()).isEqualTo("two\n");

    assertThat(awaitArchive()).isNotEqualTo(first);
    assertThat(runOnce()).isEqualTo("two\n");
    assertThat(archives()).hasSize(1);
  }

  @Test
  void isMadeOnceForTwoRunsAtTheSameTime() throws Exception {
    Process one = start();
    Process two = start();

    assertThat(output(one)).isEqualTo("one\n");
    assertThat(output(two)).isEqualTo("one\n");
    awaitArchive();
    assertThat(archives()).hasSize(1);
  }

  @Test
  void isDoneWithoutWhereNothingCanBeWritten() throws Exception {
    Files.delete(cache);
    Files.delete(caches);
    Files.createFile(caches);

    assertThat(runOnce()).isEqualTo("one\n");
  }

  @Test
  void canBeSwitchedOff() throws Exception {
    ProcessBuilder command = command();
    command.environment().put("IMAGO_CDS", "off");

    assertThat(output(command.start())).isEqualTo("one\n");
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files).isEmpty();
    }
  }

  private void build(String answer) throws IOException {
    Path source = Files.createDirectories(folder.resolve(answer)).resolve("Main.java");
    Files.writeString(source, COMMAND.formatted(answer));
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.resolve(answer).toString(), source.toString());
    assertThat(failures).isZero();
    String entry = "dev/imago/launcher/Main.class";
    try (JarOutputStream jar =
        new JarOutputStream(
            Files.newOutputStream(folder.resolve("imago/target/imago-launcher.jar")))) {
      jar.putNextEntry(new JarEntry(entry));
      Files.copy(folder.resolve(answer).resolve(entry), jar);
    }
    Files.copy(
        folder.resolve("imago/target/imago-launcher.jar"),
        folder.resolve("imago/target/lib/imago-" + answer + ".jar"));
  }

  private ProcessBuilder command(String... javaOptions) {
    ProcessBuilder command =
        new ProcessBuilder(folder.resolve("imago/imago").toString(), "--version");
    command.environment().remove("IMAGO_CDS");
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("XDG_CACHE_HOME", caches.toString());
    command.environment().put("IMAGO_JAVA_OPTIONS", String.join(" ", javaOptions));
    command.environment().put("IMAGO_GOOGLE_COMPUTE_URL", "https://compute.example");
    return command.redirectErrorStream(true);
  }

  private Process start(String... javaOptions) throws IOException {
    return command(javaOptions).start();
  }

  private String runOnce(String... javaOptions) throws Exception {
    return output(start(javaOptions));
  }

  /** All that the process says, on either stream. */
  private static String output(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(ClassArchiveTest::isArchive).toList();
    }
  }

  private static boolean isArchive(Path file) {
    return file.getFileName().toString().startsWith("classes-");
  }

  private Path awaitArchive() throws InterruptedException {
    while (true) {
      WatchKey key = created.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(key).as("a change of the cache").isNotNull();
      List<Path> files =
          key.pollEvents().stream().map(event -> cache.resolve((Path) event.context())).toList();
      key.reset();
      Optional<Path> archive = files.stream().filter(ClassArchiveTest::isArchive).findFirst();
      if (archive.isPresent()) {
        return archive.get();
      }
    }
  }
}
