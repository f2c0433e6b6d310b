package dev.imago.calcite.function;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.jspecify.annotations.Nullable;

/** A unit of time as a text, {@code 'month'} or {@code 'months'}. */
final class TimeUnitText {
  private TimeUnitText() {}

  /** The unit, or nothing where the operand is no literal or names none. */
  static Optional<TimeUnit> parse(SqlNode operand) {
    return operand instanceof SqlLiteral literal
            && literal.getTypeName().getFamily() == SqlTypeFamily.CHARACTER
        ? unit(literal.getValueAs(String.class))
        : Optional.empty();
  }

  private static Optional<TimeUnit> unit(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String name = text.trim().toUpperCase(Locale.ROOT);
    return Arrays.stream(TimeUnit.values())
        .filter(unit -> unit.name().equals(name) || (unit.name() + "S").equals(name))
        .findFirst();
  }

  static SqlIntervalQualifier qualifier(TimeUnit unit, SqlParserPos position) {
    return new SqlIntervalQualifier(unit, null, position);
  }
}
