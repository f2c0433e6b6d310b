package dev.imago.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.FaultRule;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Threads that run every kind of statement on one pool of connections, while faults strike. Each
 * answer is the right one or has a right SQLState, and nothing is left at the end. {@code
 * -Dsoak.seconds} says how long, {@code -Dsoak.seed} which faults and which statements.
 */
class SoakTest {
  private static final Logger LOG = Logger.getLogger(SoakTest.class.getName());
  private static final Duration TIME = Duration.ofSeconds(Long.getLong("soak.seconds", 4));
  private static final long SEED = Long.getLong("soak.seed", 1);
  private static final int THREADS = 32;

  /** Caches of the libraries, which do not grow further. */
  private static final long MOST_GROWTH_BYTES = 48L * 1024 * 1024;

  @Test
  void answersAreRightAndNothingIsLeft() throws Exception {
    // The first time loads classes and fills the caches of libraries.
    soak(Duration.ofSeconds(1), new RandomFaults(SEED), new Tally());
    Resources before = Resources.now();
    RandomFaults faults = new RandomFaults(SEED);
    Tally tally = new Tally();

    soak(TIME, faults, tally);

    Resources after = Resources.now();
    LOG.info(
        () ->
            String.format(
                Locale.ROOT,
                "-Dsoak.seed=%d, %d s: %s; faults: %s; before: %s; after: %s",
                SEED,
                TIME.toSeconds(),
                tally,
                faults.struck(),
                before,
                after));
    assertThat(tally.statements()).isPositive();
    assertThat(faults.struck()).isNotEmpty();
    assertThat(after.heapBytes() - before.heapBytes()).isLessThan(MOST_GROWTH_BYTES);
  }

  private static void soak(Duration time, RandomFaults faults, Tally tally) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    ExecutorService cancelling = Executors.newCachedThreadPool();
    try (Emulator emulator =
            Emulator.start(EmulatorConfig.builder().requestsKept(1).mostRowsPerPage(20).build());
        HikariDataSource pool = new HikariDataSource(config(emulator))) {
      Work work;
      try (Connection connection = pool.getConnection()) {
        work = new Work(connection, cancelling, tally);
      }
      emulator.faults().add(FaultRule.always(), faults);
      long end = System.nanoTime() + time.toNanos();
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        running.add(
            workers.submit(
                () -> {
                  work(work, pool, number, end);
                  return null;
                }));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } finally {
      workers.shutdownNow();
      cancelling.shutdownNow();
      assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(cancelling.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static void work(Work work, HikariDataSource pool, int number, long end)
      throws Exception {
    Random random = new Random(SEED * THREADS + number);
    for (int turn = 0; System.nanoTime() < end; turn++) {
      try (Connection connection = pool.getConnection()) {
        work.run(connection, random, "soak-" + number + "-" + turn);
      }
    }
  }

  private static HikariConfig config(Emulator emulator) {
    Map<String, String> properties = new LinkedHashMap<>(emulator.demoDefaults());
    properties.put("retryBase", "1ms");
    properties.put("await", "true");
    properties.put("pollInterval", "1ms");
    // What the threads change is in another project.
    properties.put("google.project", "acme-prod");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        properties.entrySet().stream()
            .map(property -> property.getKey() + "=" + property.getValue())
            .collect(Collectors.joining(";", "jdbc:imago:", "")));
    config.setMaximumPoolSize(THREADS);
    return config;
  }
}
