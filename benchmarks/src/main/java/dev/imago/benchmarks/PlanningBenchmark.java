package dev.imago.benchmarks;

import dev.imago.calcite.engine.Engine;
import dev.imago.calcite.engine.Session;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.property.PropertySource;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.core.statement.Cancellation;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Prints how long statements take to plan: the first of a JVM, each in a JVM of its own, and warm.
 * No call is made.
 */
public final class PlanningBenchmark {
  private static final int COLD_RUNS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final int WARM_RUNS = 31;

  private final PrintStream out;

  private PlanningBenchmark(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments none; the name of a query has its cold time alone printed, in nanoseconds
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PlanningBenchmark benchmark = new PlanningBenchmark(System.out);
    if (arguments.length == 1) {
      benchmark.printCold(PlannedQuery.valueOf(arguments[0]));
    } else {
      benchmark.printAll();
    }
  }

  private void printCold(PlannedQuery query) {
    long start = System.nanoTime();
    try (Engine engine = openEngine()) {
      engine.openSession().prepare(query.sql(0), new Cancellation());
      out.println(System.nanoTime() - start);
    }
  }

  private void printAll() throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT, "%-20s %10s %10s %10s %10s%n", "", "cold ms", "warm CPU", "at most", "ratio");
    try (Engine engine = openEngine()) {
      Map<PlannedQuery, Double> warm = warm(engine.openSession());
      for (PlannedQuery query : PlannedQuery.values()) {
        out.println(line(query, cold(query), Objects.requireNonNull(warm.get(query))));
      }
    }
  }

  private static String line(PlannedQuery query, double cold, double warm) {
    String times = String.format(Locale.ROOT, "%-20s %10.0f %10.3f", query.label(), cold, warm);
    double most = query.mostMillis();
    return most == 0
        ? times
        : times + String.format(Locale.ROOT, " %10.1f %10.2f", most, warm / most);
  }

  /** The median over new JVMs of opening an engine and planning its first statement. */
  private static double cold(PlannedQuery query) throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < COLD_RUNS; i++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-classpath",
                  System.getProperty("java.class.path"),
                  PlanningBenchmark.class.getName(),
                  query.name())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("planning failed in a new JVM: " + query.label());
      }
      times.add(Long.valueOf(output.trim()));
    }
    return medianMillis(times);
  }

  /**
   * The median for each query, once the JVM has planned all of them for a while. They take turns,
   * so that none is measured while the compiler is still at work for it alone, and each text has
   * literals that none before it had. It is the thread's CPU time, since planning waits for nothing
   * and the machine may have other work.
   */
  private static Map<PlannedQuery, Double> warm(Session session) {
    int number = 0;
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP.toNanos(); ) {
      number++;
      for (PlannedQuery query : PlannedQuery.values()) {
        cpuNanos(session, query.sql(number));
      }
    }
    Map<PlannedQuery, List<Long>> times = new EnumMap<>(PlannedQuery.class);
    for (int run = 0; run < WARM_RUNS; run++) {
      number++;
      for (PlannedQuery query : PlannedQuery.values()) {
        long nanos = cpuNanos(session, query.sql(number));
        times.computeIfAbsent(query, key -> new ArrayList<>()).add(nanos);
      }
    }
    Map<PlannedQuery, Double> medians = new EnumMap<>(PlannedQuery.class);
    times.forEach((query, nanos) -> medians.put(query, medianMillis(nanos)));
    return medians;
  }

  private static long cpuNanos(Session session, String sql) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    session.prepare(sql, new Cancellation());
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static double medianMillis(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1e6;
  }

  private static Engine openEngine() {
    ProviderRegistry providers = ProviderRegistry.load(PlanningBenchmark.class.getClassLoader());
    Settings settings =
        providers
            .properties()
            .resolve(Map.of(PropertySource.PROPERTIES, Map.of("google.auth", "none")));
    return Engine.open(settings, providers, Clock.systemUTC(), new TokenPool());
  }
}
