package dev.imago.calcite.function;

import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A function that is another way to write something that standard SQL has. */
abstract class RewrittenFunction {
  private final String name;
  private final int operands;
  private final String form;

  /**
   * @param operands how many it takes
   * @param form how it is written: {@code DATE_TRUNC('month', time)}
   */
  RewrittenFunction(String name, int operands, String form) {
    this.name = name;
    this.operands = operands;
    this.form = form;
  }

  /** What a call with the right number of operands stands for. */
  abstract SqlNode standard(SqlCall call);

  /** In upper case. */
  final String name() {
    return name;
  }

  /**
   * What a call stands for.
   *
   * @throws CalciteContextException when it is not written as it must be
   */
  final SqlNode rewrite(SqlCall call) {
    if (call.operandCount() != operands) {
      throw refusal(call.getParserPosition(), "is written as " + form);
    }
    return standard(call);
  }

  final CalciteContextException refusal(SqlParserPos position, String reason) {
    return new CalciteContextException(
        name,
        new CalciteException(name + " " + reason, null),
        position.getLineNum(),
        position.getColumnNum(),
        position.getEndLineNum(),
        position.getEndColumnNum());
  }
}
