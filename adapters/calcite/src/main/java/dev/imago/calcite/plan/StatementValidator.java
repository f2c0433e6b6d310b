package dev.imago.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.validate.SqlValidatorCatalogReader;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's validator, which also finds the type of a {@code ?} in a CASE that stands within an
 * expression, orders by the fields of nested values, and keeps the names of the fields of unnested
 * rows.
 */
final class StatementValidator extends SqlValidatorImpl {

  StatementValidator(
      SqlOperatorTable operators,
      SqlValidatorCatalogReader names,
      RelDataTypeFactory typeFactory,
      Config config) {
    super(operators, names, typeFactory, config);
  }

  /**
   * Calcite asks for the type of a whole CASE, and of what it is an operand of, before it has
   * looked into the CASE.
   */
  @Override
  protected void inferUnknownTypes(
      RelDataType inferredType, SqlValidatorScope scope, SqlNode node) {
    if (node instanceof SqlCase choice) {
      for (SqlNode branch : branches(choice)) {
        if (branch instanceof SqlCall && !branch.isA(SqlKind.QUERY)) {
          inferUnknownTypes(unknownType, scope, branch);
        }
      }
    } else if (node instanceof SqlCall call && !node.isA(SqlKind.QUERY)) {
      for (SqlNode operand : call.getOperandList()) {
        if (operand instanceof SqlCase) {
          inferUnknownTypes(unknownType, scope, operand);
        }
      }
    }
    super.inferUnknownTypes(inferredType, scope, node);
  }

  /** Calcite looks for a column by the name of each field in the expression. */
  @Override
  public SqlNode expandOrderExpr(SqlSelect select, SqlNode orderExpr) {
    if (!NestedOrder.hasField(orderExpr)) {
      return super.expandOrderExpr(select, orderExpr);
    }
    SqlNode expanded =
        NestedOrder.expand(orderExpr, column -> super.expandOrderExpr(select, column));
    SqlValidatorScope scope = getOrderScope(select);
    inferUnknownTypes(unknownType, scope, expanded);
    setValidatedNodeType(expanded, deriveType(scope, expanded));
    return expanded;
  }

  @Override
  protected void registerNamespace(
      @Nullable SqlValidatorScope usingScope,
      @Nullable String alias,
      SqlValidatorNamespace namespace,
      boolean forceNullable) {
    SqlNode node = namespace.getNode();
    super.registerNamespace(
        usingScope,
        alias,
        node instanceof SqlCall call && UnnestAlias.isOver(call)
            ? new UnnestAlias(this, call, namespace.getEnclosingNode())
            : namespace,
        forceNullable);
  }

  private static List<SqlNode> branches(SqlCase choice) {
    List<SqlNode> branches = new ArrayList<>();
    choice.getThenOperands().forEach(branches::add);
    @Nullable SqlNode otherwise = choice.getElseOperand();
    if (otherwise != null) {
      branches.add(otherwise);
    }
    return branches;
  }
}
