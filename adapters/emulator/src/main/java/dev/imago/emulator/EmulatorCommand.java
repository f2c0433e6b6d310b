package dev.imago.emulator;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Starts the demo's clouds by hand: {@code java ... EmulatorCommand [PORT]}. */
public final class EmulatorCommand {
  private EmulatorCommand() {}

  /**
   * Prints the driver's properties and serves until the process ends.
   *
   * @param arguments the port; none for a free one
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
    try (Emulator emulator = Emulator.start(EmulatorConfig.builder().port(port).build())) {
      System.out.println("port=" + emulator.port());
      emulator.demoDefaults().forEach((name, value) -> System.out.println(name + "=" + value));
      System.out.flush();
      new CountDownLatch(1).await();
    }
  }
}
