package dev.imago.calcite.plan;

import dev.imago.calcite.exec.TimestampReading;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.row.ScalarText;
import java.util.List;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.apache.calcite.util.TimestampString;

/**
 * Reads texts that stand for timestamps as the APIs write them: {@code createTime >
 * '2026-01-01T00:00:00Z'} compares with that instant. Calcite reads its own form only. A literal is
 * read here, what a row holds while the statement runs. A literal that is no timestamp is left to
 * Calcite.
 */
final class TimestampTexts extends RexShuttle {
  /** The digits of a second's fraction that a timestamp has here. */
  private static final int MILLISECONDS = 3;

  private static final SqlFunction READ =
      new SqlUserDefinedFunction(
          new SqlIdentifier(TimestampReading.FUNCTION, SqlParserPos.ZERO),
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.explicit(SqlTypeName.TIMESTAMP, MILLISECONDS)
              .andThen(SqlTypeTransforms.TO_NULLABLE),
          InferTypes.ANY_NULLABLE,
          OperandTypes.operandMetadata(
              List.of(), factory -> List.of(), index -> "text", index -> false),
          ScalarFunctionImpl.create(
              Types.lookupMethod(TimestampReading.class, "read", String.class)));

  private final RexBuilder rexBuilder;

  private TimestampTexts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** The same tree with its texts read, in sub-queries too. */
  static RelNode read(RelNode rel) {
    TimestampTexts texts = new TimestampTexts(rel.getCluster().getRexBuilder());
    return Expressions.rewritten(rel, texts);
  }

  @Override
  public RexNode visitSubQuery(RexSubQuery subQuery) {
    RexSubQuery visited = (RexSubQuery) super.visitSubQuery(subQuery);
    return visited.clone(read(visited.rel));
  }

  @Override
  public RexNode visitCall(RexCall call) {
    if (call.getKind() != SqlKind.CAST
        || call.getType().getSqlTypeName() != SqlTypeName.TIMESTAMP
        || !SqlTypeUtil.inCharFamily(call.getOperands().get(0).getType())) {
      return super.visitCall(call);
    }
    RexNode text = call.getOperands().get(0).accept(this);
    if (!(text instanceof RexLiteral literal)) {
      return rexBuilder.ensureType(call.getType(), rexBuilder.makeCall(READ, text), true);
    }
    return !literal.isNull()
            && ScalarText.parse(String.valueOf(literal.getValueAs(String.class)), Scalar.TIMESTAMP)
                instanceof Long millis
        ? rexBuilder.ensureType(
            call.getType(),
            rexBuilder.makeTimestampLiteral(
                TimestampString.fromMillisSinceEpoch(millis), call.getType().getPrecision()),
            true)
        : call;
  }
}
