package dev.imago.core.pace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** The pace of every account that is asked. Safe for any number of threads. */
public final class Paces {
  private final Map<Account, Pace> paces = new ConcurrentHashMap<>();
  private final ToLongFunction<String> limits;
  private final Timer timer;

  /**
   * No account asked yet.
   *
   * @param limits the most calls a second and account, by provider; 0 for no limit
   */
  public Paces(ToLongFunction<String> limits, Timer timer) {
    this.limits = limits;
    this.timer = timer;
  }

  /** The pace of an account, the same each time. */
  public Pace of(Account account) {
    return paces.computeIfAbsent(
        account, key -> new Pace(limits.applyAsLong(key.provider()), timer));
  }
}
