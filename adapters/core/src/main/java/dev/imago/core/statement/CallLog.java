package dev.imago.core.statement;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The newest calls of one connection. Safe for any number of threads. */
public final class CallLog {
  /** How many calls it keeps. */
  public static final int CAPACITY = 10_000;

  private static final Comparator<CallRecord> PLANNED_ORDER =
      Comparator.comparingLong(CallRecord::statementId).thenComparingLong(CallRecord::seq);

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<CallRecord> records = new ArrayDeque<>();

  public void add(CallRecord call) {
    lock.lock();
    try {
      if (records.size() == CAPACITY) {
        records.removeFirst();
      }
      records.addLast(call);
    } finally {
      lock.unlock();
    }
  }

  /** The calls, by statement and then in the planned order, the newest statement last. */
  public List<CallRecord> calls() {
    lock.lock();
    try {
      return records.stream().sorted(PLANNED_ORDER).toList();
    } finally {
      lock.unlock();
    }
  }
}
