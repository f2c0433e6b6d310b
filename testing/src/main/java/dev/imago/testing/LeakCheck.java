package dev.imago.testing;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class that leaves a thread or a socket behind. It stands around each class and what
 * is nested in it, so a class may keep a server for all of its tests, but not for those of others.
 */
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback {
  /** What is ending may take this long; on a busy machine a thread waits for its turn. */
  private static final Duration MOST_WAIT = Duration.ofSeconds(10);

  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(LeakCheck.class);

  private record Before(LiveThreads threads, OpenSockets sockets) {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isTopLevel(context)) {
      context.getStore(OWN).put(Before.class, new Before(LiveThreads.now(), OpenSockets.now()));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    Before before = context.getStore(OWN).get(Before.class, Before.class);
    if (!isTopLevel(context) || before == null) {
      return;
    }
    long deadline = System.nanoTime() + MOST_WAIT.toNanos();
    StringBuilder leaks = new StringBuilder();
    // Threads first: what they hold open is closed when they have ended.
    LiveThreads.leftSince(before.threads(), deadline)
        .forEach(leak -> leaks.append('\n').append(leak));
    OpenSockets.leftSince(before.sockets(), deadline)
        .forEach(leak -> leaks.append('\n').append(leak));
    if (!leaks.isEmpty()) {
      throw new AssertionError(context.getDisplayName() + " leaves behind:" + leaks);
    }
  }

  static boolean isTopLevel(ExtensionContext context) {
    return context.getRequiredTestClass().getEnclosingClass() == null;
  }
}
