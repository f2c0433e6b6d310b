package dev.imago.launcher.format;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;

/** One object a line, and nothing else. */
final class JsonLinesFormat implements ResultFormat {
  @Override
  public void write(Rows rows, Writer out) throws SQLException, IOException {
    if (!rows.next()) {
      return;
    }
    try (JsonObjects objects = new JsonObjects(rows, out, "")) {
      do {
        objects.writeRow();
        // With the object and not ahead of the next one, which may take its time.
        out.write('\n');
      } while (rows.next());
    }
  }
}
