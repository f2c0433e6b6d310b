package dev.imago.calcite.change;

import dev.imago.calcite.method.AnswerColumn;
import dev.imago.calcite.method.MethodTypes;
import dev.imago.calcite.statement.OutputColumn;
import dev.imago.calcite.statement.Plan;
import dev.imago.parser.statement.SqlExec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlDelete;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUpdate;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Plans statements that change things. Each becomes a query, whose rows hold the values of a
 * write's arguments, and the write.
 */
public final class ChangePlanner {
  private final RelDataTypeFactory typeFactory;
  private final MethodTypes methodTypes;
  private final boolean bulkWrites;

  /**
   * A planner.
   *
   * @param methodTypes what methods give
   * @param bulkWrites whether UPDATE and DELETE may do without the whole key
   */
  public ChangePlanner(
      RelDataTypeFactory typeFactory, MethodTypes methodTypes, boolean bulkWrites) {
    this.typeFactory = typeFactory;
    this.methodTypes = methodTypes;
    this.bulkWrites = bulkWrites;
  }

  /** Whether it is one of the statements that are planned here. */
  public static boolean isChange(SqlNode statement) {
    return statement instanceof SqlExec
        || statement instanceof SqlInsert
        || statement instanceof SqlUpdate
        || statement instanceof SqlDelete;
  }

  /** The plan of such a statement. No call is made. */
  public PlannedChange plan(SqlNode statement, Sources sources) {
    Expressions expressions = new Expressions(typeFactory);
    if (statement instanceof SqlExec exec) {
      PlannedSource planned = new ExecSource(expressions, sources).plan(exec);
      return new PlannedChange(
          Plan.Kind.CALL,
          answerColumns(planned.change()),
          planned.source(),
          planned.change(),
          planned.placesByName());
    }
    PlannedSource planned =
        statement instanceof SqlInsert insert
            ? new InsertSource(expressions, sources).plan(insert)
            : statement instanceof SqlUpdate update
                ? new KeyedSource(expressions, sources, bulkWrites).plan(update)
                : new KeyedSource(expressions, sources, bulkWrites).plan((SqlDelete) statement);
    OutputColumn count =
        new OutputColumn("count", typeFactory.createSqlType(SqlTypeName.BIGINT), Optional.empty());
    return new PlannedChange(
        Plan.Kind.UPDATE, List.of(count), planned.source(), planned.change(), Map.of());
  }

  private List<OutputColumn> answerColumns(Change change) {
    return methodTypes.answer(change.table(), change.method()).stream()
        .map(AnswerColumn::output)
        .toList();
  }
}
