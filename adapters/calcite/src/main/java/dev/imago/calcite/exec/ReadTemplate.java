package dev.imago.calcite.exec;

import dev.imago.core.description.ReadMethod;
import java.util.Map;

/**
 * One call chain of a scan, before its values are known.
 *
 * @param bindings the values, by column name
 */
public record ReadTemplate(ReadMethod method, Map<String, Slot> bindings) {
  public ReadTemplate {
    bindings = Map.copyOf(bindings);
  }
}
