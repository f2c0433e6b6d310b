package dev.imago.benchmarks;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The emulator in a process of its own, so that it takes none of the heap that is measured. */
public final class BenchmarkServer {
  /** How late each answer about a project of the fleet is, and each page of the late project. */
  static final Duration LATENCY = Duration.ofMillis(50);

  /** How many rows the project has whose pages are late. */
  static final int LATE_ROWS = 50_000;

  private BenchmarkServer() {}

  /**
   * Prints the properties of a connection to it and an empty line, and serves until it is ended.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    EmulatorConfig config = EmulatorConfig.builder().requestsKept(1).build();
    try (Emulator emulator = Emulator.start(config)) {
      emulator.faults().add(FaultRule.on("GET", "/projects/fleet-"), Fault.latency(LATENCY));
      emulator
          .faults()
          .add(FaultRule.on("GET", "/projects/bulk-" + LATE_ROWS), Fault.latency(LATENCY));
      emulator.demoDefaults().forEach((name, value) -> System.out.println(name + "=" + value));
      emulator.serviceUrls().forEach((name, value) -> System.out.println(name + "=" + value));
      System.out.println();
      System.out.flush();
      new CountDownLatch(1).await();
    }
  }
}
