package dev.imago.core.read;

import dev.imago.core.cache.Filling;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Rows of calls that are kept for other statements on their way to this one. While another one
 * waits for them, they are read on to the end. An answer that fails, that is not read to its end,
 * or that its user was warned about is not kept: another statement would not be warned.
 */
final class RecordedRows implements RowSource {
  private final RowSource rows;
  private final Filling filling;
  private final StatementContext context;
  private final long warningsBefore;

  /** The rows that were read on for others. */
  private final Deque<@Nullable Object[]> ahead = new ArrayDeque<>();

  private boolean isAttended;
  private boolean isAtEnd;
  private @Nullable RuntimeException failure;

  /**
   * Rows on their way.
   *
   * @param filling where they are kept
   */
  RecordedRows(RowSource rows, Filling filling, StatementContext context) {
    this.rows = rows;
    this.filling = filling;
    this.context = context;
    this.warningsBefore = context.warningCount();
  }

  @Override
  public void start() {
    rows.start();
  }

  @Override
  public boolean hasFailed() {
    return rows.hasFailed();
  }

  @Override
  public Optional<CompletableFuture<?>> unopened() {
    if (isKnown()) {
      return Optional.empty();
    }
    attend();
    return rows.unopened();
  }

  private boolean isKnown() {
    return !ahead.isEmpty() || isAtEnd || failure != null;
  }

  private void attend() {
    isAttended = true;
    filling.coming().attend();
  }

  @Override
  public void leave(boolean mayWait) {
    if (!isAttended) {
      return;
    }
    isAttended = false;
    while (!filling.coming().mayLeave()) {
      if (!mayWait && isLate()) {
        filling.coming().leave();
        return;
      }
      readOn();
    }
  }

  private boolean isLate() {
    return rows.unopened().map(answer -> !answer.isDone()).orElse(false);
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    if (!isKnown()) {
      attend();
      readOn();
    }
    @Nullable Object[] row = ahead.poll();
    if (row == null && failure != null) {
      throw failure;
    }
    return row;
  }

  /** Reads one row more; at the end or at a failure, nobody has to wait any longer. */
  private void readOn() {
    @Nullable Object[] row;
    try {
      row = rows.next();
    } catch (RuntimeException e) {
      filling.giveUp();
      failure = e;
      return;
    }
    if (context.warningCount() != warningsBefore) {
      filling.giveUp();
    }
    if (row == null) {
      isAtEnd = true;
      filling.end();
    } else {
      ahead.add(row);
      filling.add(row.clone(), RowSize.of(row));
    }
  }

  @Override
  public void close() {
    filling.giveUp();
    rows.close();
  }
}
