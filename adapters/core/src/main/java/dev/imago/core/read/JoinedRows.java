package dev.imago.core.read;

import dev.imago.core.cache.AnswerCache;
import dev.imago.core.cache.CachedAnswer;
import dev.imago.core.cache.ComingAnswer;
import dev.imago.core.cache.Filling;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer that another statement is getting; where none is, those of calls, for which
 * others may wait. When the other one fails or is stopped, one of those that wait makes the calls.
 */
final class JoinedRows implements RowSource {
  /** After so many answers that came to nothing, waiting for one more has little hope. */
  private static final int MOST_WAITS = 2;

  private final AnswerCache cache;
  private final Supplier<Filling> place;
  private final RowSource calls;
  private final Supplier<Optional<RowSource>> known;
  private final Function<CachedAnswer, RowSource> shared;
  private final StatementContext context;
  private @Nullable RowSource rows;

  /** The answer of another statement that is waited for; null when none is. */
  private @Nullable ComingAnswer followed;

  /** The one that came to nothing. */
  private Optional<ComingAnswer> passed = Optional.empty();

  private int waits;

  /**
   * Rows of one or the other.
   *
   * @param place where the rows of calls are kept, anew each time it is asked
   * @param calls the rows that come with calls, not started yet
   * @param known the rows of an answer that has come meanwhile
   * @param shared the rows of an answer that was waited for
   */
  JoinedRows(
      AnswerCache cache,
      Supplier<Filling> place,
      RowSource calls,
      Supplier<Optional<RowSource>> known,
      Function<CachedAnswer, RowSource> shared,
      StatementContext context) {
    this.cache = cache;
    this.place = place;
    this.calls = calls;
    this.known = known;
    this.shared = shared;
    this.context = context;
  }

  /**
   * Where the answer is coming, nothing is sent: by the time its rows are wanted it may be here.
   */
  @Override
  public void start() {
    if (rows == null) {
      Filling mine = place.get();
      if (cache.begin(mine, Optional.empty()).equals(mine.coming())) {
        lead(mine);
      }
    }
  }

  /** An answer is kept before it ceases to come: what is not coming may be here by now. */
  private void lead(Filling mine) {
    Optional<RowSource> here = known.get();
    here.ifPresent(answer -> mine.giveUp());
    RowSource led = here.orElseGet(() -> new RecordedRows(calls, mine, context));
    rows = led;
    led.start();
  }

  @Override
  public boolean hasFailed() {
    return rows != null && rows.hasFailed();
  }

  /** The answer of another statement is over when it is here, or has been given up. */
  @Override
  public Optional<CompletableFuture<?>> unopened() {
    while (rows == null) {
      Optional<CompletableFuture<?>> other = join();
      if (other.isPresent()) {
        return other;
      }
    }
    return rows.unopened();
  }

  /** Takes what another statement gets, or makes the calls; or tells what to wait for. */
  private Optional<CompletableFuture<?>> join() {
    ComingAnswer other = followed;
    if (other == null) {
      Filling mine = place.get();
      mine.coming().attend();
      other = waits < MOST_WAITS ? cache.begin(mine, passed) : cache.begin(mine);
      if (other.equals(mine.coming())) {
        lead(mine);
        return Optional.empty();
      }
      other.follow();
      followed = other;
    }
    CompletableFuture<?> left = other.left();
    if (!left.isDone()) {
      return Optional.of(left);
    }
    Optional<CachedAnswer> answer = other.answer();
    answer.ifPresent(here -> rows = shared.apply(here));
    unfollow();
    passed = Optional.of(other);
    waits++;
    return Optional.empty();
  }

  private void unfollow() {
    if (followed != null) {
      followed.unfollow();
      followed = null;
    }
  }

  @Override
  public void leave(boolean mayWait) {
    unfollow();
    if (rows != null) {
      rows.leave(mayWait);
    }
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (rows == null) {
      join()
          .ifPresent(
              left -> AnswerWait.await(List.of(left), Long.MAX_VALUE, context.cancellation()));
    }
    return rows.next();
  }

  @Override
  public void close() {
    unfollow();
    if (rows != null) {
      rows.close();
    }
  }
}
