package dev.imago.calcite.change;

import dev.imago.calcite.change.Change.Slot;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Plans INSERT: the rows of its query, each one write. */
final class InsertSource {
  private final Expressions expressions;
  private final Sources sources;

  InsertSource(Expressions expressions, Sources sources) {
    this.expressions = expressions;
    this.sources = sources;
  }

  PlannedSource plan(SqlInsert insert) {
    SqlIdentifier name = (SqlIdentifier) insert.getTargetTable();
    TableDescription table = sources.table(name.names, name);
    List<WriteMethod> methods = table.writes(WriteMethod.Kind.INSERT);
    if (methods.isEmpty()) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED, "nothing can be inserted into " + table.qualifiedName());
    }
    SqlNodeList columns = insert.getTargetColumnList();
    if (columns == null) {
      throw new ImagoException(
          ErrorCode.INVALID_STATEMENT,
          "INSERT INTO "
              + table.qualifiedName()
              + " needs the names of its columns, in parentheses");
    }
    WriteMethod method = methods.get(0);
    List<WriteArgument> arguments = arguments(table, method, columns);
    refuseMissing(table, method, arguments);
    Source source = sources.plan(typed(insert.getSource(), arguments), UnaryOperator.identity());
    int given = source.rowType().getFieldCount();
    if (given != arguments.size()) {
      throw new ImagoException(
          ErrorCode.INVALID_STATEMENT,
          "INSERT names " + arguments.size() + " columns, and is given " + given + " values");
    }
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < given; i++) {
      slots.add(Slot.of(arguments.get(i), source.rowType().getFieldList().get(i)));
    }
    return new PlannedSource(
        source,
        new Change(
            table, method, WriteMethod.Kind.INSERT, slots, Optional.empty(), Optional.empty()));
  }

  private static List<WriteArgument> arguments(
      TableDescription table, WriteMethod method, SqlNodeList columns) {
    List<WriteArgument> arguments = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SqlNode column : columns) {
      WriteArgument argument = TargetColumns.argument(table, method, column, "inserted");
      if (!names.add(argument.name())) {
        throw new ImagoException(
            ErrorCode.INVALID_STATEMENT, "the column " + argument.name() + " is named twice");
      }
      arguments.add(argument);
    }
    return arguments;
  }

  private static void refuseMissing(
      TableDescription table, WriteMethod method, List<WriteArgument> given) {
    List<String> missing =
        method.arguments().stream()
            .filter(WriteArgument::required)
            .filter(argument -> !given.contains(argument))
            .map(WriteArgument::name)
            .toList();
    if (!missing.isEmpty()) {
      throw new ImagoException(
          ErrorCode.PARAMETER_NOT_BOUND,
          "INSERT INTO " + table.qualifiedName() + " needs " + String.join(", ", missing));
    }
  }

  /** The query; where it is VALUES, each value has the type of what it is for. */
  private SqlNode typed(SqlNode source, List<WriteArgument> arguments) {
    if (source.getKind() != SqlKind.VALUES) {
      return source;
    }
    SqlCall values = (SqlCall) source;
    List<SqlNode> rows = new ArrayList<>();
    for (SqlNode row : values.getOperandList()) {
      rows.add(typed((SqlCall) row, arguments));
    }
    return new SqlBasicCall(values.getOperator(), rows, values.getParserPosition());
  }

  private SqlNode typed(SqlCall row, List<WriteArgument> arguments) {
    List<SqlNode> values = new ArrayList<>();
    for (int i = 0; i < row.operandCount(); i++) {
      SqlNode value = row.operand(i);
      values.add(i < arguments.size() ? expressions.of(value, arguments.get(i).type()) : value);
    }
    return new SqlBasicCall(row.getOperator(), values, row.getParserPosition());
  }
}
