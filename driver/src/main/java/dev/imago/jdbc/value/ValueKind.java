package dev.imago.jdbc.value;

import org.apache.calcite.rel.type.RelDataType;

/** What the engine's values of a type are, and thus how they are read. */
enum ValueKind {
  /** A Boolean. */
  BOOLEAN,
  /** A Byte, Short, Integer or Long. */
  WHOLE,
  /** A BigDecimal. */
  DECIMAL,
  /** A Float or Double. */
  APPROXIMATE,
  /** A String. */
  TEXT,
  /** A ByteString. */
  BINARY,
  /** An Integer of days since 1970. */
  DATE,
  /** An Integer of milliseconds of the day. */
  TIME,
  /** A Long of milliseconds since 1970, in UTC. */
  TIMESTAMP,
  /** A Number of months. */
  MONTHS,
  /** A Number of milliseconds. */
  DURATION,
  /** A List. */
  LIST,
  /** A Map. */
  MAP,
  /** An Object[] or a List of the fields. */
  ROW,
  /** Whatever the engine computes for a type without a JDBC counterpart. */
  OTHER;

  boolean isNested() {
    return this == LIST || this == MAP || this == ROW;
  }

  static ValueKind of(RelDataType type) {
    if (type.isStruct()) {
      return ROW;
    }
    return switch (type.getSqlTypeName()) {
      case BOOLEAN -> BOOLEAN;
      case TINYINT, SMALLINT, INTEGER, BIGINT -> WHOLE;
      case DECIMAL -> DECIMAL;
      case REAL, FLOAT, DOUBLE -> APPROXIMATE;
      case CHAR, VARCHAR -> TEXT;
      case BINARY, VARBINARY -> BINARY;
      case DATE -> DATE;
      case TIME -> TIME;
      case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> TIMESTAMP;
      case INTERVAL_YEAR, INTERVAL_YEAR_MONTH, INTERVAL_MONTH -> MONTHS;
      case INTERVAL_DAY,
          INTERVAL_DAY_HOUR,
          INTERVAL_DAY_MINUTE,
          INTERVAL_DAY_SECOND,
          INTERVAL_HOUR,
          INTERVAL_HOUR_MINUTE,
          INTERVAL_HOUR_SECOND,
          INTERVAL_MINUTE,
          INTERVAL_MINUTE_SECOND,
          INTERVAL_SECOND ->
          DURATION;
      case ARRAY, MULTISET -> LIST;
      case MAP -> MAP;
      default -> OTHER;
    };
  }
}
