package dev.imago.calcite.plan;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.Util;
import org.jspecify.annotations.Nullable;

/**
 * Full names for the columns in an ORDER BY expression, such as {@code disks[1].deviceName}: the
 * name behind the last dot is a field of the value ahead of it, and no column.
 */
final class NestedOrder extends SqlShuttle {
  private final UnaryOperator<SqlNode> columns;

  private NestedOrder(UnaryOperator<SqlNode> columns) {
    this.columns = columns;
  }

  /** Whether an expression takes a field out of a value that is no plain column. */
  static boolean hasField(SqlNode expression) {
    try {
      expression.accept(
          new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlCall call) {
              if (call.getKind() == SqlKind.DOT) {
                throw new Util.FoundOne(call);
              }
              return call.isA(SqlKind.QUERY) ? null : super.visit(call);
            }
          });
      return false;
    } catch (Util.FoundOne found) {
      return true;
    }
  }

  /**
   * The expression with the full names of its columns.
   *
   * @param columns what stands for a name: a column, or what the SELECT list gives that name
   */
  static SqlNode expand(SqlNode expression, UnaryOperator<SqlNode> columns) {
    return Objects.requireNonNull(expression.accept(new NestedOrder(columns)));
  }

  @Override
  public SqlNode visit(SqlIdentifier name) {
    return columns.apply(name);
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    if (call.getKind() == SqlKind.DOT) {
      return call.getOperator()
          .createCall(call.getParserPosition(), call.operand(0).accept(this), call.operand(1));
    }
    return call.isA(SqlKind.QUERY) ? call : super.visit(call);
  }
}
