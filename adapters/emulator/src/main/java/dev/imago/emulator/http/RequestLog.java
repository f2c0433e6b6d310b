package dev.imago.emulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** The newest requests in the order of their arrival. Safe for any number of threads. */
public final class RequestLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<RecordedRequest> requests = new ArrayDeque<>();
  private final int capacity;

  /** Keeps the newest {@code capacity} requests. */
  public RequestLog(int capacity) {
    this.capacity = capacity;
  }

  void add(RecordedRequest request) {
    lock.lock();
    try {
      if (requests.size() == capacity) {
        requests.removeFirst();
      }
      requests.addLast(request);
    } finally {
      lock.unlock();
    }
  }

  /** What has arrived since the start or the last {@link #clear}, oldest first. */
  public List<RecordedRequest> all() {
    lock.lock();
    try {
      return List.copyOf(requests);
    } finally {
      lock.unlock();
    }
  }

  /** The request lines, oldest first: {@code GET /v3/projects:search?pageSize=10}. */
  public List<String> lines() {
    return all().stream().map(RecordedRequest::line).toList();
  }

  /**
   * Those that came by one of these HTTP methods, oldest first, so that what changes things can be
   * counted apart from what reads them.
   */
  public List<RecordedRequest> by(String... methods) {
    Set<String> wanted = Set.of(methods);
    return all().stream().filter(request -> wanted.contains(request.method())).toList();
  }

  /** Forgets what has arrived. */
  public void clear() {
    lock.lock();
    try {
      requests.clear();
    } finally {
      lock.unlock();
    }
  }
}
