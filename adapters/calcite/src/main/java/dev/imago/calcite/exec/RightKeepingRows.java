package dev.imago.calcite.exec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Predicate2;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a join that keeps its right rows, RIGHT or FULL, on any condition. Called by the
 * generated code, so it is public. Left rows are streamed and their order is kept; right rows
 * without a partner follow in their own order. Calcite's own remembers right rows by identity, and
 * so loses all but one of those that are the same object, as NULLs are.
 */
public final class RightKeepingRows extends AbstractEnumerable<@Nullable Object[]> {
  private final Enumerable<Object[]> left;
  private final Enumerable<Object[]> right;
  private final Predicate2<Object[], Object[]> condition;
  private final Shape shape;

  private RightKeepingRows(
      Enumerable<Object[]> left,
      Enumerable<Object[]> right,
      Predicate2<Object[], Object[]> condition,
      Shape shape) {
    this.left = left;
    this.right = right;
    this.condition = condition;
    this.shape = shape;
  }

  /**
   * What a join is like.
   *
   * @param keepsLeft whether left rows without a partner are kept too
   */
  public record Shape(int leftWidth, int rightWidth, boolean keepsLeft) {}

  /** The joined rows: the left row's values, then the right row's. */
  public static Enumerable<@Nullable Object[]> of(
      Enumerable<Object[]> left,
      Enumerable<Object[]> right,
      Predicate2<Object[], Object[]> condition,
      Shape shape) {
    return new RightKeepingRows(left, right, condition, shape);
  }

  @Override
  public Enumerator<@Nullable Object[]> enumerator() {
    return new Rows();
  }

  private @Nullable Object[] joined(
      @Nullable Object @Nullable [] leftRow, @Nullable Object @Nullable [] rightRow) {
    @Nullable Object[] row = new @Nullable Object[shape.leftWidth() + shape.rightWidth()];
    if (leftRow != null) {
      System.arraycopy(leftRow, 0, row, 0, shape.leftWidth());
    }
    if (rightRow != null) {
      System.arraycopy(rightRow, 0, row, shape.leftWidth(), shape.rightWidth());
    }
    return row;
  }

  private final class Rows implements Enumerator<@Nullable Object[]> {
    private final List<Object[]> rightRows = right.toList();
    private final BitSet matched = new BitSet(rightRows.size());
    private final Enumerator<Object[]> leftRows = left.enumerator();
    private List<@Nullable Object[]> ready = List.of();
    private int next;
    private boolean isLeftRead;

    @Override
    public @Nullable Object[] current() {
      return ready.get(next - 1);
    }

    @Override
    public boolean moveNext() {
      while (next == ready.size()) {
        if (isLeftRead) {
          return false;
        }
        isLeftRead = !leftRows.moveNext();
        ready = isLeftRead ? unmatched() : partners(leftRows.current());
        next = 0;
      }
      next++;
      return true;
    }

    private List<@Nullable Object[]> partners(Object[] leftRow) {
      List<@Nullable Object[]> rows = new ArrayList<>();
      for (int i = 0; i < rightRows.size(); i++) {
        if (condition.apply(leftRow, rightRows.get(i))) {
          matched.set(i);
          rows.add(joined(leftRow, rightRows.get(i)));
        }
      }
      if (rows.isEmpty() && shape.keepsLeft()) {
        rows.add(joined(leftRow, null));
      }
      return rows;
    }

    private List<@Nullable Object[]> unmatched() {
      List<@Nullable Object[]> rows = new ArrayList<>();
      for (int i = matched.nextClearBit(0); i < rightRows.size(); i = matched.nextClearBit(i + 1)) {
        rows.add(joined(null, rightRows.get(i)));
      }
      return rows;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("rows are read once");
    }

    @Override
    public void close() {
      leftRows.close();
    }
  }
}
