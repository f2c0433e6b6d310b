package dev.imago.jdbc;

import dev.imago.calcite.statement.Plan;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which JDBC sets a {@code ?} by the name of the argument that it is, brought to the
 * one by its place.
 */
abstract class NamedSetters extends ImagoPreparedStatement implements CallableStatement {

  NamedSetters(ImagoConnection connection, Plan plan) {
    super(connection, plan, KeyColumns.NONE);
  }

  /**
   * The place of a {@code ?}, from 1.
   *
   * @throws SQLException 07009 when no argument that is a {@code ?} has the name
   */
  abstract int place(@Nullable String name) throws SQLException;

  @Override
  public final void setAsciiStream(@Nullable String name, @Nullable InputStream value)
      throws SQLException {
    setAsciiStream(place(name), value);
  }

  @Override
  public final void setAsciiStream(@Nullable String name, @Nullable InputStream value, int length)
      throws SQLException {
    setAsciiStream(place(name), value, length);
  }

  @Override
  public final void setAsciiStream(@Nullable String name, @Nullable InputStream value, long length)
      throws SQLException {
    setAsciiStream(place(name), value, length);
  }

  @Override
  public final void setBigDecimal(@Nullable String name, @Nullable BigDecimal value)
      throws SQLException {
    setBigDecimal(place(name), value);
  }

  @Override
  public final void setBinaryStream(@Nullable String name, @Nullable InputStream value)
      throws SQLException {
    setBinaryStream(place(name), value);
  }

  @Override
  public final void setBinaryStream(@Nullable String name, @Nullable InputStream value, int length)
      throws SQLException {
    setBinaryStream(place(name), value, length);
  }

  @Override
  public final void setBinaryStream(@Nullable String name, @Nullable InputStream value, long length)
      throws SQLException {
    setBinaryStream(place(name), value, length);
  }

  @Override
  public final void setBlob(@Nullable String name, @Nullable InputStream value)
      throws SQLException {
    setBlob(place(name), value);
  }

  @Override
  public final void setBlob(@Nullable String name, @Nullable Blob value) throws SQLException {
    setBlob(place(name), value);
  }

  @Override
  public final void setBlob(@Nullable String name, @Nullable InputStream value, long length)
      throws SQLException {
    setBlob(place(name), value, length);
  }

  @Override
  public final void setBoolean(@Nullable String name, boolean value) throws SQLException {
    setBoolean(place(name), value);
  }

  @Override
  public final void setByte(@Nullable String name, byte value) throws SQLException {
    setByte(place(name), value);
  }

  @Override
  public final void setBytes(@Nullable String name, byte @Nullable [] value) throws SQLException {
    setBytes(place(name), value);
  }

  @Override
  public final void setCharacterStream(@Nullable String name, @Nullable Reader value)
      throws SQLException {
    setCharacterStream(place(name), value);
  }

  @Override
  public final void setCharacterStream(@Nullable String name, @Nullable Reader value, int length)
      throws SQLException {
    setCharacterStream(place(name), value, length);
  }

  @Override
  public final void setCharacterStream(@Nullable String name, @Nullable Reader value, long length)
      throws SQLException {
    setCharacterStream(place(name), value, length);
  }

  @Override
  public final void setClob(@Nullable String name, @Nullable Reader value) throws SQLException {
    setClob(place(name), value);
  }

  @Override
  public final void setClob(@Nullable String name, @Nullable Clob value) throws SQLException {
    setClob(place(name), value);
  }

  @Override
  public final void setClob(@Nullable String name, @Nullable Reader value, long length)
      throws SQLException {
    setClob(place(name), value, length);
  }

  @Override
  public final void setDate(@Nullable String name, @Nullable Date value) throws SQLException {
    setDate(place(name), value);
  }

  @Override
  public final void setDate(
      @Nullable String name, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    setDate(place(name), value, calendar);
  }

  @Override
  public final void setDouble(@Nullable String name, double value) throws SQLException {
    setDouble(place(name), value);
  }

  @Override
  public final void setFloat(@Nullable String name, float value) throws SQLException {
    setFloat(place(name), value);
  }

  @Override
  public final void setInt(@Nullable String name, int value) throws SQLException {
    setInt(place(name), value);
  }

  @Override
  public final void setLong(@Nullable String name, long value) throws SQLException {
    setLong(place(name), value);
  }

  @Override
  public final void setNCharacterStream(@Nullable String name, @Nullable Reader value)
      throws SQLException {
    setNCharacterStream(place(name), value);
  }

  @Override
  public final void setNCharacterStream(@Nullable String name, @Nullable Reader value, long length)
      throws SQLException {
    setNCharacterStream(place(name), value, length);
  }

  @Override
  public final void setNClob(@Nullable String name, @Nullable Reader value) throws SQLException {
    setNClob(place(name), value);
  }

  @Override
  public final void setNClob(@Nullable String name, @Nullable NClob value) throws SQLException {
    setNClob(place(name), value);
  }

  @Override
  public final void setNClob(@Nullable String name, @Nullable Reader value, long length)
      throws SQLException {
    setNClob(place(name), value, length);
  }

  @Override
  public final void setNString(@Nullable String name, @Nullable String value) throws SQLException {
    setNString(place(name), value);
  }

  @Override
  public final void setNull(@Nullable String name, int type) throws SQLException {
    setNull(place(name), type);
  }

  @Override
  public final void setNull(@Nullable String name, int type, @Nullable String typeName)
      throws SQLException {
    setNull(place(name), type, typeName);
  }

  @Override
  public final void setObject(@Nullable String name, @Nullable Object value) throws SQLException {
    setObject(place(name), value);
  }

  @Override
  public final void setObject(@Nullable String name, @Nullable Object value, int type)
      throws SQLException {
    setObject(place(name), value, type);
  }

  @Override
  public final void setObject(@Nullable String name, @Nullable Object value, @Nullable SQLType type)
      throws SQLException {
    setObject(place(name), value, type);
  }

  @Override
  public final void setObject(
      @Nullable String name, @Nullable Object value, int type, int scaleOrLength)
      throws SQLException {
    setObject(place(name), value, type, scaleOrLength);
  }

  @Override
  public final void setObject(
      @Nullable String name, @Nullable Object value, @Nullable SQLType type, int scaleOrLength)
      throws SQLException {
    setObject(place(name), value, type, scaleOrLength);
  }

  @Override
  public final void setRowId(@Nullable String name, @Nullable RowId value) throws SQLException {
    setRowId(place(name), value);
  }

  @Override
  public final void setSQLXML(@Nullable String name, @Nullable SQLXML value) throws SQLException {
    setSQLXML(place(name), value);
  }

  @Override
  public final void setShort(@Nullable String name, short value) throws SQLException {
    setShort(place(name), value);
  }

  @Override
  public final void setString(@Nullable String name, @Nullable String value) throws SQLException {
    setString(place(name), value);
  }

  @Override
  public final void setTime(@Nullable String name, @Nullable Time value) throws SQLException {
    setTime(place(name), value);
  }

  @Override
  public final void setTime(
      @Nullable String name, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    setTime(place(name), value, calendar);
  }

  @Override
  public final void setTimestamp(@Nullable String name, @Nullable Timestamp value)
      throws SQLException {
    setTimestamp(place(name), value);
  }

  @Override
  public final void setTimestamp(
      @Nullable String name, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    setTimestamp(place(name), value, calendar);
  }

  @Override
  public final void setURL(@Nullable String name, @Nullable URL value) throws SQLException {
    setURL(place(name), value);
  }
}
