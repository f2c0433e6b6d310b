package dev.imago.calcite.plan;

import dev.imago.calcite.statement.OutputColumn;
import dev.imago.calcite.statement.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.adapter.enumerable.EnumerableInterpretable;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes a physical tree runnable. */
final class CodeGeneration {
  private CodeGeneration() {}

  /**
   * A plan that runs the tree.
   *
   * @param stashed what the code looks up by name; generating it adds more
   */
  static Plan generate(
      EnumerableRel rel,
      Map<String, Object> stashed,
      List<OutputColumn> columns,
      List<RelDataType> parameters) {
    Bindable<?> code =
        EnumerableInterpretable.toBindable(stashed, null, rel, EnumerableRel.Prefer.ARRAY);
    return new PlannedStatement(Plan.Kind.QUERY, columns, parameters, stashed, code);
  }

  /** A plan that answers a text: one row, one column. */
  static Plan text(String text, List<RelDataType> parameters, RelDataTypeFactory typeFactory) {
    RelDataType type = typeFactory.createSqlType(SqlTypeName.VARCHAR);
    return new PlannedStatement(
        Plan.Kind.EXPLAIN,
        List.of(new OutputColumn("PLAN", type, Optional.empty())),
        parameters,
        Map.of(),
        context -> Linq4j.singletonEnumerable((Object) text));
  }
}
