package dev.imago.jdbc.value;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a program sets for a {@code ?} into the engine's value of the parameter's type. Takes
 * whatever has one meaning: a text for a number or a timestamp, an Integer for a BIGINT, any of
 * Java's dates for a TIMESTAMP. A date without a zone is UTC, as it is when it is read.
 */
public final class ParameterCoercion {
  /** The most digits that a DECIMAL has, of any precision. */
  private static final int MOST_DIGITS = 38;

  private ParameterCoercion() {}

  /**
   * The engine's value.
   *
   * @throws ImagoException {@link ErrorCode#NOT_CONVERTIBLE} or {@link
   *     ErrorCode#VALUE_OUT_OF_RANGE} when the value is none of the type
   */
  public static @Nullable Object internal(RelDataType type, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    try {
      return convert(type, value);
    } catch (DateTimeException | ArithmeticException failure) {
      throw new ImagoException(
          ErrorCode.VALUE_OUT_OF_RANGE, value + " is too far away for " + name(type), failure);
    }
  }

  private static Object convert(RelDataType type, Object value) {
    return switch (ValueKind.of(type)) {
      case BOOLEAN -> truth(value);
      case WHOLE -> whole(type, value);
      case DECIMAL -> decimal(type, value);
      case APPROXIMATE -> approximate(type, value);
      case TEXT -> text(type, value);
      case BINARY -> binary(type, value);
      case DATE -> Temporals.epochDay(dateTime(type, value).toLocalDate());
      case TIME -> Temporals.millisOfDay(time(type, value));
      case TIMESTAMP -> Temporals.epochMillis(dateTime(type, value));
      case MONTHS -> value instanceof Period period ? months(period) : number(type, value);
      case DURATION ->
          value instanceof Duration duration ? duration.toMillis() : number(type, value);
      case LIST -> list(type, elements(type, value));
      case MAP -> map(type, value);
      case ROW -> row(type, value);
      case OTHER -> untyped(type, value);
    };
  }

  /** The engine's values of an array's elements. */
  static List<@Nullable Object> list(RelDataType type, List<? extends @Nullable Object> elements) {
    RelDataType elementType = ListArray.known(type.getComponentType(), type);
    List<@Nullable Object> list = new ArrayList<>(elements.size());
    for (Object element : elements) {
      list.add(internal(elementType, element));
    }
    return list;
  }

