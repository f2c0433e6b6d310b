package dev.imago.jdbc.metadata;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;

/** How much the database can do: lengths, counts, levels. */
abstract class Limits extends PresentFeatures {
  private static final int NO_LIMIT = 0;
  private static final int NAME_LENGTH = 128;

  @Override
  public final int getMaxBinaryLiteralLength() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxCharLiteralLength() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxColumnsInGroupBy() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxColumnsInIndex() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxColumnsInOrderBy() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxColumnsInSelect() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxColumnsInTable() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxConnections() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxCursorNameLength() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxIndexLength() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxRowSize() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxStatementLength() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxStatements() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxTablesInSelect() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxUserNameLength() {
    return NO_LIMIT;
  }

  @Override
  public final long getMaxLogicalLobSize() {
    return NO_LIMIT;
  }

  @Override
  public final int getMaxColumnNameLength() {
    return NAME_LENGTH;
  }

  @Override
  public final int getMaxSchemaNameLength() {
    return NAME_LENGTH;
  }

  @Override
  public final int getMaxProcedureNameLength() {
    return NAME_LENGTH;
  }

  @Override
  public final int getMaxCatalogNameLength() {
    return NAME_LENGTH;
  }

  @Override
  public final int getMaxTableNameLength() {
    return NAME_LENGTH;
  }

  @Override
  public final int getDefaultTransactionIsolation() {
    return Connection.TRANSACTION_NONE;
  }

  @Override
  public final int getResultSetHoldability() {
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public final int getSQLStateType() {
    return sqlStateSQL;
  }

  @Override
  public final int getJDBCMajorVersion() {
    return 4;
  }

  @Override
  public final int getJDBCMinorVersion() {
    return 3;
  }

  @Override
  public final RowIdLifetime getRowIdLifetime() {
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }
}
