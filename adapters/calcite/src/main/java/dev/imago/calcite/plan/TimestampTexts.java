package dev.imago.calcite.plan;

import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.row.ScalarText;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.TimestampString;

/**
 * Reads texts that stand for timestamps as the APIs write them: {@code createTime >
 * '2026-01-01T00:00:00Z'} compares with that instant. Calcite reads its own form only, and only
 * when the statement runs. A text that is no timestamp is left to it.
 */
final class TimestampTexts extends RexShuttle {
  private final RexBuilder rexBuilder;

  private TimestampTexts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** The same tree with its texts read, in sub-queries too. */
  static RelNode read(RelNode rel) {
    TimestampTexts texts = new TimestampTexts(rel.getCluster().getRexBuilder());
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode other) {
            return super.visit(other).accept(texts);
          }
        });
  }

  @Override
  public RexNode visitSubQuery(RexSubQuery subQuery) {
    RexSubQuery visited = (RexSubQuery) super.visitSubQuery(subQuery);
    return visited.clone(read(visited.rel));
  }

  @Override
  public RexNode visitCall(RexCall call) {
    if (call.getKind() == SqlKind.CAST
        && call.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
        && call.getOperands().get(0) instanceof RexLiteral text
        && SqlTypeUtil.inCharFamily(text.getType())
        && !text.isNull()
        && ScalarText.parse(String.valueOf(text.getValueAs(String.class)), Scalar.TIMESTAMP)
            instanceof Long millis) {
      RexNode instant =
          rexBuilder.makeTimestampLiteral(
              TimestampString.fromMillisSinceEpoch(millis), call.getType().getPrecision());
      return rexBuilder.ensureType(call.getType(), instant, true);
    }
    return super.visitCall(call);
  }
}
