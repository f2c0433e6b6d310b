package dev.imago.parser.grammar;

import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What the grammar refuses although its words fit. The generated parser throws this. */
public final class Refusal {
  private Refusal() {}

  /**
   * An error that the parser passes on with its position.
   *
   * @param reason what is wrong and what would be right, in one line
   */
  public static CalciteContextException at(SqlParserPos position, String reason) {
    return new CalciteContextException(
        reason,
        new CalciteException(reason, null),
        position.getLineNum(),
        position.getColumnNum(),
        position.getEndLineNum(),
        position.getEndColumnNum());
  }
}
