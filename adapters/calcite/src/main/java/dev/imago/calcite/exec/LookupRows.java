package dev.imago.calcite.exec;

import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.rel.core.JoinRelType;
import org.jspecify.annotations.Nullable;

/** The rows of a lookup join. Called by the generated code, so it is public. */
public final class LookupRows {
  private final JoinRelType type;
  private final int[] keys;
  private final int rightWidth;
  private final Reach reach;

  /**
   * A lookup join.
   *
   * @param type inner, left, semi or anti
   * @param keys the columns of a left row that decide what its right rows are
   * @param rightWidth the number of columns of a right row
   * @param reach how far it may run ahead
   */
  public LookupRows(JoinRelType type, int[] keys, int rightWidth, Reach reach) {
    this.type = type;
    this.keys = keys.clone();
    this.rightWidth = rightWidth;
    this.reach = reach;
  }

  /**
   * Pairs each left row with its right rows, in the order of the left rows. The right rows of
   * several keys are on their way at the same time; those of each distinct key are read once.
   *
   * @param root an {@link ExecutionContext}
   * @param left rows, each an array
   * @param right the right rows of a left row, each an array; equal for equal keys
   * @param condition whether a pair belongs together
   */
  public Enumerable<@Nullable Object[]> join(
      DataContext root,
      Enumerable<@Nullable Object[]> left,
      Function1<@Nullable Object[], Enumerable<@Nullable Object[]>> right,
      Predicate2<@Nullable Object[], @Nullable Object[]> condition) {
    ExecutionContext context = (ExecutionContext) root;
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object[]> enumerator() {
        LookupWindow window =
            new LookupWindow(
                left.enumerator(),
                right,
                keys,
                context.isBounded() ? reach.ofSome() : reach,
                context.reader().maxConcurrency(),
                context.statement().cancellation());
        return new LookupEnumerator(window, type, rightWidth, condition);
      }
    };
  }
}
