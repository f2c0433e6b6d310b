package dev.imago.soak;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What has come of the statements. Safe for any number of threads. */
final class Tally {
  private final Map<String, LongAdder> ran = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();

  void ran(String kind) {
    ran.computeIfAbsent(kind, first -> new LongAdder()).increment();
  }

  void refused(String kind, String state) {
    refused.computeIfAbsent(kind + " " + state, first -> new LongAdder()).increment();
  }

  long statements() {
    return sum(ran) + sum(refused);
  }

  private static long sum(Map<String, LongAdder> counts) {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Override
  public String toString() {
    return statements() + " statements; right: " + ran + "; refused: " + refused;
  }
}
