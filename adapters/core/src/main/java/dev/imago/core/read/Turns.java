package dev.imago.core.read;

import dev.imago.core.page.AnswerWait;
import dev.imago.core.page.RowSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The sources that are under way, and whose turn it is to be read. The turn goes round in the order
 * in which they came. A source whose answer is late holds the others up for a while, so that the
 * same reads have the same order where services are quick; then it is passed over while another has
 * something to read. Used by one thread.
 */
final class Turns implements AutoCloseable {
  /** How long, in all, one waits for a turn while another source could be read. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** The first is the one whose turn it is. */
  private final Deque<RowSource> sources = new ArrayDeque<>();

  private long patienceNanos = PATIENCE.toNanos();
  private boolean isTurnTaken;

  /** One more source, which has its turn after the others. */
  void add(RowSource source) {
    sources.addLast(source);
  }

  int size() {
    return sources.size();
  }

  boolean isEmpty() {
    return sources.isEmpty();
  }

  /** Whether a call could not be sent, or has failed. */
  boolean hasFailed() {
    return sources.stream().anyMatch(RowSource::hasFailed);
  }

  /**
   * Ends the turn of the source that is read, if its next row would be in an answer that nobody has
   * opened yet.
   *
   * @return false when there is no such source
   */
  boolean pass() {
    if (!isTurnTaken || sources.getFirst().unopened().isEmpty()) {
      return false;
    }
    sources.addLast(sources.removeFirst());
    isTurnTaken = false;
    return true;
  }

  /** The source to read now. There is one at least. */
  RowSource take() {
    while (sources.size() > 1 && !isReady(sources.getFirst())) {
      Optional<RowSource> other = sources.stream().filter(Turns::isReady).findFirst();
      if (other.isPresent() && patienceNanos <= 0) {
        sources.removeFirstOccurrence(other.get());
        sources.addFirst(other.get());
      } else if (!(other.isPresent() ? awaitFirst() : awaitAny())) {
        break;
      }
    }
    isTurnTaken = true;
    return sources.getFirst();
  }

  /** Takes the source away that is read. */
  void remove() {
    sources.removeFirst();
    isTurnTaken = false;
  }

  private static boolean isReady(RowSource source) {
    return source.unopened().map(AnswerWait::isOver).orElse(true);
  }

  private boolean awaitFirst() {
    long start = System.nanoTime();
    boolean mayGoOn = await(waits(List.of(sources.getFirst())), patienceNanos);
    patienceNanos -= System.nanoTime() - start;
    return mayGoOn;
  }

  private boolean awaitAny() {
    return await(waits(sources), Long.MAX_VALUE);
  }

  private static List<AnswerWait> waits(Iterable<RowSource> sources) {
    List<AnswerWait> waits = new ArrayList<>();
    sources.forEach(source -> source.unopened().ifPresent(waits::add));
    return waits;
  }

  /**
   * Waits until one of them is over.
   *
   * @return false when the thread was interrupted, which the read itself will tell
   */
  private static boolean await(List<AnswerWait> waits, long nanos) {
    waits.forEach(wait -> wait.attend().run());
    try {
      CompletableFuture.anyOf(
              waits.stream().map(AnswerWait::begun).toArray(CompletableFuture<?>[]::new))
          .get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      // What has failed says so when it is read.
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waits.forEach(wait -> wait.leave().run());
    }
  }

  @Override
  public void close() {
    sources.forEach(RowSource::close);
    sources.clear();
  }
}
