package dev.imago.jdbc;

import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Unwrapping;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Struct;
import org.jspecify.annotations.Nullable;

/** What a connection cannot make: large objects, savepoints, sharding keys. */
abstract class UnsupportedObjects implements Connection, Unwrapping {

  @Override
  public final Savepoint setSavepoint() throws SQLException {
    throw SqlErrors.unsupported("a savepoint");
  }

  @Override
  public final Savepoint setSavepoint(@Nullable String name) throws SQLException {
    throw SqlErrors.unsupported("a savepoint");
  }

  @Override
  public final void rollback(@Nullable Savepoint savepoint) throws SQLException {
    throw SqlErrors.unsupported("a savepoint");
  }

  @Override
  public final void releaseSavepoint(@Nullable Savepoint savepoint) throws SQLException {
    throw SqlErrors.unsupported("a savepoint");
  }

  @Override
  public final Clob createClob() throws SQLException {
    throw SqlErrors.unsupported("a CLOB");
  }

  @Override
  public final Blob createBlob() throws SQLException {
    throw SqlErrors.unsupported("a BLOB");
  }

  @Override
  public final NClob createNClob() throws SQLException {
    throw SqlErrors.unsupported("an NCLOB");
  }

  @Override
  public final SQLXML createSQLXML() throws SQLException {
    throw SqlErrors.unsupported("XML");
  }

  @Override
  public final Struct createStruct(
      @Nullable String typeName, @Nullable Object @Nullable [] attributes) throws SQLException {
    throw SqlErrors.unsupported("a named ROW type");
  }

  @Override
  public final boolean setShardingKeyIfValid(
      @Nullable ShardingKey key, @Nullable ShardingKey superKey, int timeout) throws SQLException {
    throw SqlErrors.unsupported("a sharding key");
  }

  @Override
  public final boolean setShardingKeyIfValid(@Nullable ShardingKey key, int timeout)
      throws SQLException {
    throw SqlErrors.unsupported("a sharding key");
  }

  @Override
  public final void setShardingKey(@Nullable ShardingKey key, @Nullable ShardingKey superKey)
      throws SQLException {
    throw SqlErrors.unsupported("a sharding key");
  }

  @Override
  public final void setShardingKey(@Nullable ShardingKey key) throws SQLException {
    throw SqlErrors.unsupported("a sharding key");
  }
}
