package dev.imago.launcher.format;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tab-separated values as databases load them: a tab, a line end and a backslash in a value are
 * {@code \t}, {@code \n}, {@code \r} and {@code \\}, and NULL is {@code \N}. A line is a row.
 */
final class TsvFormat implements ResultFormat {
  private static final String NULL = "\\N";

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
      out.write('\t');
    }
    if (text == null) {
      out.write(NULL);
      return;
    }
    int written = 0;
    for (int index = 0; index < text.length(); index++) {
      String escape = escape(text.charAt(index));
      if (!escape.isEmpty()) {
        out.write(text, written, index - written);
        out.write(escape);
        written = index + 1;
      }
    }
    out.write(text, written, text.length() - written);
  }

  private static String escape(char c) {
    return switch (c) {
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\\' -> "\\\\";
      default -> "";
    };
  }
}
