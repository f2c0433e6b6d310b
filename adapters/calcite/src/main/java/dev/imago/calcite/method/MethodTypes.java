package dev.imago.calcite.method;

import dev.imago.calcite.statement.OutputColumn;
import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.write.AnswerTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** The types of methods: of the row that one gives, and of a {@code ?} that is an argument. */
public final class MethodTypes {
  private static final String STATUS_COLUMN = "http_status";

  private final RelDataTypeFactory typeFactory;
  private final AnswerTables answers;

  /**
   * The types of the methods of one engine.
   *
   * @param answers finds the tables that answers are rows of
   */
  public MethodTypes(RelDataTypeFactory typeFactory, AnswerTables answers) {
    this.typeFactory = typeFactory;
    this.answers = answers;
  }

  /** The type of a {@code ?} that gives such a value: what has parts is given as JSON text. */
  public static RelDataType parameter(ColumnType target, RelDataTypeFactory typeFactory) {
    boolean hasParts = !(target instanceof Scalar);
    return SqlTypes.nullable(hasParts ? Scalar.VARCHAR : target, typeFactory);
  }

  /** The arguments that come back where nothing is answered: those without parts, and no secret. */
  public static List<WriteArgument> echoed(WriteMethod method) {
    return method.arguments().stream()
        .filter(argument -> argument.type() == Scalar.VARCHAR && !argument.secret())
        .toList();
  }

  /**
   * The columns of the row that a method gives: of the table that the answer is a row of, else its
   * arguments and the HTTP status.
   */
  public List<AnswerColumn> answer(TableDescription table, WriteMethod method) {
    Optional<TableDescription> answer = answers.of(table, method);
    return answer.isPresent() ? columnsOf(answer.get()) : echo(method);
  }

  private List<AnswerColumn> columnsOf(TableDescription table) {
    List<AnswerColumn> columns = new ArrayList<>();
    for (ColumnDescription column : table.readableColumns()) {
      OutputColumn.Origin origin =
          new OutputColumn.Origin(table.provider(), table.service(), table.name(), column.name());
      columns.add(
          new AnswerColumn(
              new OutputColumn(
                  column.name(),
                  SqlTypes.nullable(column.type(), typeFactory),
                  Optional.of(origin)),
              column.says()));
    }
    return columns;
  }

  private List<AnswerColumn> echo(WriteMethod method) {
    List<AnswerColumn> columns = new ArrayList<>();
    for (WriteArgument argument : echoed(method)) {
      columns.add(
          new AnswerColumn(
              new OutputColumn(
                  argument.name(),
                  SqlTypes.nullable(argument.type(), typeFactory),
                  Optional.empty()),
              argument.says()));
    }
    columns.add(
        new AnswerColumn(
            new OutputColumn(
                STATUS_COLUMN, typeFactory.createSqlType(SqlTypeName.INTEGER), Optional.empty()),
            "The HTTP status of the answer."));
    return columns;
  }
}
