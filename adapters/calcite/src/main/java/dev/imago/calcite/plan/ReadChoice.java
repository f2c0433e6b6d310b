package dev.imago.calcite.plan;

import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;

/**
 * Chooses the calls that read a table for given bindings: the read that needs no more than the
 * query binds; else the one that the connection's defaults complete; else a wider one.
 */
final class ReadChoice {
  private final Function<String, List<String>> defaults;
  private final boolean mayWiden;
  private final RexBuilder rexBuilder;

  /**
   * @param defaults the default values of a property: {@code google.project}
   * @param mayWiden whether a wider read may stand in for a parameter that is not bound
   */
  ReadChoice(Function<String, List<String>> defaults, boolean mayWiden, RexBuilder rexBuilder) {
    this.defaults = defaults;
    this.mayWiden = mayWiden;
    this.rexBuilder = rexBuilder;
  }

  /** The calls, one for each alternative; empty when no read can be called. */
  Optional<List<PlannedRead>> choose(TableDescription table, BindingSet bindings) {
    Set<String> bound = boundVariables(table, bindings.columns());
    return fewestDefaults(table, bound, read -> read.kind() != ReadMethod.Kind.WIDER)
        .or(
            () ->
                mayWiden
                    ? fewestDefaults(table, bound, read -> read.kind() == ReadMethod.Kind.WIDER)
                    : Optional.empty())
        .flatMap(read -> calls(table, read, bindings, bound));
  }

  /** What the read that needs the fewest further parameters lacks, in path order. */
  List<String> missing(TableDescription table, BindingSet bindings) {
    Set<String> bound = boundVariables(table, bindings.columns());
    return table.reads().stream()
        .filter(read -> read.kind() == ReadMethod.Kind.LIST)
        .map(read -> read.parameters().stream().filter(p -> !isGiven(table, bound, p)).toList())
        .min(Comparator.comparingInt(List::size))
        .or(() -> table.reads().stream().map(ReadMethod::parameters).findFirst())
        .map(p -> p.stream().filter(name -> !isGiven(table, bound, name)).toList())
        .orElse(List.of());
  }

  /** The variables that the columns bind: themselves, and the segments of a resource name. */
  private static Set<String> boundVariables(TableDescription table, Set<String> columns) {
    Set<String> bound = new TreeSet<>(columns);
    for (String name : columns) {
      table
          .column(name)
          .flatMap(ColumnDescription::resource)
          .map(PathTemplate::variables)
          .ifPresent(bound::addAll);
    }
    return bound;
  }

  private Optional<ReadMethod> fewestDefaults(
      TableDescription table, Set<String> bound, Predicate<ReadMethod> kind) {
    return table.reads().stream()
        .filter(kind)
        .filter(read -> read.parameters().stream().allMatch(p -> isGiven(table, bound, p)))
        .min(Comparator.comparingLong(read -> unbound(read, bound).size()));
  }

  private static List<String> unbound(ReadMethod read, Set<String> bound) {
    return read.parameters().stream().filter(p -> !bound.contains(p)).toList();
  }

  private boolean isGiven(TableDescription table, Set<String> bound, String parameter) {
    return bound.contains(parameter) || !defaultValues(table, parameter).isEmpty();
  }

  private List<RexNode> defaultValues(TableDescription table, String parameter) {
    String property = table.defaults().get(parameter);
    return property == null
        ? List.of()
        : defaults.apply(property).stream().map(this::literal).toList();
  }

  private RexNode literal(String value) {
    return rexBuilder.makeLiteral(value);
  }

  private Optional<List<PlannedRead>> calls(
      TableDescription table, ReadMethod read, BindingSet bindings, Set<String> bound) {
    Optional<BindingSet> complete = Optional.of(bindings);
    for (String parameter : unbound(read, bound)) {
      BindingSet values = BindingSet.of(parameter, defaultValues(table, parameter));
      complete = complete.flatMap(b -> b.and(values));
    }
    return complete.map(set -> set.bindings().stream().map(b -> new PlannedRead(read, b)).toList());
  }
}
