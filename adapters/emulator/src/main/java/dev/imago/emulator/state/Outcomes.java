package dev.imago.emulator.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The outcomes that tests have scripted for operations, by what the operations are about. Safe for
 * any number of threads.
 */
public final class Outcomes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Deque<Outcome>> scripted = new HashMap<>();

  /**
   * Scripts how the next operation on a resource goes on; scripted again, the one behind it.
   *
   * @param target the resource's path: {@code projects/acme-prod/global/images/web}
   */
  public void script(String target, Outcome outcome) {
    lock.lock();
    try {
      scripted.computeIfAbsent(target, key -> new ArrayDeque<>()).addLast(outcome);
    } finally {
      lock.unlock();
    }
  }

  /** To be called when an operation begins: takes its outcome; success when none is scripted. */
  public Outcome next(String target) {
    lock.lock();
    try {
      Deque<Outcome> outcomes = scripted.getOrDefault(target, new ArrayDeque<>());
      return outcomes.isEmpty() ? new Outcome.Success() : outcomes.removeFirst();
    } finally {
      lock.unlock();
    }
  }
}
