package dev.imago.core.read;

import dev.imago.core.cache.Filling;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of calls that are kept for later statements on their way to this one. An answer that fails,
 * that is not read to its end, or that its user was warned about is not kept: a later statement
 * would not be warned.
 */
final class RecordedRows implements RowSource {
  private final RowSource rows;
  private final Supplier<Filling> place;
  private final StatementContext context;
  private @Nullable Filling filling;
  private long warningsBefore;

  /**
   * Rows on their way.
   *
   * @param place where they are kept; asked for just before the first call is sent
   */
  RecordedRows(RowSource rows, Supplier<Filling> place, StatementContext context) {
    this.rows = rows;
    this.place = place;
    this.context = context;
  }

  @Override
  public void start() {
    begin();
    rows.start();
  }

  private Filling begin() {
    Filling begun = filling;
    if (begun == null) {
      begun = place.get();
      filling = begun;
      warningsBefore = context.warningCount();
    }
    return begun;
  }

  @Override
  public boolean hasFailed() {
    return rows.hasFailed();
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    Filling begun = begin();
    @Nullable Object[] row;
    try {
      row = rows.next();
    } catch (RuntimeException e) {
      begun.giveUp();
      throw e;
    }
    if (context.warningCount() != warningsBefore) {
      begun.giveUp();
    }
    if (row == null) {
      begun.end();
    } else {
      begun.add(row.clone(), RowSize.of(row));
    }
    return row;
  }

  @Override
  public void close() {
    if (filling != null) {
      filling.giveUp();
    }
    rows.close();
  }
}
