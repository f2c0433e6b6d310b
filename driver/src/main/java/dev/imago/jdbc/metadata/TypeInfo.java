package dev.imago.jdbc.metadata;

import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that a statement can name, for {@link DatabaseMetaData#getTypeInfo}. */
enum TypeInfo {
  BOOLEAN(Types.BOOLEAN, 1, "", "", ""),
  TINYINT(Types.TINYINT, 3, "", "", ""),
  SMALLINT(Types.SMALLINT, 5, "", "", ""),
  INTEGER(Types.INTEGER, 10, "", "", ""),
  BIGINT(Types.BIGINT, 19, "", "", ""),
  DECIMAL(Types.DECIMAL, 38, "", "", "precision,scale"),
  REAL(Types.REAL, 7, "", "", ""),
  FLOAT(Types.FLOAT, 15, "", "", ""),
  DOUBLE(Types.DOUBLE, 15, "", "", ""),
  CHAR(Types.CHAR, Integer.MAX_VALUE, "'", "'", "length"),
  VARCHAR(Types.VARCHAR, Integer.MAX_VALUE, "'", "'", "length"),
  VARBINARY(Types.VARBINARY, Integer.MAX_VALUE, "X'", "'", "length"),
  DATE(Types.DATE, 10, "DATE '", "'", ""),
  TIME(Types.TIME, 12, "TIME '", "'", "precision"),
  TIMESTAMP(Types.TIMESTAMP, 23, "TIMESTAMP '", "'", "precision"),
  ARRAY(Types.ARRAY, 0, "ARRAY[", "]", ""),
  MAP(Types.OTHER, 0, "MAP[", "]", ""),
  ROW(Types.STRUCT, 0, "ROW(", ")", "");

  private static final int MOST_DECIMAL_DIGITS = 38;
  private static final int MOST_SECOND_DIGITS = 3;
  private static final int RADIX = 10;

  private final int code;
  private final int size;
  private final String prefix;
  private final String suffix;
  private final String parameters;

  TypeInfo(int code, int size, String prefix, String suffix, String parameters) {
    this.code = code;
    this.size = size;
    this.prefix = prefix;
    this.suffix = suffix;
    this.parameters = parameters;
  }

  /** Every type, by its JDBC code. */
  static List<List<@Nullable Object>> rows() {
    return Arrays.stream(values())
        .sorted(Comparator.comparingInt(type -> type.code))
        .map(TypeInfo::row)
        .toList();
  }

  private List<@Nullable Object> row() {
    boolean isText = this == CHAR || this == VARCHAR;
    return Arrays.asList(
        name(),
        code,
        size,
        orNull(prefix),
        orNull(suffix),
        orNull(parameters),
        (short) DatabaseMetaData.typeNullable,
        isText,
        (short) (isText ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic),
        false,
        false,
        false,
        null,
        (short) 0,
        mostScale(),
        null,
        null,
        isNumeric() ? RADIX : null);
  }

  private short mostScale() {
    return (short)
        switch (this) {
          case DECIMAL -> MOST_DECIMAL_DIGITS;
          case TIME, TIMESTAMP -> MOST_SECOND_DIGITS;
          default -> 0;
        };
  }

  private boolean isNumeric() {
    return compareTo(TINYINT) >= 0 && compareTo(DOUBLE) <= 0;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
