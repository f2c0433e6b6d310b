package dev.imago.calcite.bind;

import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.core.description.TableDescription;
import dev.imago.core.property.DefaultValue;
import dev.imago.core.property.DefaultValue.Within;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;

/**
 * The connection's defaults as alternatives. A value may bring another with it: a project its
 * region.
 */
final class DefaultBindings {
  private final Function<String, List<DefaultValue>> defaults;
  private final RexBuilder rexBuilder;

  /**
   * @param defaults the default values of a property: {@code google.project}
   */
  DefaultBindings(Function<String, List<DefaultValue>> defaults, RexBuilder rexBuilder) {
    this.defaults = defaults;
    this.rexBuilder = rexBuilder;
  }

  /**
   * The alternatives with defaults for those of the parameters that have any.
   *
   * @param lacking what nothing else binds
   * @return empty when it is not known before the statement runs which of the alternatives the
   *     defaults go with, or when there are too many combinations
   */
  Optional<BindingSet> fill(
      TableDescription table, BindingSet bindings, Collection<String> lacking) {
    BindingSet filled = bindings;
    // Values that bring others with them come first, so that no default of its own stands for one.
    for (BindingSet values : inOrder(table, lacking)) {
      if (!filled.columns().containsAll(values.columns())) {
        Optional<BindingSet> more = filled.and(values);
        if (more.isEmpty()) {
          return Optional.empty();
        }
        filled = more.get();
      }
    }
    return Optional.of(filled);
  }

  private List<BindingSet> inOrder(TableDescription table, Collection<String> lacking) {
    List<BindingSet> pairs = new ArrayList<>();
    List<BindingSet> single = new ArrayList<>();
    for (String parameter : lacking) {
      alternatives(table, parameter)
          .ifPresent(values -> (values.columns().size() > 1 ? pairs : single).add(values));
    }
    pairs.addAll(single);
    return pairs;
  }

  private Optional<BindingSet> alternatives(TableDescription table, String parameter) {
    String property = table.defaults().get(parameter);
    Set<Binding> bindings = new LinkedHashSet<>();
    if (property != null) {
      for (DefaultValue value : defaults.apply(property)) {
        bindings.add(binding(table, parameter, value));
      }
    }
    return bindings.stream()
        .findFirst()
        .map(first -> new BindingSet(first.values().keySet(), List.copyOf(bindings)));
  }

  private Binding binding(TableDescription table, String parameter, DefaultValue value) {
    Map<String, RexNode> values = new TreeMap<>();
    values.put(parameter, literal(value.value()));
    value
        .within()
        .ifPresent(
            within ->
                parameterOf(table, within)
                    .ifPresent(outer -> values.put(outer, literal(within.value()))));
    return new Binding(values);
  }

  /** The parameter of the table that the property gives default values for. */
  private static Optional<String> parameterOf(TableDescription table, Within within) {
    return table.defaults().entrySet().stream()
        .filter(entry -> entry.getValue().equals(within.property()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private RexNode literal(String value) {
    return rexBuilder.makeLiteral(value);
  }
}
