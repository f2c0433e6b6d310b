package dev.imago.launcher.format;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;

/**
 * One array of objects, an object a line. The array of a result that fails half way is not closed,
 * so that nobody takes it for the whole.
 */
final class JsonFormat implements ResultFormat {
  @Override
  public void write(Rows rows, Writer out) throws SQLException, IOException {
    if (!rows.next()) {
      out.write("[]\n");
      return;
    }
    out.write("[\n");
    try (JsonObjects objects = new JsonObjects(rows, out, ",\n")) {
      do {
        objects.writeRow();
      } while (rows.next());
    }
    out.write("\n]\n");
  }
}
