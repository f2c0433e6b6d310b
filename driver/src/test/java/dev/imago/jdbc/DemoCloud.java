package dev.imago.jdbc;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The demo's clouds on a loopback port, and a driver that connects to them. */
final class DemoCloud implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Emulator emulator;
  private final ImagoDriver driver = new ImagoDriver(null, Map.of());

  DemoCloud() throws IOException {
    emulator = Emulator.demo();
  }

  Emulator emulator() {
    return emulator;
  }

  ImagoDriver driver() {
    return driver;
  }

  /** Connects with further properties in the URL. */
  ImagoConnection connect(String urlProperties) throws SQLException {
    return driver.connect(
        "jdbc:imago:schema=google.compute;retryBase=0s;" + urlProperties,
        Map.of(),
        emulator.demoDefaults(),
        emulator.clock());
  }

  /** Makes every answer from now on come too late for any test. */
  void hang() {
    emulator.faults().add(FaultRule.always(), Fault.latency(PATIENCE.multipliedBy(2)));
  }

  /** Returns when a request has arrived. */
  void awaitRequest() {
    awaitRequests(1);
  }

  /** Returns when so many requests have arrived. */
  void awaitRequests(int count) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (requests() < count) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(requests() + " of " + count + " requests have arrived");
      }
      Thread.onSpinWait();
    }
  }

  /** How many requests have arrived. */
  int requests() {
    return emulator.requests().all().size();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
