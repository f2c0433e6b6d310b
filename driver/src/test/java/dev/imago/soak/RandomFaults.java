package dev.imago.soak;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Draws a fault that may go away for one request of many; the others have none. */
final class RandomFaults implements Supplier<Fault> {
  private static final double SHARE = 0.04;

  /**
   * It halves the pace of an account each time, so that little else would happen if it was often.
   */
  private static final String RARE = "status 429";

  private static final int RARITY = 50;
  private static final Fault NONE = Fault.latency(Duration.ZERO);

  private static final Map<String, Fault> FAULTS =
      new TreeMap<>(
          Map.of(
              RARE,
              Fault.answer(Response.text(429, "slow down")),
              "status 500",
              Fault.answer(Response.text(500, "broken")),
              "status 503",
              Fault.answer(Response.text(503, "busy")),
              "closed before the answer",
              Fault.cutBeforeAnswer(),
              "closed inside the body",
              Fault.cutInsideAnswer(40),
              "closed after the handling",
              Fault.cutAfterHandling(),
              "late headers",
              Fault.latency(Duration.ofMillis(5)),
              "slow body",
              Fault.slowBody(256, Duration.ofMillis(1))));

  private final Random random;
  private final List<String> names = new ArrayList<>(FAULTS.keySet());
  private final Map<String, Long> struck = new TreeMap<>();

  RandomFaults(long seed) {
    random = new Random(seed);
  }

  @Override
  public Fault get() {
    if (random.nextDouble() >= SHARE) {
      return NONE;
    }
    String name = names.get(random.nextInt(names.size()));
    if (name.equals(RARE) && random.nextInt(RARITY) > 0) {
      return NONE;
    }
    struck.merge(name, 1L, Long::sum);
    return FAULTS.getOrDefault(name, NONE);
  }

  /** How often each has struck; to be asked when the clouds are closed. */
  Map<String, Long> struck() {
    return struck;
  }
}
