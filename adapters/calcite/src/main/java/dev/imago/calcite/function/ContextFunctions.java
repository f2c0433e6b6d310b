package dev.imago.calcite.function;

import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.jspecify.annotations.Nullable;

/**
 * CURRENT_CATALOG and CURRENT_SCHEMA: where bare names are looked up. Calcite has no code for them.
 */
public final class ContextFunctions implements SqlRexConvertletTable {
  private final String catalog;
  private final String schema;

  /** For one statement. */
  public ContextFunctions(String catalog, String schema) {
    this.catalog = catalog;
    this.schema = schema;
  }

  @Override
  public @Nullable SqlRexConvertlet get(SqlCall call) {
    SqlOperator operator = call.getOperator();
    if (operator.equals(SqlStdOperatorTable.CURRENT_CATALOG)) {
      return (context, node) -> literal(context, node, catalog);
    }
    return operator.equals(SqlStdOperatorTable.CURRENT_SCHEMA)
        ? (context, node) -> literal(context, node, schema)
        : StandardConvertletTable.INSTANCE.get(call);
  }

  private static RexNode literal(SqlRexContext context, SqlCall call, String name) {
    return context
        .getRexBuilder()
        .makeLiteral(name, context.getValidator().getValidatedNodeType(call), true);
  }
}
