package dev.imago.calcite.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/**
 * The right rows of one key of a lookup join: read once, and kept for the next left row with this
 * key as long as they are few. Used by one thread.
 */
final class KeyedRows {
  /** More rows than this are not kept; a further left row with the key reads them again. */
  static final int MOST_KEPT = 10_000;

  private final Supplier<Enumerator<@Nullable Object[]>> source;
  private final List<@Nullable Object[]> kept = new ArrayList<>();
  private @Nullable Enumerator<@Nullable Object[]> reading;
  private boolean isComplete;
  private boolean isTooMany;
  private int lastSize;
  private int waiting;

  /**
   * Rows that are not asked for yet.
   *
   * @param source opens them anew; the first call is under way when it returns
   */
  KeyedRows(Supplier<Enumerator<@Nullable Object[]>> source) {
    this.source = source;
  }

  /** Sends the first call, if it was not sent. */
  void open() {
    if (reading == null && !isComplete) {
      reading = source.get();
    }
  }

  /** Says that one more left row will come to read it. */
  void expect() {
    waiting++;
  }

  /** Whether a left row will come to read it. */
  boolean isExpected() {
    return waiting > 0;
  }

  /** How many rows are kept; the key itself counts as one. */
  int size() {
    return kept.size() + 1;
  }

  /** By how much the size has changed since this was last asked. */
  int growth() {
    int grown = size() - lastSize;
    lastSize = size();
    return grown;
  }

  /** A left row has come: begins at the first row. What was read and not kept is read again. */
  void rewind() {
    waiting--;
    if (isTooMany) {
      close();
      isTooMany = false;
      isComplete = false;
    }
  }

  /** The row at a place, the places asked for in order; null after the last. */
  @Nullable Object @Nullable [] row(int index) {
    if (!isTooMany && index < kept.size()) {
      return kept.get(index);
    }
    if (isComplete) {
      return null;
    }
    open();
    Enumerator<@Nullable Object[]> rows = reading;
    if (rows == null || !rows.moveNext()) {
      isComplete = true;
      endReading();
      return null;
    }
    @Nullable Object[] row = rows.current();
    keep(row);
    return row;
  }

  private void keep(@Nullable Object[] row) {
    if (isTooMany) {
      return;
    }
    if (kept.size() == MOST_KEPT) {
      kept.clear();
      isTooMany = true;
      return;
    }
    kept.add(row);
  }

  private void endReading() {
    if (reading != null) {
      reading.close();
      reading = null;
    }
  }

  /** Ends the calls that are under way for it. */
  void close() {
    endReading();
    kept.clear();
  }
}
