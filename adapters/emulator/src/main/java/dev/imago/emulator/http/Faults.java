package dev.imago.emulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The faults that are still to strike. The first rule that matches a request decides about it, and
 * counts it; the rules after it do not see it. Safe for any number of threads.
 */
public final class Faults {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Script> scripts = new ArrayList<>();

  /** Adds a fault behind those that are there. */
  public void add(FaultRule rule, Fault fault) {
    add(rule, () -> fault);
  }

  /**
   * Adds faults that are drawn for each request, behind those that are there. No two are drawn at
   * the same time.
   */
  public void add(FaultRule rule, Supplier<Fault> draw) {
    lock.lock();
    try {
      scripts.add(new Script(rule, draw));
    } finally {
      lock.unlock();
    }
  }

  /** Takes all faults away. */
  public void clear() {
    lock.lock();
    try {
      scripts.clear();
    } finally {
      lock.unlock();
    }
  }

  Fault next(Request request) {
    lock.lock();
    try {
      for (Script script : scripts) {
        if (script.wants(request)) {
          return script.strike();
        }
      }
      return Fault.NONE;
    } finally {
      lock.unlock();
    }
  }

  private static final class Script {
    private final FaultRule rule;
    private final Supplier<Fault> fault;
    private int seen;
    private int struck;

    Script(FaultRule rule, Supplier<Fault> fault) {
      this.rule = rule;
      this.fault = fault;
    }

    boolean wants(Request request) {
      return struck < rule.times() && rule.matches(request);
    }

    Fault strike() {
      seen++;
      if (seen <= rule.skip()) {
        return Fault.NONE;
      }
      struck++;
      return fault.get();
    }
  }
}
