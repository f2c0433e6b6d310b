package dev.imago.core.description;

import java.util.List;

/**
 * The type of a column, an element or a field. Values are plain Java objects, the same that
 * Calcite's enumerable runtime uses:
 *
 * <ul>
 *   <li>{@code VARCHAR}, {@code JSON}: {@link String}; {@code JSON} holds JSON text
 *   <li>{@code BOOLEAN}, {@code PRESENCE}: {@link Boolean}
 *   <li>{@code INTEGER}: {@link Integer}; {@code BIGINT}: {@link Long}; {@code UINT64}: {@link
 *       java.math.BigDecimal}, a SQL {@code DECIMAL(20,0)}; {@code DOUBLE}: {@link Double}
 *   <li>{@code TIMESTAMP}: {@link Long}, milliseconds since 1970-01-01T00:00:00Z
 *   <li>{@link ArrayOf}: {@link List}; {@link MapOf}: {@link java.util.Map} with String keys in the
 *       order of the answer; {@link RowOf}: {@code Object[]} in the order of its fields
 * </ul>
 */
public sealed interface ColumnType {

  /** Types without parts. */
  enum Scalar implements ColumnType {
    VARCHAR,
    BOOLEAN,
    INTEGER,
    BIGINT,
    /** uint64, which APIs send as a string: {@code DECIMAL(20,0)} in SQL. */
    UINT64,
    DOUBLE,
    /** RFC 3339 or a bare date; UTC, cut to milliseconds. */
    TIMESTAMP,
    /** Anything, kept as JSON text in a VARCHAR. */
    JSON,
    /** A message without fields: TRUE where it is present, else NULL. */
    PRESENCE
  }

  /** A JSON array. */
  record ArrayOf(ColumnType element) implements ColumnType {}

  /** A JSON object with free keys. */
  record MapOf(ColumnType value) implements ColumnType {}

  /** A JSON object with known fields. Unknown ones are ignored. */
  record RowOf(List<Field> fields) implements ColumnType {
    public RowOf {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One field of a {@link RowOf}.
   *
   * @param name the SQL name
   * @param json the JSON name
   * @param values the values that the API documents, for an open enumeration; empty when it is none
   * @param secret whether the value is printed as {@code ***} wherever it is not a result
   */
  record Field(
      String name, String json, ColumnType type, String says, List<String> values, boolean secret) {
    public Field {
      values = List.copyOf(values);
    }
  }
}
