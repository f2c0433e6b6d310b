package dev.imago.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveThreadsTest {
  @ParameterizedTest
  @CsvSource({
    "imago-http-1, true, true",
    "emulator, true, true",
    "pool-1-thread-1, false, true",
    "OkHttp TaskRunner, true, false",
    "junit-jupiter-timeout-watcher, false, false"
  })
  void findsThoseThatSomebodyHasToEnd(String name, boolean isDaemon, boolean isLeak)
      throws InterruptedException {
    LiveThreads before = LiveThreads.now();
    CountDownLatch end = new CountDownLatch(1);
    Thread thread = new Thread(() -> awaitQuietly(end), name);
    thread.setDaemon(isDaemon);
    thread.start();
    try {
      assertThat(LiveThreads.leftSince(before, System.nanoTime()))
          .hasSize(isLeak ? 1 : 0)
          .allSatisfy(leak -> assertThat(leak).contains(name));
      assertThat(LiveThreads.leftSince(LiveThreads.now(), System.nanoTime())).isEmpty();
    } finally {
      end.countDown();
      thread.join();
    }
    assertThat(LiveThreads.leftSince(before, System.nanoTime())).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
