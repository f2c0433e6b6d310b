package dev.imago.jdbc.value;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * How JDBC describes a type.
 *
 * @param code of {@link Types}
 * @param name without length and nullability: VARCHAR, BIGINT, ROW
 * @param javaClass what {@code getObject} gives
 * @param size digits of a number, characters of a text or of a date's text, bytes of a binary; 0
 *     where there is no such thing
 * @param scale digits after the point, of a number or of a second
 * @param displaySize the most characters that {@code getString} gives
 */
public record JdbcType(
    int code, String name, Class<?> javaClass, int size, int scale, int displaySize) {
  /** What JDBC tools take for "no limit". */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final int TIMESTAMP_LENGTH = 19;
  private static final int SIGN_AND_POINT = 2;

  /**
   * Describes an engine type.
   *
   * @param nestedAsText whether nested values are shown as JSON in a VARCHAR
   */
  public static JdbcType of(RelDataType type, boolean nestedAsText) {
    ValueKind kind = ValueKind.of(type);
    if (kind.isNested() && nestedAsText) {
      return text(Types.VARCHAR, "VARCHAR", UNLIMITED);
    }
    return switch (kind) {
      case BOOLEAN -> new JdbcType(Types.BOOLEAN, "BOOLEAN", Boolean.class, 1, 0, 5);
      case WHOLE -> whole(type.getSqlTypeName());
      case DECIMAL -> decimal(type);
      case APPROXIMATE -> approximate(type.getSqlTypeName());
      case TEXT ->
          type.getSqlTypeName() == SqlTypeName.CHAR
              ? text(Types.CHAR, "CHAR", length(type))
              : text(Types.VARCHAR, "VARCHAR", length(type));
      case BINARY -> binary(type);
      case DATE -> new JdbcType(Types.DATE, "DATE", Date.class, DATE_LENGTH, 0, DATE_LENGTH);
      case TIME -> temporal(Types.TIME, "TIME", Time.class, TIME_LENGTH, type);
      case TIMESTAMP ->
          temporal(Types.TIMESTAMP, "TIMESTAMP", Timestamp.class, TIMESTAMP_LENGTH, type);
      case MONTHS -> other(type.getSqlTypeName().name().replace('_', ' '), Period.class);
      case DURATION -> other(type.getSqlTypeName().name().replace('_', ' '), Duration.class);
      case LIST -> new JdbcType(Types.ARRAY, "ARRAY", Array.class, 0, 0, UNLIMITED);
      case MAP -> other("MAP", Map.class);
      case ROW -> new JdbcType(Types.STRUCT, "ROW", Struct.class, 0, 0, UNLIMITED);
      case OTHER -> other(type.getSqlTypeName());
    };
  }

  /** Whether values are numbers, which all have a sign. */
  public boolean isNumeric() {
    return switch (code) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          true;
      default -> false;
    };
  }

  /** Whether values are text. */
  public boolean isText() {
    return code == Types.VARCHAR || code == Types.CHAR;
  }

  private static JdbcType whole(SqlTypeName name) {
    return switch (name) {
      case TINYINT -> new JdbcType(Types.TINYINT, "TINYINT", Integer.class, 3, 0, 4);
      case SMALLINT -> new JdbcType(Types.SMALLINT, "SMALLINT", Integer.class, 5, 0, 6);
      case INTEGER -> new JdbcType(Types.INTEGER, "INTEGER", Integer.class, 10, 0, 11);
      default -> new JdbcType(Types.BIGINT, "BIGINT", Long.class, 19, 0, 20);
    };
  }

  private static JdbcType approximate(SqlTypeName name) {
    return switch (name) {
      case REAL -> new JdbcType(Types.REAL, "REAL", Float.class, 7, 0, 15);
      case FLOAT -> new JdbcType(Types.FLOAT, "FLOAT", Double.class, 15, 0, 25);
      default -> new JdbcType(Types.DOUBLE, "DOUBLE", Double.class, 15, 0, 25);
    };
  }

  private static JdbcType decimal(RelDataType type) {
    int size = type.getPrecision();
    return new JdbcType(
        Types.DECIMAL, "DECIMAL", BigDecimal.class, size, type.getScale(), size + SIGN_AND_POINT);
  }

  private static JdbcType text(int code, String name, int length) {
    return new JdbcType(code, name, String.class, length, 0, length);
  }

  private static JdbcType binary(RelDataType type) {
    int bytes = length(type);
    int hexadecimal = bytes > UNLIMITED / 2 ? UNLIMITED : bytes * 2;
    return type.getSqlTypeName() == SqlTypeName.BINARY
        ? new JdbcType(Types.BINARY, "BINARY", byte[].class, bytes, 0, hexadecimal)
        : new JdbcType(Types.VARBINARY, "VARBINARY", byte[].class, bytes, 0, hexadecimal);
  }

  private static JdbcType temporal(
      int code, String name, Class<?> javaClass, int wholeSeconds, RelDataType type) {
    int fraction = Math.max(0, type.getPrecision());
    int size = fraction == 0 ? wholeSeconds : wholeSeconds + 1 + fraction;
    // The text of a TIMESTAMP and of a TIME always has three digits of a second.
    return new JdbcType(code, name, javaClass, size, fraction, wholeSeconds + 4);
  }

  private static JdbcType other(SqlTypeName name) {
    return switch (name) {
      case NULL -> new JdbcType(Types.NULL, "NULL", Object.class, 0, 0, 4);
      case UUID -> new JdbcType(Types.OTHER, "UUID", UUID.class, 36, 0, 36);
      case ANY -> new JdbcType(Types.JAVA_OBJECT, "ANY", Object.class, 0, 0, UNLIMITED);
      default -> other(name.getName(), Object.class);
    };
  }

  private static JdbcType other(String name, Class<?> javaClass) {
    return new JdbcType(Types.OTHER, name, javaClass, 0, 0, UNLIMITED);
  }

  private static int length(RelDataType type) {
    int precision = type.getPrecision();
    return precision < 0 ? UNLIMITED : precision;
  }
}
