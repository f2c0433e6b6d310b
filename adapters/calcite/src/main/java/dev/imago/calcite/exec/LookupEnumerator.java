package dev.imago.calcite.exec;

import dev.imago.calcite.exec.LookupWindow.Pending;
import java.util.Arrays;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.rel.core.JoinRelType;
import org.jspecify.annotations.Nullable;

/** Pairs the left rows of a {@link LookupWindow} with their right rows, one at a time. */
final class LookupEnumerator implements Enumerator<@Nullable Object[]> {
  private final LookupWindow window;
  private final JoinRelType type;
  private final int rightWidth;
  private final Predicate2<@Nullable Object[], @Nullable Object[]> condition;
  private @Nullable Pending left;
  private int nextRight;
  private boolean hasMatch;
  private @Nullable Object @Nullable [] current;

  LookupEnumerator(
      LookupWindow window,
      JoinRelType type,
      int rightWidth,
      Predicate2<@Nullable Object[], @Nullable Object[]> condition) {
    this.window = window;
    this.type = type;
    this.rightWidth = rightWidth;
    this.condition = condition;
  }

  @Override
  public boolean moveNext() {
    while (true) {
      if (left == null && !nextLeft()) {
        current = null;
        return false;
      }
      if (pair()) {
        return true;
      }
    }
  }

  private boolean nextLeft() {
    left = window.next();
    nextRight = 0;
    hasMatch = false;
    return left != null;
  }

  /** Makes the next row of the left row; without one, ends the left row. */
  private boolean pair() {
    Pending row = left;
    if (row == null) {
      return false;
    }
    @Nullable Object[] match = nextMatch(row);
    if (match != null) {
      hasMatch = true;
      switch (type) {
        case SEMI -> {
          end(row);
          current = row.leftRow();
          return true;
        }
        case ANTI -> {
          end(row);
          return false;
        }
        default -> {
          current = joined(row.leftRow(), match);
          return true;
        }
      }
    }
    end(row);
    if (hasMatch || type == JoinRelType.INNER || type == JoinRelType.SEMI) {
      return false;
    }
    current =
        type == JoinRelType.ANTI
            ? row.leftRow()
            : joined(row.leftRow(), new @Nullable Object[rightWidth]);
    return true;
  }

  private @Nullable Object @Nullable [] nextMatch(Pending row) {
    while (true) {
      @Nullable Object[] right = row.rightRows().row(nextRight++);
      if (right == null || condition.apply(row.leftRow(), right)) {
        return right;
      }
    }
  }

  private void end(Pending row) {
    left = null;
    window.done(row);
  }

  private static @Nullable Object[] joined(@Nullable Object[] left, @Nullable Object[] right) {
    @Nullable Object[] row = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, row, left.length, right.length);
    return row;
  }

  @Override
  public @Nullable Object[] current() {
    if (current == null) {
      throw new IllegalStateException("there is no current row");
    }
    return current;
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException("a lookup join is read once");
  }

  @Override
  public void close() {
    window.close();
  }
}
