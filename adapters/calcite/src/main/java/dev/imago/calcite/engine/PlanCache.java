package dev.imago.calcite.engine;

import dev.imago.calcite.statement.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plans of the texts that were prepared last. A plan holds nothing of an execution, so one
 * serves any number of connections. Safe for threads: two that prepare a new text at the same time
 * both plan it, and neither waits for the other.
 */
final class PlanCache {
  /** A plan with its code takes some tens of kilobytes. */
  static final int MOST_PLANS = 128;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Plan> plans = new LastUsed();

  /**
   * What decides a plan, besides the settings of the engine.
   *
   * @param catalog the default catalog
   * @param schema where in it a bare table name is looked up
   */
  record Key(String sql, String catalog, String schema) {}

  /**
   * The plan of a text.
   *
   * @param planner makes it, without the lock; when it throws, nothing is kept
   */
  Plan get(Key key, Supplier<Plan> planner) {
    Plan known = known(key);
    if (known != null) {
      return known;
    }
    Plan plan = planner.get();
    lock.lock();
    try {
      plans.put(key, plan);
    } finally {
      lock.unlock();
    }
    return plan;
  }

  private @Nullable Plan known(Key key) {
    lock.lock();
    try {
      return plans.get(key);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the plan that was not asked for the longest. */
  private static final class LastUsed extends LinkedHashMap<Key, Plan> {
    private static final long serialVersionUID = 1;

    LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Plan> eldest) {
      return size() > MOST_PLANS;
    }
  }
}
