package dev.imago.calcite.change;

import dev.imago.calcite.statement.OutputColumn;
import dev.imago.calcite.statement.Plan;
import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.write.AnswerTables;
import dev.imago.parser.statement.SqlExec;
import java.util.ArrayList;
import java.util.List;
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
  static final String STATUS_COLUMN = "http_status";

  private final RelDataTypeFactory typeFactory;
  private final AnswerTables answers;
  private final boolean bulkWrites;

  /**
   * A planner.
   *
   * @param answers finds the tables that answers are rows of
   * @param bulkWrites whether UPDATE and DELETE may do without the whole key
   */
  public ChangePlanner(RelDataTypeFactory typeFactory, AnswerTables answers, boolean bulkWrites) {
    this.typeFactory = typeFactory;
    this.answers = answers;
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
          Plan.Kind.CALL, answerColumns(planned.change()), planned.source(), planned.change());
    }
    PlannedSource planned =
        statement instanceof SqlInsert insert
            ? new InsertSource(expressions, sources).plan(insert)
            : statement instanceof SqlUpdate update
                ? new KeyedSource(expressions, sources, bulkWrites).plan(update)
                : new KeyedSource(expressions, sources, bulkWrites).plan((SqlDelete) statement);
    OutputColumn count =
        new OutputColumn("count", typeFactory.createSqlType(SqlTypeName.BIGINT), Optional.empty());
    return new PlannedChange(Plan.Kind.UPDATE, List.of(count), planned.source(), planned.change());
  }

  private List<OutputColumn> answerColumns(Change change) {
    Optional<TableDescription> answer = answers.of(change.table(), change.method());
    return answer.isPresent() ? columnsOf(answer.get()) : echoed(change.method());
  }

  private List<OutputColumn> columnsOf(TableDescription table) {
    List<OutputColumn> columns = new ArrayList<>();
    for (ColumnDescription column : table.readableColumns()) {
      columns.add(
          new OutputColumn(
              column.name(),
              SqlTypes.nullable(column.type(), typeFactory),
              Optional.of(
                  new OutputColumn.Origin(
                      table.provider(), table.service(), table.name(), column.name()))));
    }
    return columns;
  }

  /** Where nothing is answered, the arguments come back, and the HTTP status. */
  private List<OutputColumn> echoed(WriteMethod method) {
    List<OutputColumn> columns = new ArrayList<>();
    for (WriteArgument argument : Echo.arguments(method)) {
      columns.add(
          new OutputColumn(
              argument.name(), SqlTypes.nullable(argument.type(), typeFactory), Optional.empty()));
    }
    columns.add(
        new OutputColumn(
            STATUS_COLUMN, typeFactory.createSqlType(SqlTypeName.INTEGER), Optional.empty()));
    return columns;
  }
}
