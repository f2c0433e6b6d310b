package dev.imago.interop.jdbc;

import dev.imago.emulator.Emulator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The demo's clouds, and a URL that connects to them. */
final class Demo implements AutoCloseable {
  private final Emulator emulator;
  private final String url;

  /**
   * @param folder where the URL's config file is written
   */
  Demo(Path folder) throws IOException {
    emulator = Emulator.demo();
    Path config = folder.resolve("demo.properties");
    Properties properties = new Properties();
    properties.putAll(emulator.demoDefaults());
    try (Writer writer = Files.newBufferedWriter(config)) {
      properties.store(writer, null);
    }
    url = "jdbc:imago:config=" + config;
  }

  Emulator emulator() {
    return emulator;
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    emulator.close();
  }
}
