package dev.imago.jdbc.value;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Date;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** The classes that {@code getObject(column, Class)} can be asked for. */
public final class JavaClasses {
  private static final Map<Class<?>, BiFunction<ValueReader, Object, Object>> READERS =
      Map.ofEntries(
          entry(Object.class, ValueReader::object),
          entry(String.class, ValueReader::text),
          entry(Boolean.class, ValueReader::truth),
          entry(Byte.class, ValueReader::byteValue),
          entry(Short.class, ValueReader::shortValue),
          entry(Integer.class, ValueReader::intValue),
          entry(Long.class, ValueReader::longValue),
          entry(Float.class, ValueReader::floatValue),
          entry(Double.class, ValueReader::doubleValue),
          entry(BigDecimal.class, ValueReader::decimal),
          entry(BigInteger.class, ValueReader::integer),
          entry(byte[].class, ValueReader::bytes),
          entry(Date.class, (reader, value) -> Date.valueOf(reader.date(value))),
          entry(Time.class, (reader, value) -> Time.valueOf(reader.time(value))),
          entry(Timestamp.class, ValueReader::timestamp),
          entry(java.util.Date.class, ValueReader::timestamp),
          entry(LocalDate.class, ValueReader::date),
          entry(LocalTime.class, ValueReader::time),
          entry(LocalDateTime.class, ValueReader::dateTime),
          entry(Instant.class, ValueReader::instant),
          entry(OffsetDateTime.class, (r, value) -> r.dateTime(value).atOffset(ZoneOffset.UTC)),
          entry(ZonedDateTime.class, (r, value) -> r.dateTime(value).atZone(ZoneOffset.UTC)),
          entry(UUID.class, JavaClasses::uuid),
          entry(Array.class, ValueReader::array),
          entry(ListArray.class, ValueReader::array),
          entry(List.class, (reader, value) -> reader.array(value).toList()),
          entry(Map.class, ValueReader::map),
          entry(Struct.class, ValueReader::row),
          entry(Row.class, ValueReader::row));

  private JavaClasses() {}

  /**
   * Reads a value as a class.
   *
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#NOT_CONVERTIBLE} when the value or its type is not of that
   *     kind
   */
  public static <T> T read(ValueReader reader, Object value, Class<T> target) {
    BiFunction<ValueReader, Object, Object> read = READERS.get(target);
    Object object = read == null ? reader.object(value) : read.apply(reader, value);
    if (!target.isInstance(object)) {
      throw reader.notConvertible(target.getName());
    }
    return target.cast(object);
  }

  private static Object uuid(ValueReader reader, Object value) {
    try {
      return UUID.fromString(reader.text(value));
    } catch (IllegalArgumentException failure) {
      throw reader.notConvertible("UUID");
    }
  }
}
