package dev.imago.calcite.rel;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * Values for some columns of a table: only rows with all of them are asked for. A value is an
 * expression that no row is needed for: a literal, a {@code ?}, a function of those.
 *
 * @param values by column name, in the order of the names
 */
public record Binding(Map<String, RexNode> values) {
  public Binding {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** No value at all: every row. */
  public static final Binding NONE = new Binding(Map.of());

  /** Both bindings at once. Where both have a column, they must agree. */
  Binding with(Binding other) {
    Map<String, RexNode> both = new TreeMap<>(values);
    both.putAll(other.values);
    return new Binding(both);
  }

  /** The same values for these columns alone. */
  Binding only(Iterable<String> columns) {
    Map<String, RexNode> some = new TreeMap<>();
    for (String column : columns) {
      RexNode value = values.get(column);
      if (value != null) {
        some.put(column, value);
      }
    }
    return new Binding(some);
  }

  /** The same columns with their values rewritten. */
  Binding accept(RexShuttle shuttle) {
    Map<String, RexNode> rewritten = new TreeMap<>();
    values.forEach((column, value) -> rewritten.put(column, value.accept(shuttle)));
    return new Binding(rewritten);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
