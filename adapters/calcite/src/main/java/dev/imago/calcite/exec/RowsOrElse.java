package dev.imago.calcite.exec;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** Rows, or one given row when there are none. Called by the generated code, so it is public. */
public final class RowsOrElse extends AbstractEnumerable<Object> {
  private final Enumerable<?> rows;
  private final Object otherwise;

  private RowsOrElse(Enumerable<?> rows, Object otherwise) {
    this.rows = rows;
    this.otherwise = otherwise;
  }

  /** The same rows, or the other one when there are none. */
  public static Enumerable<Object> of(Enumerable<?> rows, Object otherwise) {
    return new RowsOrElse(rows, otherwise);
  }

  @Override
  public Enumerator<Object> enumerator() {
    return new Rows(rows.enumerator());
  }

  private final class Rows implements Enumerator<Object> {
    private final Enumerator<?> input;
    private boolean started;
    private boolean isOtherwise;

    private Rows(Enumerator<?> input) {
      this.input = input;
    }

    @Override
    public Object current() {
      return isOtherwise ? otherwise : input.current();
    }

    @Override
    public boolean moveNext() {
      boolean found = input.moveNext();
      isOtherwise = !found && !started;
      started = true;
      return found || isOtherwise;
    }

    @Override
    public void reset() {
      input.reset();
      started = false;
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
