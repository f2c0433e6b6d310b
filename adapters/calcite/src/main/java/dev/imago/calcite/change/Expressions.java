package dev.imago.calcite.change;

import dev.imago.calcite.method.MethodTypes;
import dev.imago.core.description.ColumnType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** The expressions of a statement, as they can stand in a query on their own. */
record Expressions(RelDataTypeFactory typeFactory) {

  /** The expression; a {@code ?} has the type of what it is for, and NULL some type. */
  SqlNode of(SqlNode expression, ColumnType target) {
    if (expression instanceof SqlDynamicParam) {
      return cast(expression, MethodTypes.parameter(target, typeFactory));
    }
    if (SqlUtil.isNullLiteral(expression, false) || isDefault(expression)) {
      return nothing(expression.getParserPosition());
    }
    return expression;
  }

  /** Whether the statement leaves the value to the service. */
  static boolean isDefault(SqlNode expression) {
    return expression.getKind() == SqlKind.DEFAULT;
  }

  private SqlNode nothing(SqlParserPos position) {
    return cast(SqlLiteral.createNull(position), typeFactory.createSqlType(SqlTypeName.VARCHAR));
  }

  /** A whole number, for an amount. */
  SqlNode number(SqlNode expression) {
    return cast(expression, typeFactory.createSqlType(SqlTypeName.BIGINT));
  }

  private static SqlNode cast(SqlNode expression, RelDataType type) {
    return SqlStdOperatorTable.CAST.createCall(
        expression.getParserPosition(), expression, SqlTypeUtil.convertTypeToSpec(type));
  }
}
