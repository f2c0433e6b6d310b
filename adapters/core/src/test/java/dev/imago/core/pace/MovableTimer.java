package dev.imago.core.pace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time that stands still until a test moves it. Used by one thread, but for its reading. */
public final class MovableTimer implements Timer {
  private final List<Task> tasks = new ArrayList<>();
  private long now;

  private record Task(long due, Runnable work) {}

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Waiting after(Duration wait, Runnable work) {
    Task task = new Task(now + wait.toNanos(), work);
    tasks.add(task);
    return () -> forget(task);
  }

  private synchronized void forget(Task task) {
    tasks.remove(task);
  }

  /** How many tasks wait. */
  public synchronized int waiting() {
    return tasks.size();
  }

  /** Lets time pass, and runs what falls due, in its order. */
  public void pass(Duration time) {
    long end = nanoTime() + time.toNanos();
    for (Task next = next(end); next != null; next = next(end)) {
      next.work().run();
    }
  }

  private synchronized @Nullable Task next(long end) {
    Task next =
        tasks.stream()
            .filter(task -> task.due() <= end)
            .min(Comparator.comparingLong(Task::due))
            .orElse(null);
    now = next == null ? end : Math.max(now, next.due());
    tasks.remove(next);
    return next;
  }

  @Override
  public synchronized void close() {
    tasks.clear();
  }
}
