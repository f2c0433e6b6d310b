package dev.imago.jdbc.result;

import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.value.JavaClasses;
import dev.imago.jdbc.value.ValueReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading by number. A getter of a NULL gives null, 0 or false. */
abstract class ReadsByNumber extends ReadsByLabel {

  /** Reads a value that is not NULL. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ValueReader reader, Object value) throws SQLException;
  }

  /**
   * Reads a value of the current row.
   *
   * @param column from 1
   * @return null for NULL
   * @throws SQLException 07009 when there is no such column, 24000 when there is no current row,
   *     22018 or 22003 when the value cannot be read so
   */
  abstract <T> @Nullable T read(int column, Reading<T> reading) throws SQLException;

  @Override
  public @Nullable String getString(int column) throws SQLException {
    return read(column, ValueReader::text);
  }

  @Override
  public @Nullable String getNString(int column) throws SQLException {
    return getString(column);
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    Boolean value = read(column, ValueReader::truth);
    return value != null && value;
  }

  @Override
  public byte getByte(int column) throws SQLException {
    Byte value = read(column, ValueReader::byteValue);
    return value == null ? 0 : value;
  }

  @Override
  public short getShort(int column) throws SQLException {
    Short value = read(column, ValueReader::shortValue);
    return value == null ? 0 : value;
  }

  @Override
  public int getInt(int column) throws SQLException {
    Integer value = read(column, ValueReader::intValue);
    return value == null ? 0 : value;
  }

  @Override
  public long getLong(int column) throws SQLException {
    Long value = read(column, ValueReader::longValue);
    return value == null ? 0 : value;
  }

  @Override
  public float getFloat(int column) throws SQLException {
    Float value = read(column, ValueReader::floatValue);
    return value == null ? 0 : value;
  }

  @Override
  public double getDouble(int column) throws SQLException {
    Double value = read(column, ValueReader::doubleValue);
    return value == null ? 0 : value;
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
    return read(column, ValueReader::decimal);
  }

  @Override
  @Deprecated
  public @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    return read(
        column, (reader, value) -> reader.decimal(value).setScale(scale, RoundingMode.HALF_UP));
  }

  @Override
  public byte @Nullable [] getBytes(int column) throws SQLException {
    return read(column, ValueReader::bytes);
  }

  @Override
  public @Nullable Date getDate(int column) throws SQLException {
    return read(column, (reader, value) -> Date.valueOf(reader.date(value)));
  }

  @Override
  public @Nullable Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
    return calendar == null
        ? getDate(column)
        : read(
            column,
            (reader, value) -> new Date(millis(reader.date(value).atStartOfDay(), calendar)));
  }

  @Override
  public @Nullable Time getTime(int column) throws SQLException {
    return read(column, (reader, value) -> Time.valueOf(reader.time(value)));
  }

  @Override
  public @Nullable Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
    return calendar == null
        ? getTime(column)
        : read(
            column,
            (reader, value) ->
                new Time(millis(reader.time(value).atDate(LocalDate.EPOCH), calendar)));
  }

  /** The UTC wall clock, as the JVM's zone would show it. */
  @Override
  public @Nullable Timestamp getTimestamp(int column) throws SQLException {
    return read(column, ValueReader::timestamp);
  }

  /** The UTC wall clock, taken for one in the calendar's zone. */
  @Override
  public @Nullable Timestamp getTimestamp(int column, @Nullable Calendar calendar)
      throws SQLException {
    return calendar == null
        ? getTimestamp(column)
        : read(column, (reader, value) -> new Timestamp(millis(reader.dateTime(value), calendar)));
  }

  private static long millis(LocalDateTime wallClock, Calendar calendar) {
    return wallClock.atZone(calendar.getTimeZone().toZoneId()).toInstant().toEpochMilli();
  }

  @Override
  public @Nullable Array getArray(int column) throws SQLException {
    return read(column, ValueReader::array);
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return read(column, ValueReader::object);
  }

  @Override
  public @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    if (types != null && !types.isEmpty()) {
      throw SqlErrors.unsupported("a map of types");
    }
    return getObject(column);
  }

  @Override
  public <T> @Nullable T getObject(int column, @Nullable Class<T> type) throws SQLException {
    if (type == null) {
      throw SqlErrors.invalidArgument("the class to read as is null");
    }
    return read(column, (reader, value) -> JavaClasses.read(reader, value, type));
  }

  @Override
  public @Nullable Reader getCharacterStream(int column) throws SQLException {
    return read(column, (reader, value) -> new StringReader(reader.text(value)));
  }

  @Override
  public @Nullable Reader getNCharacterStream(int column) throws SQLException {
    return getCharacterStream(column);
  }

  @Override
  public @Nullable InputStream getAsciiStream(int column) throws SQLException {
    return read(
        column,
        (reader, value) ->
            new ByteArrayInputStream(reader.text(value).getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public @Nullable InputStream getBinaryStream(int column) throws SQLException {
    return read(column, (reader, value) -> new ByteArrayInputStream(reader.bytes(value)));
  }
}
