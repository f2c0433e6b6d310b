package dev.imago.emulator;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test against an emulator of its own with the demo's clouds. */
abstract class EmulatorTest {
  protected Emulator emulator;
  protected EmulatorClient client;

  @BeforeEach
  final void start() throws IOException {
    restart(EmulatorConfig.demo());
  }

  @AfterEach
  final void stop() {
    emulator.close();
  }

  /** Goes on with another configuration. */
  protected final void restart(EmulatorConfig config) throws IOException {
    if (emulator != null) {
      emulator.close();
    }
    emulator = Emulator.start(config);
    client = new EmulatorClient(emulator);
  }
}
