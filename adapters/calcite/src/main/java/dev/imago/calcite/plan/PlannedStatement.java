package dev.imago.calcite.plan;

import dev.imago.calcite.statement.OutputColumn;
import dev.imago.calcite.statement.Plan;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.Bindable;

/**
 * A plan that can run.
 *
 * @param stashed the objects that the rows are made with, by name
 * @param warnings what every run tells its user
 * @param code makes the rows: an {@code Object[]} for several columns, the bare value for one
 */
public record PlannedStatement(
    Kind kind,
    List<OutputColumn> columns,
    List<RelDataType> parameters,
    Map<String, Object> stashed,
    List<String> warnings,
    Bindable<?> code)
    implements Plan {
  public PlannedStatement {
    columns = List.copyOf(columns);
    parameters = List.copyOf(parameters);
    stashed = Map.copyOf(stashed);
    warnings = List.copyOf(warnings);
  }
}
