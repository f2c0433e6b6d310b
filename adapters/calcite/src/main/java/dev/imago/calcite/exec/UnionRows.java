package dev.imago.calcite.exec;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of several inputs, one input after the other. The ones behind the input that is read are
 * opened already, as many as there may be calls at the same time, so that their first calls are on
 * their way. Called by the generated code, so it is public. Used by one thread.
 */
public final class UnionRows extends AbstractEnumerable<Object> {
  private final ExecutionContext context;
  private final Enumerable<?>[] inputs;
  private final boolean[] opensAhead;

  private UnionRows(ExecutionContext context, Enumerable<?>[] inputs, boolean[] opensAhead) {
    this.context = context;
    this.inputs = inputs;
    this.opensAhead = opensAhead;
  }

  /**
   * The rows of all inputs.
   *
   * @param root an {@link ExecutionContext}
   * @param opensAhead for each input, whether it may be opened before its rows are wanted
   */
  public static Enumerable<Object> of(
      DataContext root, Enumerable<?>[] inputs, boolean[] opensAhead) {
    return new UnionRows((ExecutionContext) root, inputs, opensAhead);
  }

  @Override
  public Enumerator<Object> enumerator() {
    Rows rows = new Rows();
    try {
      rows.open();
      return rows;
    } catch (RuntimeException | Error e) {
      // Nobody else knows the ones that are open.
      rows.close();
      throw e;
    }
  }

  private final class Rows implements Enumerator<Object> {
    private final int width = context.isBounded() ? 1 : context.reader().maxConcurrency();
    private final Deque<Enumerator<?>> open = new ArrayDeque<>();
    private int opened;

    void open() {
      while (opened < inputs.length
          && (open.isEmpty() || (open.size() < width && opensAhead[opened]))) {
        open.addLast(inputs[opened].enumerator());
        opened++;
      }
    }

    @Override
    public boolean moveNext() {
      while (!open.isEmpty()) {
        if (open.getFirst().moveNext()) {
          return true;
        }
        open.removeFirst().close();
        open();
      }
      return false;
    }

    @Override
    @SuppressWarnings("NullAway") // Calcite's rows may be NULL: the value of a single column.
    public @Nullable Object current() {
      return open.getFirst().current();
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("the rows of a union are read once");
    }

    @Override
    public void close() {
      open.forEach(Enumerator::close);
      open.clear();
      opened = inputs.length;
    }
  }
}
