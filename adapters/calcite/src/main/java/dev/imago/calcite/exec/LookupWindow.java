package dev.imago.calcite.exec;

import dev.imago.core.statement.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.jspecify.annotations.Nullable;

/**
 * The left rows of a lookup join that are under way, each with its right rows. It runs ahead of the
 * reader by a number of keys, and of left rows, that doubles with each left row, so that a LIMIT
 * above makes few calls and a long join makes many at the same time. Where all rows will be read,
 * there may be more rows than keys: rows with the same key take no place of others. All of it is
 * one thread's: calls wait in the HTTP client and need no thread of ours, so however deep lookups
 * nest, nothing can dead-lock.
 */
final class LookupWindow {
  /** Right rows of keys that are behind the window are kept up to this number in all. */
  private static final int MOST_KEPT = 100_000;

  private final Enumerator<@Nullable Object[]> left;
  private final Function1<@Nullable Object[], Enumerable<@Nullable Object[]>> right;
  private final int[] keys;
  private final int mostKeys;
  private final int mostRows;
  private final Cancellation cancellation;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Map<LookupKey, KeyedRows> rowsByKey = new LinkedHashMap<>(16, 0.75f, true);
  private int keyWidth;
  private int rowWidth;
  private int pendingKeys;
  private int kept;
  private boolean leftIsRead;

  /**
   * A left row and its right rows.
   *
   * @param isFirst whether it is the one that its right rows were opened for
   */
  @SuppressWarnings("ArrayRecordComponent") // Rows are arrays, and pairs are compared by identity.
  record Pending(@Nullable Object[] leftRow, KeyedRows rightRows, boolean isFirst) {}

  /**
   * Nothing read yet.
   *
   * @param reach how far it runs ahead
   * @param maxConcurrency the most calls that run at the same time
   */
  LookupWindow(
      Enumerator<@Nullable Object[]> left,
      Function1<@Nullable Object[], Enumerable<@Nullable Object[]>> right,
      int[] keys,
      Reach reach,
      int maxConcurrency,
      Cancellation cancellation) {
    this.left = left;
    this.right = right;
    this.keys = keys;
    this.keyWidth = reach.firstKeys(maxConcurrency);
    this.rowWidth = reach.firstRows(maxConcurrency);
    this.mostKeys = reach.mostKeys(maxConcurrency);
    this.mostRows = reach.mostRows(maxConcurrency);
    this.cancellation = cancellation;
  }

  /** The next left row, its right rows at their beginning; null after the last. */
  @Nullable Pending next() {
    cancellation.check();
    fill();
    Pending next = pending.pollFirst();
    keyWidth = (int) Math.min(2L * keyWidth, mostKeys);
    rowWidth = (int) Math.min(2L * rowWidth, mostRows);
    if (next == null) {
      return null;
    }
    if (next.isFirst()) {
      pendingKeys--;
    }
    next.rightRows().rewind();
    return next;
  }

  private void fill() {
    while (!leftIsRead && pendingKeys < keyWidth && pending.size() < rowWidth) {
      if (!left.moveNext()) {
        leftIsRead = true;
        return;
      }
      @Nullable Object[] row = left.current();
      LookupKey key = LookupKey.of(row, keys);
      KeyedRows rows = rowsByKey.get(key);
      boolean isFirst = rows == null;
      if (rows == null) {
        rows = new KeyedRows(() -> right.apply(row).enumerator());
        rowsByKey.put(key, rows);
        rows.open();
        pendingKeys++;
      }
      rows.expect();
      pending.addLast(new Pending(row, rows, isFirst));
    }
  }

  /** Says that a left row's right rows were read: what is kept for later rows stays in bounds. */
  void done(Pending row) {
    kept += row.rightRows().growth();
    Iterator<KeyedRows> leastUsed = rowsByKey.values().iterator();
    while (kept > MOST_KEPT && leastUsed.hasNext()) {
      KeyedRows rows = leastUsed.next();
      if (!rows.isExpected()) {
        kept -= rows.size();
        rows.close();
        leastUsed.remove();
      }
    }
  }

  void close() {
    left.close();
    pending.clear();
    rowsByKey.values().forEach(KeyedRows::close);
    rowsByKey.clear();
  }
}
