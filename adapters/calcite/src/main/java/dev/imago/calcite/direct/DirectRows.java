package dev.imago.calcite.direct;

import dev.imago.calcite.exec.ScanRows;
import dev.imago.calcite.exec.ScanTemplate;
import dev.imago.calcite.exec.SlicedRows;
import dev.imago.calcite.rel.EnumerableApiScan;
import dev.imago.calcite.rel.EnumerableSlice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableLimitSort;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableSort;
import org.apache.calcite.adapter.enumerable.EnumerableTableScan;
import org.apache.calcite.adapter.enumerable.EnumerableValues;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.schema.ScannableTable;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan that is one table with simple filters, projections, orders and limits above it. Most
 * statements are that, and compiling code for one takes longer than planning it.
 */
public final class DirectRows {
  private final RowExpressions expressions;

  private DirectRows(RexBuilder rexBuilder) {
    this.expressions = new RowExpressions(rexBuilder);
  }

  /**
   * What makes the rows, in the form that generated code gives them: an array for several columns,
   * the bare value for one.
   *
   * @return empty when the plan needs generated code
   */
  public static Optional<Bindable<Object>> of(EnumerableRel plan) {
    DirectRows direct = new DirectRows(plan.getCluster().getRexBuilder());
    boolean isBare = plan.getRowType().getFieldCount() == 1;
    return direct
        .rows(plan)
        .map(rows -> context -> rows.in(context).select(row -> isBare ? row[0] : row));
  }

  /** Makes the rows of one node, as arrays whatever the number of columns. */
  private interface Rows {
    Enumerable<@Nullable Object[]> in(DataContext context);
  }

  private Optional<Rows> rows(RelNode node) {
    if (node instanceof EnumerableApiScan scan) {
      return scanned(scan);
    }
    if (node instanceof EnumerableTableScan scan) {
      return Optional.ofNullable(scan.getTable().unwrap(ScannableTable.class))
          .map(table -> table::scan);
    }
    if (node instanceof EnumerableValues values) {
      return listed(values);
    }
    if (node instanceof EnumerableCalc calc) {
      return rows(calc.getInput()).flatMap(input -> calculated(calc.getProgram(), input));
    }
    if (node instanceof EnumerableSlice slice) {
      return rows(slice.getInput()).map(input -> sliced(slice, input));
    }
    return node instanceof EnumerableSort || node instanceof EnumerableLimitSort
        ? rows(node.getInput(0)).flatMap(input -> sorted((Sort) node, input))
        : Optional.empty();
  }

  private Optional<Rows> scanned(EnumerableApiScan scan) {
    List<RexNode> computed = new ArrayList<>();
    ScanTemplate template = scan.template(computed);
    return expressions
        .ofAll(computed)
        .map(
            values ->
                context ->
                    ScanRows.arrays(context, template, values(values, new Object[0], context)));
  }

  private Optional<Rows> listed(EnumerableValues values) {
    List<List<RowExpression>> rows = new ArrayList<>();
    for (List<RexLiteral> tuple : values.tuples) {
      Optional<List<RowExpression>> literals = expressions.ofAll(List.copyOf(tuple));
      if (literals.isEmpty()) {
        return Optional.empty();
      }
      rows.add(literals.get());
    }
    return Optional.of(
        context -> Linq4j.asEnumerable(rows).select(row -> values(row, new Object[0], context)));
  }

  private Optional<Rows> calculated(RexProgram program, Rows input) {
    Optional<Rows> filtered =
        program.getCondition() == null
            ? Optional.of(input)
            : expressions
                .of(program.expandLocalRef(program.getCondition()))
                .map(condition -> filtered(condition, input));
    return program.projectsOnlyIdentity()
        ? filtered
        : filtered.flatMap(rows -> projected(program, rows));
  }

  private static Rows filtered(RowExpression condition, Rows input) {
    return context ->
        input.in(context).where(row -> Boolean.TRUE.equals(condition.value(row, context)));
  }

  private Optional<Rows> projected(RexProgram program, Rows input) {
    return expressions
        .ofAll(program.getProjectList().stream().map(program::expandLocalRef).toList())
        .map(shown -> context -> input.in(context).select(row -> values(shown, row, context)));
  }

  private static @Nullable Object[] values(
      List<RowExpression> expressions, @Nullable Object[] row, DataContext context) {
    @Nullable Object[] values = new Object[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = expressions.get(i).value(row, context);
    }
    return values;
  }

  private static Rows sliced(EnumerableSlice slice, Rows input) {
    ToLongFunction<DataContext> skipped = count(slice.offset(), 0);
    ToLongFunction<DataContext> wanted = count(slice.fetch(), Long.MAX_VALUE);
    return context ->
        SlicedRows.of(input.in(context), skipped.applyAsLong(context), wanted.applyAsLong(context));
  }

  private static ToLongFunction<DataContext> count(@Nullable RexNode count, long none) {
    if (count instanceof RexDynamicParam parameter) {
      String name = "?" + parameter.getIndex();
      return context -> SlicedRows.count(context, name);
    }
    long known = count == null ? none : RexLiteral.numberValue(count).longValue();
    return context -> known;
  }

  private static Optional<Rows> sorted(Sort sort, Rows input) {
    return RowOrder.of(sort.getCollation(), sort.getInput().getRowType())
        .flatMap(
            order ->
                sort.offset == null && sort.fetch == null
                    ? Optional.of(context -> input.in(context).orderBy(row -> row, order))
                    : first(sort, order, input));
  }

  /** Numbers that are not known yet are left to generated code, and so are those beyond an int. */
  private static Optional<Rows> first(Sort sort, Comparator<@Nullable Object[]> order, Rows input) {
    return known(sort.offset, 0)
        .flatMap(
            skipped ->
                known(sort.fetch, Integer.MAX_VALUE)
                    .map(
                        wanted ->
                            context ->
                                EnumerableDefaults.orderBy(
                                    input.in(context), row -> row, order, skipped, wanted)));
  }

  private static Optional<Integer> known(@Nullable RexNode count, int none) {
    if (count == null) {
      return Optional.of(none);
    }
    return count instanceof RexLiteral literal
        ? Optional.ofNullable(literal.getValueAs(BigDecimal.class))
            .filter(number -> number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
            .map(BigDecimal::intValueExact)
        : Optional.empty();
  }
}
