package dev.imago.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Writes expressions with {@code ?} in forms in which Calcite finds the type of the {@code ?}: a
 * pattern is text, and a list of rows is a choice of comparisons, column by column.
 */
final class ParameterForms extends SqlShuttle {

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    SqlNode copy = super.visit(call);
    if (!(copy instanceof SqlCall visited)) {
      return copy;
    }
    return switch (visited.getKind()) {
      case LIKE, SIMILAR -> texts(visited);
      case IN, NOT_IN -> isListOfRows(visited) ? comparisons(visited) : visited;
      default -> visited;
    };
  }

  private static SqlNode texts(SqlCall call) {
    List<SqlNode> operands = new ArrayList<>();
    for (SqlNode operand : call.getOperandList()) {
      operands.add(operand instanceof SqlDynamicParam ? text(operand) : operand);
    }
    return call.getOperator().createCall(call.getParserPosition(), operands);
  }

  private static SqlNode text(SqlNode parameter) {
    SqlParserPos position = parameter.getParserPosition();
    return SqlStdOperatorTable.CAST.createCall(
        position,
        parameter,
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, position), position));
  }

  private static boolean isListOfRows(SqlCall call) {
    int width = width(call.operand(0));
    return width > 0
        && call.operand(1) instanceof SqlNodeList list
        && !list.isEmpty()
        && list.stream().allMatch(row -> width(row) == width)
        && list.stream().anyMatch(ParameterForms::hasParameter);
  }

  /** How many columns a row has; 0 for what is no row. */
  private static int width(SqlNode node) {
    return node instanceof SqlCall row && row.getKind() == SqlKind.ROW ? row.operandCount() : 0;
  }

  private static boolean hasParameter(SqlNode row) {
    return ((SqlCall) row).getOperandList().stream().anyMatch(SqlDynamicParam.class::isInstance);
  }

  private static SqlNode comparisons(SqlCall call) {
    SqlParserPos position = call.getParserPosition();
    List<SqlNode> columns = ((SqlCall) call.operand(0)).getOperandList();
    List<SqlNode> rows = new ArrayList<>();
    for (SqlNode row : (SqlNodeList) call.operand(1)) {
      List<SqlNode> values = ((SqlCall) row).getOperandList();
      List<SqlNode> equalities = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        equalities.add(
            SqlStdOperatorTable.EQUALS.createCall(position, columns.get(i), values.get(i)));
      }
      rows.add(balanced(SqlStdOperatorTable.AND, equalities));
    }
    SqlNode choice = balanced(SqlStdOperatorTable.OR, rows);
    return call.getKind() == SqlKind.IN
        ? choice
        : SqlStdOperatorTable.NOT.createCall(position, choice);
  }

  /** A tree of little depth, because trees are walked by recursion. */
  private static SqlNode balanced(SqlOperator operator, List<SqlNode> nodes) {
    if (nodes.size() == 1) {
      return nodes.get(0);
    }
    int middle = nodes.size() / 2;
    return operator.createCall(
        nodes.get(0).getParserPosition(),
        balanced(operator, nodes.subList(0, middle)),
        balanced(operator, nodes.subList(middle, nodes.size())));
  }
}
