package dev.imago.calcite.exec;

import dev.imago.core.read.ReadRequest;
import dev.imago.core.read.RowStream;
import dev.imago.core.statement.Cancellation;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.runtime.FlatLists;
import org.jspecify.annotations.Nullable;

/** The rows of a scan. Called by the generated code, so it is public. */
public final class ScanRows {
  private ScanRows() {}

  /**
   * The rows of a scan in the form that its row type has: an array, the bare value of a single
   * column, or an empty list for a row without columns.
   *
   * @param root an {@link ExecutionContext}
   * @param computed the values of the template's computed slots
   */
  public static Enumerable<Object> of(
      DataContext root, ScanTemplate template, @Nullable Object[] computed) {
    return rows(root, template, computed, form(template.columns().size()));
  }

  /** The same rows as arrays, whatever the number of columns. */
  public static Enumerable<@Nullable Object[]> arrays(
      DataContext root, ScanTemplate template, @Nullable Object[] computed) {
    return rows(root, template, computed, row -> row);
  }

  private static <T> Enumerable<T> rows(
      DataContext root,
      ScanTemplate template,
      @Nullable Object[] computed,
      Function<@Nullable Object[], @Nullable T> form) {
    ExecutionContext context = (ExecutionContext) root;
    List<ReadRequest> requests = context.reader().group(template.requests(computed));
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        RowStream rows = open(context, template, requests);
        // Whoever opens rows is about to read them: the call runs while others are opened.
        rows.start();
        return new StreamEnumerator<>(rows, form, context.statement().cancellation());
      }
    };
  }

  private static RowStream open(
      ExecutionContext context, ScanTemplate template, List<ReadRequest> requests) {
    if (template.gathers()) {
      return context
          .reader()
          .read(
              requests,
              context.statement(),
              context.sharedReads(),
              context.gatheredReads(template));
    }
    return context
        .reader()
        .read(
            requests,
            context.statement(),
            context.sharedReads(),
            template.use().sharing(),
            context.ahead(template));
  }

  private static Function<@Nullable Object[], @Nullable Object> form(int columns) {
    return switch (columns) {
      case 0 -> row -> FlatLists.of();
      case 1 -> row -> row[0];
      default -> row -> row;
    };
  }

  /** A stream as an enumerator. */
  private static final class StreamEnumerator<T> implements Enumerator<T> {
    private final RowStream stream;
    private final Function<@Nullable Object[], @Nullable T> form;
    private final Cancellation cancellation;
    private @Nullable T current;

    StreamEnumerator(
        RowStream stream,
        Function<@Nullable Object[], @Nullable T> form,
        Cancellation cancellation) {
      this.stream = stream;
      this.form = form;
      this.cancellation = cancellation;
    }

    @Override
    @SuppressWarnings("NullAway") // Calcite's rows may be NULL: the value of a single column.
    public T current() {
      return current;
    }

    @Override
    public boolean moveNext() {
      cancellation.check();
      @Nullable Object @Nullable [] row = stream.next();
      current = row == null ? null : form.apply(row);
      return row != null;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("a stream of rows is read once");
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
