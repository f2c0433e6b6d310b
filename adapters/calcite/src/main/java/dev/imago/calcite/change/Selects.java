package dev.imago.calcite.change;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Makes queries. */
final class Selects {
  private Selects() {}

  static SqlSelect of(
      SqlParserPos position, SqlNodeList values, @Nullable SqlNode from, @Nullable SqlNode where) {
    return new SqlSelect(
        position, null, values, from, where, null, null, null, null, null, null, null, null);
  }
}
