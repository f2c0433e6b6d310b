package dev.imago.core.read;

import dev.imago.core.error.ImagoException;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.Cancellation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The sources that are under way, and whose turn it is to be read. The turn goes round in the order
 * in which they came. The one whose turn it is may hold others up that could be read, for half a
 * second in all, so that the same reads have the same order where services are quick; from then on
 * it is passed over while its answer is late. Used by one thread.
 */
final class Turns implements AutoCloseable {
  /** How long, in all, one waits for a turn while another source could be read. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** The first is the one whose turn it is. */
  private final Deque<RowSource> sources = new ArrayDeque<>();

  private final Cancellation cancellation;
  private long patienceNanos = PATIENCE.toNanos();
  private boolean isTurnTaken;

  /** Whether others than the first have been asked for rows since the reader last left. */
  private boolean isAsked;

  /**
   * No source yet.
   *
   * @param cancellation ends the waits
   */
  Turns(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

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
    isAsked = true;
    return true;
  }

  /**
   * Whether the answer of the only source is there in time for it to keep its turn; waits for that.
   * With several sources there is nothing to wait for.
   *
   * @throws ImagoException when the statement is asked to end
   */
  boolean isAloneInTime() {
    if (sources.size() != 1 || isReady(sources.getFirst())) {
      return true;
    }
    awaitFirst();
    return isReady(sources.getFirst());
  }

  /**
   * The source to read now. There is one at least.
   *
   * @throws ImagoException when the statement is asked to end
   */
  RowSource take() {
    while (sources.size() > 1 && !isReady(sources.getFirst())) {
      isAsked = true;
      Optional<RowSource> other = sources.stream().filter(Turns::isReady).findFirst();
      if (other.isEmpty()) {
        AnswerWait.await(answers(sources), Long.MAX_VALUE, cancellation);
      } else if (patienceNanos > 0) {
        awaitFirst();
      } else {
        sources.removeFirstOccurrence(other.get());
        sources.addFirst(other.get());
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

  /** Says that the reader turns to something else than these. */
  void leave() {
    boolean isAlone = sources.size() == 1;
    if (isAsked) {
      sources.forEach(source -> source.leave(isAlone));
      isAsked = false;
    } else if (!sources.isEmpty()) {
      sources.getFirst().leave(isAlone);
    }
  }

  private static boolean isReady(RowSource source) {
    return source.unopened().map(CompletableFuture::isDone).orElse(true);
  }

  private void awaitFirst() {
    long start = System.nanoTime();
    AnswerWait.await(answers(List.of(sources.getFirst())), patienceNanos, cancellation);
    patienceNanos -= System.nanoTime() - start;
  }

  /** What has become ready since it was looked at last is not waited for. */
  private static List<CompletableFuture<?>> answers(Collection<RowSource> sources) {
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (RowSource source : sources) {
      answers.add(source.unopened().orElseGet(() -> CompletableFuture.completedFuture(null)));
    }
    return answers;
  }

  @Override
  public void close() {
    sources.forEach(RowSource::close);
    sources.clear();
  }
}
