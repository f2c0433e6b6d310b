package dev.imago.jdbc;

import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which JDBC sets a {@code ?}, brought to one. The type of the parameter decides what
 * a value becomes; the type that the caller names does not.
 */
abstract class ParameterSetters extends ImagoStatement implements PreparedStatement {

  ParameterSetters(ImagoConnection connection) {
    super(connection, true);
  }

  /**
   * Sets a value.
   *
   * @param index from 1
   * @throws SQLException 07009 when there is no such parameter, 22018 or 22003 when the value is
   *     none of its type
   */
  abstract void set(int index, @Nullable Object value) throws SQLException;

  @Override
  public final void setBoolean(int index, boolean value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setByte(int index, byte value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setShort(int index, short value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setInt(int index, int value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setLong(int index, long value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setFloat(int index, float value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setDouble(int index, double value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setString(int index, @Nullable String value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setNString(int index, @Nullable String value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setBytes(int index, byte @Nullable [] value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setDate(int index, @Nullable Date value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setTime(int index, @Nullable Time value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setArray(int index, @Nullable Array value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setObject(int index, @Nullable Object value) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setNull(int index, int type) throws SQLException {
    set(index, null);
  }

  @Override
  public final void setNull(int index, int type, @Nullable String typeName) throws SQLException {
    set(index, null);
  }

  @Override
  public final void setObject(int index, @Nullable Object value, int type) throws SQLException {
    set(index, value);
  }

  @Override
  public final void setObject(int index, @Nullable Object value, int type, int scaleOrLength)
      throws SQLException {
    set(index, value);
  }

  @Override
  public final void setObject(int index, @Nullable Object value, @Nullable SQLType type)
      throws SQLException {
    set(index, value);
  }

  @Override
  public final void setObject(
      int index, @Nullable Object value, @Nullable SQLType type, int scaleOrLength)
      throws SQLException {
    set(index, value);
  }

  @Override
  public final void setAsciiStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    setAsciiStream(index, value, (long) length);
  }

  @Override
  public final void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
    setAsciiStream(index, value, Long.MAX_VALUE);
  }

  @Override
  public final void setBinaryStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    setBinaryStream(index, value, (long) length);
  }

  @Override
  public final void setBinaryStream(int index, @Nullable InputStream value) throws SQLException {
    setBinaryStream(index, value, Long.MAX_VALUE);
  }

  @Override
  public final void setBlob(int index, @Nullable InputStream value, long length)
      throws SQLException {
    setBinaryStream(index, value, length);
  }

  @Override
  public final void setBlob(int index, @Nullable InputStream value) throws SQLException {
    setBinaryStream(index, value, Long.MAX_VALUE);
  }

  @Override
  public final void setCharacterStream(int index, @Nullable Reader value, int length)
      throws SQLException {
    setCharacterStream(index, value, (long) length);
  }

  @Override
  public final void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
    setCharacterStream(index, value, Long.MAX_VALUE);
  }

  @Override
  public final void setNCharacterStream(int index, @Nullable Reader value, long length)
      throws SQLException {
    setCharacterStream(index, value, length);
  }

  @Override
  public final void setNCharacterStream(int index, @Nullable Reader value) throws SQLException {
    setCharacterStream(index, value, Long.MAX_VALUE);
  }

  @Override
  public final void setClob(int index, @Nullable Reader value, long length) throws SQLException {
    setCharacterStream(index, value, length);
  }

  @Override
  public final void setClob(int index, @Nullable Reader value) throws SQLException {
    setCharacterStream(index, value, Long.MAX_VALUE);
  }

  @Override
  public final void setNClob(int index, @Nullable Reader value, long length) throws SQLException {
    setCharacterStream(index, value, length);
  }

  @Override
  public final void setNClob(int index, @Nullable Reader value) throws SQLException {
    setCharacterStream(index, value, Long.MAX_VALUE);
  }

  @Override
  public final void setDate(int index, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    set(index, value == null || calendar == null ? value : wallClock(value.getTime(), calendar));
  }

  @Override
  public final void setTime(int index, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    set(
        index,
        value == null || calendar == null
            ? value
            : wallClock(value.getTime(), calendar).toLocalTime());
  }

  /** The wall clock that the instant has in the calendar's zone. */
  @Override
  public final void setTimestamp(int index, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    set(index, value == null || calendar == null ? value : wallClock(value.getTime(), calendar));
  }

  private static LocalDateTime wallClock(long epochMillis, Calendar calendar) {
    return LocalDateTime.ofInstant(
        Instant.ofEpochMilli(epochMillis), calendar.getTimeZone().toZoneId());
  }

  @Override
  public final void setURL(int index, @Nullable URL value) throws SQLException {
    set(index, value == null ? null : value.toString());
  }

  @Override
  public final void setClob(int index, @Nullable Clob value) throws SQLException {
    setCharacterStream(index, value == null ? null : content(value::getCharacterStream));
  }

  @Override
  public final void setNClob(int index, @Nullable NClob value) throws SQLException {
    setClob(index, value);
  }

  @Override
  public final void setBlob(int index, @Nullable Blob value) throws SQLException {
    setBinaryStream(index, value == null ? null : content(value::getBinaryStream));
  }

  /** What an object of another driver holds; its failure may lack an SQLState. */
  private static <T> T content(SqlErrors.Work<T> stream) throws SQLException {
    try {
      return stream.run();
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  @Override
  public final void setAsciiStream(int index, @Nullable InputStream value, long length)
      throws SQLException {
    setText(index, value, StandardCharsets.US_ASCII, length);
  }

  @Override
  @Deprecated
  public final void setUnicodeStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    byte[] bytes = value == null ? null : read(value, length);
    set(index, bytes == null ? null : new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public final void setBinaryStream(int index, @Nullable InputStream value, long length)
      throws SQLException {
    set(index, value == null ? null : read(value, length));
  }

  @Override
  public final void setCharacterStream(int index, @Nullable Reader value, long length)
      throws SQLException {
    set(index, value == null ? null : read(value, length));
  }

  private void setText(int index, @Nullable InputStream value, Charset charset, long length)
      throws SQLException {
    setCharacterStream(index, value == null ? null : new InputStreamReader(value, charset), length);
  }

  private static byte[] read(InputStream stream, long length) throws SQLException {
    try {
      return stream.readNBytes((int) Math.min(limit(length), Integer.MAX_VALUE));
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private static String read(Reader reader, long length) throws SQLException {
    StringWriter text = new StringWriter();
    long left = limit(length);
    char[] buffer = new char[4096];
    try {
      while (left > 0) {
        int count = reader.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (count < 0) {
          break;
        }
        text.write(buffer, 0, count);
        left -= count;
      }
    } catch (IOException failure) {
      throw unreadable(failure);
    }
    return text.toString();
  }

  private static long limit(long length) throws SQLException {
    if (length < 0) {
      throw SqlErrors.invalidArgument("a length of " + length);
    }
    return length;
  }

  private static SQLException unreadable(Exception failure) {
    return SqlErrors.of(
        ErrorCode.INVALID_VALUE, "the parameter's stream cannot be read: " + failure, failure);
  }

  @Override
  public final void setRef(int index, @Nullable Ref value) throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("a REF");
  }

  @Override
  public final void setRowId(int index, @Nullable RowId value) throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("a ROWID");
  }

  @Override
  public final void setSQLXML(int index, @Nullable SQLXML value) throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("XML");
  }
}
