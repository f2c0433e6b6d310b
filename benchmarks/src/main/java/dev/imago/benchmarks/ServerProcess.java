package dev.imago.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** A running {@link BenchmarkServer} and how to connect to it. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final Properties properties;

  private ServerProcess(Process process, Properties properties) {
    this.process = process;
    this.properties = properties;
  }

  /** Starts one and waits until it serves. */
  static ServerProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                BenchmarkServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Properties properties = new Properties();
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      String[] property = line.split("=", 2);
      properties.setProperty(property[0], property[1]);
    }
    return new ServerProcess(process, properties);
  }

  /** The properties of a connection to it. */
  Properties properties() {
    return properties;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
