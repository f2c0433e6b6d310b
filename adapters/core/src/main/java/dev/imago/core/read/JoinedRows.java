package dev.imago.core.read;

import dev.imago.core.cache.AnswerCache;
import dev.imago.core.cache.CachedAnswer;
import dev.imago.core.cache.ComingAnswer;
import dev.imago.core.cache.Filling;
import dev.imago.core.page.AnswerWait;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;
import java.util.Optional;
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
  private RowSource lead(Filling mine) {
    Optional<RowSource> here = known.get();
    here.ifPresent(answer -> mine.giveUp());
    RowSource led = here.orElseGet(() -> new RecordedRows(calls, mine, context));
    rows = led;
    led.start();
    return led;
  }

  @Override
  public boolean hasFailed() {
    return rows != null && rows.hasFailed();
  }

  /** The wait for an answer that another statement is getting is none that can be shared. */
  @Override
  public Optional<AnswerWait> unopened() {
    return rows == null ? Optional.empty() : rows.unopened();
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    RowSource found = rows == null ? find() : rows;
    return found.next();
  }

  private RowSource find() {
    Optional<ComingAnswer> last = Optional.empty();
    for (int waits = 0; ; waits++) {
      Filling mine = place.get();
      mine.coming().attend();
      ComingAnswer first = waits < MOST_WAITS ? cache.begin(mine, last) : cache.begin(mine);
      if (first.equals(mine.coming())) {
        return lead(mine);
      }
      Optional<CachedAnswer> answer = first.await(context.cancellation());
      if (answer.isPresent()) {
        RowSource taken = shared.apply(answer.get());
        rows = taken;
        return taken;
      }
      last = Optional.of(first);
    }
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
  }
}
