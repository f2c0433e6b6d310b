package dev.imago.jdbc;

import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import java.sql.SQLException;

/** What the caller of a statement can use. */
enum Wanted {
  ROWS,
  COUNT,
  EITHER;

  /**
   * Returns quietly if a plan of that kind gives it. A method that EXEC or CALL runs gives a row.
   *
   * @throws SQLException 07005 when there would be no rows, 07003 when there would be some
   */
  void check(Plan.Kind kind) throws SQLException {
    if (this == ROWS && kind == Plan.Kind.UPDATE) {
      throw SqlErrors.of(ErrorCode.ROWS_EXPECTED, "the statement gives no rows; use executeUpdate");
    }
    if (this == COUNT && kind != Plan.Kind.UPDATE) {
      throw SqlErrors.of(ErrorCode.ROWS_NOT_EXPECTED, "the statement gives rows; use executeQuery");
    }
  }
}