  private static Boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof Number number) {
      return NumberText.decimal(number).signum() != 0;
    }
    return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "on", "1" -> true;
      case "false", "f", "no", "n", "off", "0" -> false;
      default ->
          throw new ImagoException(
              ErrorCode.NOT_CONVERTIBLE, "\"" + value + "\" does not read as a BOOLEAN");
    };
  }

  private static Object whole(RelDataType type, Object value) {
    Number number = number(type, value);
    if (NumberText.decimal(number).stripTrailingZeros().scale() > 0) {
      throw new ImagoException(
          ErrorCode.NOT_CONVERTIBLE, number + " is no whole number, as " + name(type) + " is");
    }
    return switch (type.getSqlTypeName()) {
      case TINYINT -> (byte) NumberText.whole(number, Byte.MIN_VALUE, Byte.MAX_VALUE, "TINYINT");
      case SMALLINT ->
          (short) NumberText.whole(number, Short.MIN_VALUE, Short.MAX_VALUE, "SMALLINT");
      case INTEGER ->
          (int) NumberText.whole(number, Integer.MIN_VALUE, Integer.MAX_VALUE, "INTEGER");
      default -> NumberText.whole(number, Long.MIN_VALUE, Long.MAX_VALUE, "BIGINT");
    };
  }

  private static BigDecimal decimal(RelDataType type, Object value) {
    BigDecimal decimal = NumberText.decimal(number(type, value));
    // A type with a scale is that of a literal beside it, in "x > ? * 1.5", which bounds nothing.
    int mostDigits = type.getScale() == 0 ? type.getPrecision() : MOST_DIGITS;
    if (decimal.signum() != 0 && decimal.precision() - decimal.scale() > mostDigits) {
      throw NumberText.outOfRange(decimal.toString(), type.toString());
    }
    return decimal;
  }

  private static Object approximate(RelDataType type, Object value) {
    Number number = number(type, value);
    if (JdbcType.of(type, false).javaClass() == Float.class) {
      return NumberText.floatValue(number);
    }
    return NumberText.doubleValue(number);
  }

  private static Number number(RelDataType type, Object value) {
    if (value instanceof Number number) {
      return number;
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (value instanceof String text) {
      return NumberText.parse(text);
    }
    throw notConvertible(type, value);
  }

  private static String text(RelDataType type, Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof BigDecimal decimal) {
      return NumberText.decimal(decimal).toPlainString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Timestamp timestamp) {
      return Temporals.text(timestamp.toLocalDateTime());
    }
    if (value instanceof LocalDateTime dateTime) {
      return Temporals.text(dateTime);
    }
    if (value instanceof byte[] || value instanceof Object[]) {
      throw notConvertible(type, value);
    }
    return value.toString();
  }

  private static ByteString binary(RelDataType type, Object value) {
    if (value instanceof byte[] bytes) {
      return new ByteString(bytes.clone());
    }
    throw notConvertible(type, value);
  }

  private static LocalDateTime dateTime(RelDataType type, Object value) {
    if (value instanceof String text) {
      return Temporals.parseDateTime(text);
    }
    if (value instanceof LocalDateTime dateTime) {
      return dateTime;
    }
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate().atStartOfDay();
    }
    if (value instanceof java.util.Date date && !(value instanceof java.sql.Time)) {
      return Timestamp.from(date.toInstant()).toLocalDateTime();
    }
    return LocalDateTime.ofInstant(instant(type, value), ZoneOffset.UTC);
  }

  private static Instant instant(RelDataType type, Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime dateTime) {
      return dateTime.toInstant();
    }
    if (value instanceof ZonedDateTime dateTime) {
      return dateTime.toInstant();
    }
    if (value instanceof Calendar calendar) {
      return calendar.toInstant();
    }
    throw notConvertible(type, value);
  }

  private static LocalTime time(RelDataType type, Object value) {
    if (value instanceof String text) {
      return Temporals.parseTime(text);
    }
    if (value instanceof LocalTime time) {
      return time;
    }
    if (value instanceof OffsetTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
    }
    if (value instanceof java.sql.Time time) {
      return new Timestamp(time.getTime()).toLocalDateTime().toLocalTime();
    }
    return dateTime(type, value).toLocalTime();
  }

  private static Number months(Period period) {
    return Math.toIntExact(period.toTotalMonths());
  }

  private static List<? extends @Nullable Object> elements(RelDataType type, Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    if (value instanceof ListArray array) {
      return array.toList();
    }
    if (value instanceof Array array) {
      try {
        return array.getArray() instanceof Object[] objects
            ? Arrays.asList(objects)
            : refuse(type, value);
      } catch (SQLException failure) {
        throw new ImagoException(ErrorCode.NOT_CONVERTIBLE, "the array cannot be read", failure);
      }
    }
    return refuse(type, value);
  }

  private static Map<?, ?> map(RelDataType type, Object value) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw notConvertible(type, value);
    }
    RelDataType keyType = ListArray.known(type.getKeyType(), type);
    RelDataType valueType = ListArray.known(type.getValueType(), type);
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      map.put(internal(keyType, entry.getKey()), internal(valueType, entry.getValue()));
    }
    return map;
  }

  private static Object row(RelDataType type, Object value) {
    List<RelDataTypeField> types = type.getFieldList();
    List<? extends @Nullable Object> fields = fields(type, value);
    if (fields.size() != types.size()) {
      throw new ImagoException(
          ErrorCode.NOT_CONVERTIBLE,
          "a ROW of " + types.size() + " fields cannot be made of " + fields.size());
    }
    @Nullable Object[] row = new @Nullable Object[types.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = internal(types.get(i).getType(), fields.get(i));
    }
    return row;
  }

  private static List<? extends @Nullable Object> fields(RelDataType type, Object value) {
    if (value instanceof Map<?, ?> map) {
      List<@Nullable Object> fields = new ArrayList<>();
      type.getFieldList().forEach(field -> fields.add(map.get(field.getName())));
      return fields;
    }
    if (value instanceof Struct struct) {
      try {
        return Arrays.asList(struct.getAttributes());
      } catch (SQLException failure) {
        throw new ImagoException(ErrorCode.NOT_CONVERTIBLE, "the struct cannot be read", failure);
      }
    }
    return elements(type, value);
  }

  /** The engine's nearest value, where the statement leaves the type of a {@code ?} open. */
  private static Object untyped(RelDataType type, Object value) {
    if (value instanceof byte[] bytes) {
      return new ByteString(bytes.clone());
    }
    if (value instanceof UUID || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    return text(type, value);
  }

  private static List<? extends @Nullable Object> refuse(RelDataType type, Object value) {
    throw notConvertible(type, value);
  }

  private static ImagoException notConvertible(RelDataType type, Object value) {
    return new ImagoException(
        ErrorCode.NOT_CONVERTIBLE,
        "a " + value.getClass().getName() + " cannot be a parameter of type " + name(type));
  }

  private static String name(RelDataType type) {
    return JdbcType.of(type, false).name();
  }
}
