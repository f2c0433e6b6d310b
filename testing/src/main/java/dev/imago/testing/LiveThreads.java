package dev.imago.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The threads of the process at one time, each as itself: another one of the same name is another
 * thread.
 */
final class LiveThreads {
  /**
   * Daemons that belong to somebody who has to end them: the engine's, the emulator's, and those of
   * the servers of tests. Other daemons are the process's: OkHttp and the JDK keep a few for all
   * clients, which end by themselves a minute after the last of these.
   */
  private static final List<String> OWNED =
      List.of("imago-", "emulator", "HTTP-Dispatcher", "MockWebServer", "HikariPool");

  /** Who runs the tests has threads as well, for time-outs, which stay for the next one. */
  private static final List<String> OF_THE_RUN = List.of("junit-", "surefire-");

  private final Set<Thread> threads;

  private LiveThreads(Set<Thread> threads) {
    this.threads = threads;
  }

  static LiveThreads now() {
    Set<Thread> threads = Collections.newSetFromMap(new IdentityHashMap<>());
    threads.addAll(Thread.getAllStackTraces().keySet());
    return new LiveThreads(threads);
  }

  /**
   * The threads that were not there before, should have ended, and have not.
   *
   * @param deadline until when those that are ending are waited for, as {@link System#nanoTime}
   * @return each with what it is doing
   */
  static List<String> leftSince(LiveThreads before, long deadline) throws InterruptedException {
    List<String> left = new ArrayList<>();
    for (Thread thread : now().threads) {
      if (before.threads.contains(thread) || !hasAnOwner(thread)) {
        continue;
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      // No time means for ever to join.
      thread.join(Math.max(1, millis));
      if (thread.isAlive()) {
        left.add(described(thread));
      }
    }
    return left;
  }

  private static boolean hasAnOwner(Thread thread) {
    String name = thread.getName();
    return OWNED.stream().anyMatch(name::startsWith)
        || (!thread.isDaemon() && OF_THE_RUN.stream().noneMatch(name::startsWith));
  }

  private static String described(Thread thread) {
    return Stream.of(thread.getStackTrace())
        .map(frame -> "\n    at " + frame)
        .collect(Collectors.joining("", "  " + thread, ""));
  }
}
