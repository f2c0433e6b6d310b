package dev.imago.onejar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.Emulator;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that use the jar, alone and beside other versions of the libraries inside. */
@Timeout(300)
class UsingIT {
  private static Emulator emulator;
  private static String url;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    emulator = Emulator.demo();
    Path config = folder.resolve("demo.properties");
    Properties properties = new Properties();
    properties.putAll(emulator.demoDefaults());
    try (Writer writer = Files.newBufferedWriter(config)) {
      properties.store(writer, null);
    }
    url = "jdbc:imago:config=" + config;
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  /** The JDK of the build, and those that {@code -Dimago.test.jdks} names, as a class path does. */
  static Stream<Path> jdks() {
    String others = System.getProperty("imago.test.jdks", "");
    return Stream.concat(
            Stream.of(System.getProperty("java.home")),
            Arrays.stream(others.split(File.pathSeparator)).filter(name -> !name.isBlank()))
        .map(Path::of);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aProgramNeedsTheJarAloneAndSeesNothingElse(Path jdk, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                jdk.resolve("bin/java").toString(),
                "-cp",
                OneJar.file() + File.pathSeparator + testClasses(),
                UsingProgram.class.getName(),
                url)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();

    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    assertThat(output).hasContent(UsingProgram.ANSWER + "dev.imago.jdbc.ImagoDriver\n");
    assertThat(errors).isEmptyFile();
  }

  private static Path testClasses() {
    return Path.of(UsingIT.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @Test
  void itHasALoaderOfItsOwn() throws IOException, SQLException {
    try (RecordingLoader loader = new RecordingLoader(OneJar.file().toUri().toURL())) {
      assertThat(answer(loader)).isEqualTo(UsingProgram.ANSWER);
    }
  }

  @Test
  void itSharesALoaderWithOtherVersionsOfWhatIsInside(@TempDir Path folder)
      throws IOException, SQLException {
    Decoys.write(folder);
    URL[] urls = {folder.toUri().toURL(), OneJar.file().toUri().toURL()};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (RecordingLoader loader = new RecordingLoader(urls)) {
      thread.setContextClassLoader(loader);
      assertThat(answer(loader)).isEqualTo(UsingProgram.ANSWER);
      assertThat(loader.found()).isNotEmpty().allMatch(name -> name.startsWith("dev.imago."));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String answer(ClassLoader loader) throws SQLException {
    List<Driver> drivers =
        ServiceLoader.load(Driver.class, loader).stream()
            .filter(found -> found.type().getClassLoader().equals(loader))
            .map(ServiceLoader.Provider::get)
            .toList();
    assertThat(drivers).hasSize(1);
    try (Connection connection = drivers.get(0).connect(url, new Properties())) {
      return UsingProgram.answer(connection);
    }
  }
}
