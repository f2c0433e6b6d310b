package dev.imago.golden;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.jdbc.ImagoDriver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The demo clouds on a loopback port, and a driver that no variable of the process reaches. */
final class Clouds implements AutoCloseable {
  private final Emulator emulator;
  private final ImagoDriver driver;

  Clouds() throws IOException {
    this(EmulatorConfig.demo());
  }

  Clouds(EmulatorConfig config) throws IOException {
    this(config, new ImagoDriver(null, Map.of()));
  }

  Clouds(EmulatorConfig config, ImagoDriver driver) throws IOException {
    emulator = Emulator.start(config);
    this.driver = driver;
  }

  Emulator emulator() {
    return emulator;
  }

  /** Connects with the demo's accounts behind what the URL says, at the time of the demo. */
  Connection connect(String url) throws SQLException {
    return driver.connect(url, Map.of(), emulator.demoDefaults(), emulator.clock());
  }

  /** The text without the port, which differs from run to run. */
  String withoutPort(String text) {
    return text.replace(emulator.baseUrl(), "http://demo");
  }

  @Override
  public void close() {
    emulator.close();
  }
}
