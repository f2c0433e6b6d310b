package dev.imago.jdbc.value;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Reads the engine's values of one type as Java values. A value is never null here. What does not
 * convert is an {@link ImagoException} with {@link ErrorCode#NOT_CONVERTIBLE}; a number that is too
 * large, {@link ErrorCode#VALUE_OUT_OF_RANGE}.
 *
 * <p>The zone of a TIMESTAMP is UTC: {@link #timestamp} has the UTC wall clock, {@link #instant}
 * the instant.
 */
public final class ValueReader {
  private final RelDataType type;
  private final ValueKind kind;
  private final boolean isLong;
  private final boolean nestedAsText;

  /**
   * @param nestedAsText whether nested values are shown as JSON in a VARCHAR
   */
  public ValueReader(RelDataType type, boolean nestedAsText) {
    this.type = type;
    this.kind = ValueKind.of(type);
    this.isLong = type.getSqlTypeName() == SqlTypeName.BIGINT;
    this.nestedAsText = nestedAsText && kind.isNested();
  }

  /** The value of an element, a field or a map's entry, which may be NULL. */
  static @Nullable Object objectOrNull(RelDataType type, @Nullable Object value) {
    return value == null ? null : new ValueReader(type, false).object(value);
  }

  /** The value as {@link JdbcType#javaClass} says. */
  public Object object(Object value) {
    if (nestedAsText) {
      return text(value);
    }
    return switch (kind) {
      case BOOLEAN, TEXT, OTHER -> value;
      case WHOLE -> {
        if (isLong) {
          yield ((Number) value).longValue();
        }
        yield ((Number) value).intValue();
      }
      case DECIMAL -> decimal(value);
      case APPROXIMATE -> value;
      case BINARY -> bytes(value);
      case DATE -> Date.valueOf(date(value));
      case TIME -> Time.valueOf(time(value));
      case TIMESTAMP -> timestamp(value);
      case MONTHS -> Period.ofMonths(((Number) value).intValue());
      case DURATION -> Duration.ofMillis(((Number) value).longValue());
      case LIST -> new ListArray(type, value);
      case MAP -> map(value);
      case ROW -> new Row(type, value);
    };
  }

  /** The value as text: a TIMESTAMP with three digits of a second, a nested value as JSON. */
  public String text(Object value) {
    return switch (kind) {
      case TEXT -> (String) value;
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case DATE -> Temporals.date((Number) value).toString();
      case TIME -> Temporals.text(time(value));
      case TIMESTAMP -> Temporals.text(dateTime(value));
      case LIST, MAP, ROW -> JsonText.of(type, value);
      case MONTHS, DURATION -> object(value).toString();
      case BOOLEAN, WHOLE, APPROXIMATE, BINARY, OTHER -> value.toString();
    };
  }

  /** A BOOLEAN, a number other than 0, or a text such as true, t, yes, on, 1. */
  public boolean truth(Object value) {
    return switch (kind) {
      case BOOLEAN -> (Boolean) value;
      case WHOLE, DECIMAL, APPROXIMATE -> decimal(value).signum() != 0;
      case TEXT -> parseTruth((String) value);
      default -> throw notConvertible("BOOLEAN");
    };
  }

  /** The whole part of a number. */
  public long whole(Object value, long least, long most, String typeName) {
    return NumberText.whole(number(value, typeName), least, most, typeName);
  }

  public long longValue(Object value) {
    return whole(value, Long.MIN_VALUE, Long.MAX_VALUE, "long");
  }

  public int intValue(Object value) {
    return (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "int");
  }

  public short shortValue(Object value) {
    return (short) whole(value, Short.MIN_VALUE, Short.MAX_VALUE, "short");
  }

  public byte byteValue(Object value) {
    return (byte) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE, "byte");
  }

  public double doubleValue(Object value) {
    return NumberText.doubleValue(number(value, "double"));
  }

  public float floatValue(Object value) {
    return NumberText.floatValue(number(value, "float"));
  }

  public BigDecimal decimal(Object value) {
    return NumberText.decimal(number(value, "DECIMAL"));
  }

  public BigInteger integer(Object value) {
    return decimal(value).toBigInteger();
  }

  /** A VARBINARY's bytes, or a text's in UTF-8. */
  public byte[] bytes(Object value) {
    return switch (kind) {
      case BINARY -> ((ByteString) value).getBytes();
      case TEXT -> ((String) value).getBytes(StandardCharsets.UTF_8);
      default -> throw notConvertible("VARBINARY");
    };
  }

  /** A TIMESTAMP's UTC wall clock, or a DATE's midnight. */
  public LocalDateTime dateTime(Object value) {
    return switch (kind) {
      case TIMESTAMP -> Temporals.dateTime(((Number) value).longValue());
      case DATE -> Temporals.date((Number) value).atStartOfDay();
      case TEXT -> Temporals.parseDateTime((String) value);
      default -> throw notConvertible("TIMESTAMP");
    };
  }

  public LocalDate date(Object value) {
    return kind == ValueKind.DATE ? Temporals.date((Number) value) : dateTime(value).toLocalDate();
  }

  public LocalTime time(Object value) {
    return switch (kind) {
      case TIME -> Temporals.time((Number) value);
      case TIMESTAMP -> dateTime(value).toLocalTime();
      case TEXT -> Temporals.parseTime((String) value);
      default -> throw notConvertible("TIME");
    };
  }

  public Instant instant(Object value) {
    return dateTime(value).toInstant(ZoneOffset.UTC);
  }

  /**
   * The UTC wall clock, as the JVM's zone would show it. An hour that the zone skips when its
   * summer begins cannot be shown so; {@link #dateTime} and {@link #instant} have no such hole.
   */
  public Timestamp timestamp(Object value) {
    return Timestamp.valueOf(dateTime(value));
  }

  /** An ARRAY. */
  public ListArray array(Object value) {
    if (kind != ValueKind.LIST) {
      throw notConvertible("ARRAY");
    }
    return new ListArray(type, value);
  }

  /** A ROW. */
  public Row row(Object value) {
    if (kind != ValueKind.ROW) {
      throw notConvertible("ROW");
    }
    return new Row(type, value);
  }

  /** A MAP's entries, or a ROW's fields by name. */
  public Map<?, ?> map(Object value) {
    if (kind == ValueKind.ROW) {
      return row(value).fields();
    }
    if (kind != ValueKind.MAP) {
      throw notConvertible("MAP");
    }
    RelDataType keyType = ListArray.known(type.getKeyType(), type);
    RelDataType valueType = ListArray.known(type.getValueType(), type);
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      map.put(objectOrNull(keyType, entry.getKey()), objectOrNull(valueType, entry.getValue()));
    }
    return Collections.unmodifiableMap(map);
  }

  private Number number(Object value, String typeName) {
    return switch (kind) {
      case WHOLE, DECIMAL, APPROXIMATE -> (Number) value;
      case BOOLEAN -> (Boolean) value ? 1 : 0;
      case TEXT -> NumberText.parse((String) value);
      default -> throw notConvertible(typeName);
    };
  }

  private static boolean parseTruth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "on", "1" -> true;
      case "false", "f", "no", "n", "off", "0" -> false;
      default ->
          throw new ImagoException(
              ErrorCode.NOT_CONVERTIBLE, "\"" + text + "\" does not read as a BOOLEAN");
    };
  }

  ImagoException notConvertible(String typeName) {
    return new ImagoException(
        ErrorCode.NOT_CONVERTIBLE,
        "a value of type "
            + JdbcType.of(type, nestedAsText).name()
            + " cannot be read as "
            + typeName);
  }
}
