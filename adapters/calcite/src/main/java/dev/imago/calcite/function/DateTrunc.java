package dev.imago.calcite.function;

import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * {@code DATE_TRUNC('month', time)}, and {@code DATE_TRUNC(time, MONTH)}, which are {@code
 * FLOOR(time TO MONTH)}. A week begins on Monday as in PostgreSQL; that of FLOOR begins on Sunday.
 */
final class DateTrunc extends RewrittenFunction {
  private static final String UNKNOWN_UNIT =
      "needs the name of a unit of time from 'second' to 'millennium'";

  /** The units within a day, to which FLOOR takes no DATE. */
  private static final Set<TimeUnit> TIMES =
      EnumSet.of(TimeUnit.SECOND, TimeUnit.MINUTE, TimeUnit.HOUR);

  private static final Set<TimeUnit> UNITS =
      EnumSet.of(
          TimeUnit.SECOND,
          TimeUnit.MINUTE,
          TimeUnit.HOUR,
          TimeUnit.DAY,
          TimeUnit.WEEK,
          TimeUnit.MONTH,
          TimeUnit.QUARTER,
          TimeUnit.YEAR,
          TimeUnit.DECADE,
          TimeUnit.CENTURY,
          TimeUnit.MILLENNIUM);

  DateTrunc() {
    super("DATE_TRUNC", 2, "DATE_TRUNC('month', time)");
  }

  @Override
  SqlNode standard(SqlCall call) {
    SqlParserPos position = call.getParserPosition();
    if (call.operand(1) instanceof SqlIntervalQualifier unit) {
      if (unit.timeFrameName != null || !UNITS.contains(unit.getStartUnit())) {
        throw refusal(unit.getParserPosition(), UNKNOWN_UNIT);
      }
      return truncated(call.operand(0), unit.getStartUnit(), position);
    }
    SqlNode text = call.operand(0);
    TimeUnit unit =
        TimeUnitText.parse(text)
            .filter(UNITS::contains)
            .orElseThrow(() -> refusal(text.getParserPosition(), UNKNOWN_UNIT));
    return truncated(call.operand(1), unit, position);
  }

  private static SqlNode truncated(SqlNode time, TimeUnit unit, SqlParserPos position) {
    return unit == TimeUnit.WEEK ? week(time, position) : floor(time, unit, position);
  }

  private static SqlNode week(SqlNode time, SqlParserPos position) {
    SqlIntervalQualifier days = TimeUnitText.qualifier(TimeUnit.DAY, position);
    SqlNode day = SqlLiteral.createInterval(1, "1", days, position);
    SqlNode before = SqlStdOperatorTable.MINUS.createCall(position, time, day);
    return SqlStdOperatorTable.PLUS.createCall(
        position, floor(before, TimeUnit.WEEK, position), day);
  }

  private static SqlNode floor(SqlNode time, TimeUnit unit, SqlParserPos position) {
    SqlNode point = TIMES.contains(unit) ? timestamp(time, position) : time;
    return SqlStdOperatorTable.FLOOR.createCall(
        position, point, TimeUnitText.qualifier(unit, position));
  }

  private static SqlNode timestamp(SqlNode time, SqlParserPos position) {
    return SqlStdOperatorTable.CAST.createCall(
        position,
        time,
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.TIMESTAMP, position), position));
  }
}
