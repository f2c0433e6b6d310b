package dev.imago.calcite.plan;

import dev.imago.calcite.exec.NestedEquality;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/** Makes {@code =} and {@code <>} of lists and maps a comparison of their elements. */
final class NestedEqualities extends RexShuttle {
  private final RexBuilder rexBuilder;

  NestedEqualities(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    RexCall visited = (RexCall) super.visitCall(call);
    if (visited.getOperands().stream().noneMatch(operand -> isNested(operand.getType()))) {
      return visited;
    }
    return switch (visited.getKind()) {
      case EQUALS -> equal(visited);
      case NOT_EQUALS -> rexBuilder.makeCall(SqlStdOperatorTable.NOT, equal(visited));
      case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM ->
          RelOptUtil.isDistinctFrom(
                  rexBuilder,
                  visited.getOperands().get(0),
                  visited.getOperands().get(1),
                  visited.isA(SqlKind.IS_NOT_DISTINCT_FROM))
              .accept(this);
      default -> visited;
    };
  }

  /** Whether values of a type are lists or maps. */
  static boolean isNested(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.ARRAY || type.getSqlTypeName() == SqlTypeName.MAP;
  }

  private RexNode equal(RexCall comparison) {
    Method equal = Types.lookupMethod(NestedEquality.class, "equal", Object.class, Object.class);
    SqlUserDefinedFunction function =
        new SqlUserDefinedFunction(
            new SqlIdentifier(NestedEquality.FUNCTION, SqlParserPos.ZERO),
            SqlKind.OTHER_FUNCTION,
            ReturnTypes.BOOLEAN_NULLABLE,
            InferTypes.ANY_NULLABLE,
            OperandTypes.operandMetadata(
                List.of(), factory -> List.of(), index -> "value", index -> false),
            ScalarFunctionImpl.create(equal));
    return rexBuilder.makeCall(function, comparison.getOperands());
  }
}
