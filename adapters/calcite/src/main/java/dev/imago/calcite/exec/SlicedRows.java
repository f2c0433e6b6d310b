package dev.imago.calcite.exec;

import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/**
 * The rows between an OFFSET and a LIMIT. Called by the generated code, so it is public. It asks
 * for no row after the last wanted one: Calcite's own does, and that row can cost a call.
 */
public final class SlicedRows {
  private SlicedRows() {}

  /**
   * Some of the rows.
   *
   * @param skipped how many are left out first
   * @param wanted how many follow at most
   */
  public static <T> Enumerable<T> of(Enumerable<T> rows, long skipped, long wanted) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new Slice<>(rows.enumerator(), skipped, wanted);
      }
    };
  }

  /** The value of a {@code ?} that counts rows; NULL counts as none. */
  public static long count(DataContext root, String parameter) {
    return root.get(parameter) instanceof Number number ? number.longValue() : 0;
  }

  private static final class Slice<T> implements Enumerator<T> {
    private final Enumerator<T> rows;
    private long toSkip;
    private long toGive;

    Slice(Enumerator<T> rows, long toSkip, long toGive) {
      this.rows = rows;
      this.toSkip = toSkip;
      this.toGive = toGive;
    }

    @Override
    public boolean moveNext() {
      if (toGive <= 0) {
        rows.close();
        return false;
      }
      while (toSkip > 0) {
        if (!rows.moveNext()) {
          toGive = 0;
          return false;
        }
        toSkip--;
      }
      toGive--;
      return rows.moveNext();
    }

    @Override
    public T current() {
      return rows.current();
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("a slice is read once");
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
