package dev.imago.launcher.format;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;

/** One {@code label: value} a line, below the number of the row, from 1. */
final class VerticalFormat implements ResultFormat {
  @Override
  public void write(Rows rows, Writer out) throws SQLException, IOException {
    List<Column> columns = rows.columns();
    long number = 0;
    while (rows.next()) {
      number++;
      out.write("--- row " + number + "\n");
      for (int column = 0; column < columns.size(); column++) {
        out.write(VisibleText.of(columns.get(column).label()));
        out.write(": ");
        out.write(VisibleText.of(rows.text(column)));
        out.write('\n');
      }
    }
  }
}
