package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value as a column's type. */
interface ValueReader {

  /**
   * Reads the value whose first token the parser stands at, and leaves the parser at its last.
   *
   * @return a value as {@link dev.imago.core.description.ColumnType} has it; null for a JSON null
   *     and for a value that does not have the type
   * @throws IOException when the answer breaks off or is no JSON
   */
  @Nullable Object read(JsonParser parser) throws IOException;
}
