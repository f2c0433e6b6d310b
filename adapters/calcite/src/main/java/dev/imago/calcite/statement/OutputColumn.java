package dev.imago.calcite.statement;

import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;

/**
 * A column of a result.
 *
 * @param label the name that the statement gives it
 * @param type its type; values are as Calcite's enumerable runtime has them: TIMESTAMP is a Long of
 *     milliseconds since 1970 in UTC, DATE and TIME an Integer of days and milliseconds, VARBINARY
 *     a ByteString, ARRAY a List, MAP a Map, ROW an Object[]
 * @param origin the table column whose values it shows unchanged, if it does
 */
public record OutputColumn(String label, RelDataType type, Optional<Origin> origin) {

  /** A column of a table. */
  public record Origin(String catalog, String schema, String table, String column) {}
}
