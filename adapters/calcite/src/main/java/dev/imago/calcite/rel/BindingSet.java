package dev.imago.calcite.rel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Alternatives: the rows of any of these bindings. All of them bind the same columns and no two are
 * equal, so no row belongs to two of them.
 *
 * @param columns the columns that each binding has
 * @param bindings none for no row at all; {@link Binding#NONE} alone for every row
 */
public record BindingSet(Set<String> columns, List<Binding> bindings) {
  /** More alternatives than this stay a filter. */
  public static final int MOST = 10_000;

  /** Nothing is bound: every row. */
  public static final BindingSet UNBOUND = new BindingSet(Set.of(), List.of(Binding.NONE));

  public BindingSet {
    columns = Set.copyOf(columns);
    bindings = List.copyOf(bindings);
  }

  /** One column with alternative values. */
  public static BindingSet of(String column, List<RexNode> values) {
    Set<Binding> bindings = new LinkedHashSet<>();
    for (RexNode value : values) {
      bindings.add(new Binding(Map.of(column, value)));
    }
    return new BindingSet(Set.of(column), List.copyOf(bindings));
  }

  /** No row satisfies it. */
  public boolean isEmpty() {
    return bindings.isEmpty();
  }

  /**
   * The alternatives that satisfy both sets.
   *
   * @return empty when that is not known before the statement runs ({@code k = ? AND k = 'a'}) or
   *     when there would be too many
   */
  public Optional<BindingSet> and(BindingSet other) {
    Set<String> shared = new TreeSet<>(columns);
    shared.retainAll(other.columns);
    if (!isDecidable(shared, other)) {
      return Optional.empty();
    }
    Map<Binding, List<Binding>> byShared = new LinkedHashMap<>();
    for (Binding binding : other.bindings) {
      byShared.computeIfAbsent(binding.only(shared), key -> new ArrayList<>()).add(binding);
    }
    List<Binding> both = new ArrayList<>();
    for (Binding binding : bindings) {
      for (Binding match : byShared.getOrDefault(binding.only(shared), List.of())) {
        if (both.size() == MOST) {
          return Optional.empty();
        }
        both.add(binding.with(match));
      }
    }
    Set<String> all = new TreeSet<>(columns);
    all.addAll(other.columns);
    return Optional.of(new BindingSet(all, both));
  }

  /**
   * Two different literals are different values; of other expressions only equal ones are known.
   */
  private boolean isDecidable(Set<String> shared, BindingSet other) {
    Set<Binding> mine = distinct(shared);
    Set<Binding> theirs = other.distinct(shared);
    boolean literal =
        mine.stream().allMatch(BindingSet::isLiteral)
            && theirs.stream().allMatch(BindingSet::isLiteral);
    return literal || (mine.size() == 1 && mine.equals(theirs));
  }

  /** The alternatives as far as these columns go. */
  public BindingSet only(Set<String> some) {
    Set<String> kept = new TreeSet<>(columns);
    kept.retainAll(some);
    return new BindingSet(kept, List.copyOf(distinct(kept)));
  }

  /** The different values of a column, in order. */
  public List<RexNode> valuesOf(String column) {
    return bindings.stream()
        .flatMap(binding -> Optional.ofNullable(binding.values().get(column)).stream())
        .distinct()
        .toList();
  }

  private Set<Binding> distinct(Set<String> some) {
    Set<Binding> distinct = new LinkedHashSet<>();
    for (Binding binding : bindings) {
      distinct.add(binding.only(some));
    }
    return distinct;
  }

  /** Whether a value is one of the left row of a join. */
  public boolean readsLeftRow() {
    return bindings.stream()
        .flatMap(binding -> binding.values().values().stream())
        .anyMatch(RexUtil::containsCorrelation);
  }

  /** Whether every alternative takes its value of a column from the left row of a join. */
  boolean readLeftRow(String column) {
    return bindings.stream()
        .map(binding -> binding.values().get(column))
        .allMatch(value -> value != null && RexUtil.containsCorrelation(value));
  }

  private static boolean isLiteral(Binding binding) {
    return binding.values().values().stream().allMatch(RexLiteral.class::isInstance);
  }

  /**
   * The alternatives whose value of a column turns out, when the statement runs, to be equal to
   * another value; any other alternative's value is NULL then, which makes no call. Those that
   * differ in this column alone become one.
   *
   * @param column one of the columns
   * @param value an expression that no row of the scan is needed for
   */
  public BindingSet whereEqual(String column, RexNode value, RexBuilder rexBuilder) {
    Set<String> others = new TreeSet<>(columns);
    others.remove(column);
    Map<Binding, List<RexNode>> valuesByRest = new LinkedHashMap<>();
    for (Binding binding : bindings) {
      valuesByRest
          .computeIfAbsent(binding.only(others), rest -> new ArrayList<>())
          .add(Objects.requireNonNull(binding.values().get(column)));
    }
    List<Binding> restricted = new ArrayList<>();
    valuesByRest.forEach(
        (rest, values) ->
            restricted.add(
                rest.with(new Binding(Map.of(column, oneOf(values, value, rexBuilder))))));
    return new BindingSet(columns, restricted);
  }

  /** The value where it is one of the others, and NULL elsewhere. */
  private static RexNode oneOf(List<RexNode> others, RexNode value, RexBuilder rexBuilder) {
    return rexBuilder.makeCall(
        SqlStdOperatorTable.CASE,
        rexBuilder.makeIn(value, others),
        value,
        rexBuilder.makeNullLiteral(value.getType()));
  }

  /** The same alternatives with every value rewritten. */
  BindingSet accept(RexShuttle shuttle) {
    return new BindingSet(
        columns, bindings.stream().map(binding -> binding.accept(shuttle)).distinct().toList());
  }

  /**
   * The alternatives of either set. Where the two bind different columns, only the shared ones are
   * kept: then more rows are asked for, and the caller filters.
   */
  public BindingSet or(BindingSet other) {
    Set<String> shared = new TreeSet<>(columns);
    shared.retainAll(other.columns);
    Set<Binding> either = distinct(shared);
    either.addAll(other.distinct(shared));
    return new BindingSet(shared, List.copyOf(either));
  }
}
