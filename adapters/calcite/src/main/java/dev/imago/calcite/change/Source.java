package dev.imago.calcite.change;

import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.Bindable;

/**
 * A planned query whose rows say what is to be changed.
 *
 * @param rowType the type of its rows
 * @param parameters the types of the statement's {@code ?}, in order
 * @param stashed the objects that the rows are made with, by name
 * @param warnings what every run tells its user
 * @param code makes the rows: an {@code Object[]} for several columns, the bare value for one
 * @param plan its plan for people; empty when its rows are known without any call
 */
public record Source(
    RelDataType rowType,
    List<RelDataType> parameters,
    Map<String, Object> stashed,
    List<String> warnings,
    Bindable<?> code,
    String plan) {
  public Source {
    parameters = List.copyOf(parameters);
    stashed = Map.copyOf(stashed);
    warnings = List.copyOf(warnings);
  }
}
