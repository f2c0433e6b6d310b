package dev.imago.calcite.function;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** {@code NOW()}: the time at which the statement began. */
final class Now extends RewrittenFunction {
  Now() {
    super("NOW", 0, "NOW()");
  }

  @Override
  SqlNode standard(SqlCall call) {
    return SqlStdOperatorTable.CURRENT_TIMESTAMP.createCall(call.getParserPosition());
  }
}
