package dev.imago.calcite.function;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** {@code DATE_PART('year', time)}, which is {@code EXTRACT(YEAR FROM time)}. */
final class DatePart extends RewrittenFunction {
  DatePart() {
    super("DATE_PART", 2, "DATE_PART('year', time)");
  }

  @Override
  SqlNode standard(SqlCall call) {
    SqlParserPos position = call.getParserPosition();
    SqlNode unit = call.operand(0);
    return TimeUnitText.parse(unit)
        .map(
            found ->
                SqlStdOperatorTable.EXTRACT.createCall(
                    position, TimeUnitText.qualifier(found, position), call.operand(1)))
        .orElseThrow(
            () -> refusal(unit.getParserPosition(), "needs the name of a unit of time, 'year'"));
  }
}
