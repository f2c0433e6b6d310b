package dev.imago.calcite.plan;

import dev.imago.calcite.exec.TimestampFields;
import java.util.List;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/**
 * Lets EXTRACT stand twice in one CASE: {@code COALESCE(EXTRACT(MONTH FROM a), EXTRACT(MONTH FROM
 * b))}. Calcite's code for a branch does not find the unit that a condition has used.
 */
final class Extraction extends RexShuttle {
  private static final SqlFunction EXTRACT =
      new SqlUserDefinedFunction(
          new SqlIdentifier(TimestampFields.FUNCTION, SqlParserPos.ZERO),
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.BIGINT_NULLABLE,
          InferTypes.ANY_NULLABLE,
          OperandTypes.operandMetadata(
              List.of(), factory -> List.of(), index -> "operand", index -> false),
          ScalarFunctionImpl.create(
              Types.lookupMethod(TimestampFields.class, "extract", String.class, Long.class)));

  private final RexBuilder rexBuilder;

  private Extraction(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** The same tree. No rule knows the function, so this comes last. */
  static RelNode byFunction(RelNode rel) {
    return Expressions.rewritten(rel, new Extraction(rel.getCluster().getRexBuilder()));
  }

  @Override
  public RexNode visitCall(RexCall call) {
    RexNode visited = super.visitCall(call);
    if (!visited.isA(SqlKind.EXTRACT) || !(visited instanceof RexCall extract)) {
      return visited;
    }
    RexNode time = extract.getOperands().get(1);
    TimeUnitRange unit =
        extract.getOperands().get(0) instanceof RexLiteral literal
            ? literal.getValueAs(TimeUnitRange.class)
            : null;
    return unit != null && isPointInTime(time.getType())
        ? of(unit, time, extract.getType())
        : visited;
  }

  private static boolean isPointInTime(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.TIMESTAMP
        || type.getSqlTypeName() == SqlTypeName.DATE;
  }

  private RexNode of(TimeUnitRange unit, RexNode time, RelDataType type) {
    RelDataType timestamp =
        rexBuilder
            .getTypeFactory()
            .createTypeWithNullability(
                rexBuilder.getTypeFactory().createSqlType(SqlTypeName.TIMESTAMP),
                time.getType().isNullable());
    RexNode millis =
        time.getType().getSqlTypeName() == SqlTypeName.DATE
            ? rexBuilder.makeCast(timestamp, time)
            : time;
    return rexBuilder.ensureType(
        type,
        rexBuilder.makeCall(type, EXTRACT, List.of(rexBuilder.makeLiteral(unit.name()), millis)),
        true);
  }
}
