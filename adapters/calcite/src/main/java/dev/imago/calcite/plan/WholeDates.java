package dev.imago.calcite.plan;

import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Leaves a DATE as it is where FLOOR or CEIL takes it to a unit within a day. Calcite's code takes
 * the number of the day for one of milliseconds, and gives a day of 1970.
 */
final class WholeDates extends RexShuttle {
  private static final Set<TimeUnitRange> WITHIN_A_DAY =
      EnumSet.of(
          TimeUnitRange.HOUR,
          TimeUnitRange.MINUTE,
          TimeUnitRange.SECOND,
          TimeUnitRange.MILLISECOND,
          TimeUnitRange.MICROSECOND,
          TimeUnitRange.NANOSECOND);

  private WholeDates() {}

  /** The same tree, its sub-queries too. */
  static RelNode kept(RelNode rel) {
    return Expressions.rewritten(rel, new WholeDates());
  }

  @Override
  public RexNode visitSubQuery(RexSubQuery subQuery) {
    RexSubQuery visited = (RexSubQuery) super.visitSubQuery(subQuery);
    return visited.clone(kept(visited.rel));
  }

  @Override
  public RexNode visitCall(RexCall call) {
    RexNode visited = super.visitCall(call);
    return visited instanceof RexCall rounding && isWithinDay(rounding)
        ? rounding.getOperands().get(0)
        : visited;
  }

  private static boolean isWithinDay(RexCall call) {
    return (call.getKind() == SqlKind.FLOOR || call.getKind() == SqlKind.CEIL)
        && call.getOperands().size() == 2
        && call.getOperands().get(0).getType().getSqlTypeName() == SqlTypeName.DATE
        && call.getOperands().get(1) instanceof RexLiteral unit
        && WITHIN_A_DAY.contains(unit.getValueAs(TimeUnitRange.class));
  }
}
