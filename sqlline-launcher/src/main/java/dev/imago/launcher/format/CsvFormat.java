package dev.imago.launcher.format;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values after RFC 4180, except that lines end with LF. Quotes are only where they
 * are needed. NULL is nothing; an empty text is {@code ""}.
 */
final class CsvFormat implements ResultFormat {
  @Override
  public void write(Rows rows, Writer out) throws SQLException, IOException {
    List<Column> columns = rows.columns();
    boolean found = rows.next();
    for (int column = 0; column < columns.size(); column++) {
      writeField(column, columns.get(column).label(), out);
    }
    out.write('\n');
    while (found) {
      for (int column = 0; column < columns.size(); column++) {
        writeField(column, rows.text(column), out);
      }
      out.write('\n');
      found = rows.next();
    }
  }

  private static void writeField(int column, @Nullable String text, Writer out) throws IOException {
    if (column > 0) {
      out.write(',');
    }
    if (text == null) {
      return;
    }
    if (needsQuotes(text)) {
      out.write('"');
      out.write(text.replace("\"", "\"\""));
      out.write('"');
    } else {
      out.write(text);
    }
  }

  private static boolean needsQuotes(String text) {
    if (text.isEmpty()) {
      return true;
    }
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
