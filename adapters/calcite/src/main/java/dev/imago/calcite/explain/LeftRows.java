package dev.imago.calcite.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.calcite.rel.core.CorrelationId;

/**
 * The names of the left rows that a node can refer to: {@code left} in the right side of one join,
 * {@code left2} in that of a join below it.
 */
record LeftRows(Map<CorrelationId, String> names) {
  static final LeftRows NONE = new LeftRows(Map.of());

  LeftRows {
    names = Map.copyOf(names);
  }

  /** The same and one more. */
  LeftRows with(CorrelationId variable) {
    Map<CorrelationId, String> more = new LinkedHashMap<>(names);
    more.put(variable, names.isEmpty() ? "left" : "left" + (names.size() + 1));
    return new LeftRows(more);
  }

  String name(CorrelationId variable) {
    return names.getOrDefault(variable, variable.getName());
  }
}
