package dev.imago.launcher.format;

import dev.imago.launcher.format.Column.Kind;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows below each other, aligned, numbers to the right. The widths are those of the first thousand
 * rows, which are held for that; a later value that is wider is written in full, out of line.
 */
final class TableFormat implements ResultFormat {
  private static final int SAMPLE = 1000;
  private static final String BETWEEN = " | ";
  private static final String BETWEEN_RULES = "-+-";

  @Override
  public void write(Rows rows, Writer out) throws SQLException, IOException {
    List<String> labels =
        rows.columns().stream().map(column -> VisibleText.of(column.label())).toList();
    List<List<String>> sample = new ArrayList<>();
    Layout layout = new Layout(rows.columns(), labels);
    boolean complete = false;
    try {
      while (sample.size() < SAMPLE && rows.next()) {
        List<String> cells = cells(rows);
        layout.widen(cells);
        sample.add(cells);
      }
      complete = true;
    } finally {
      if (complete || !sample.isEmpty()) {
        layout.writeTable(labels, sample, out);
      }
    }
    while (sample.size() == SAMPLE && rows.next()) {
      layout.writeRow(cells(rows), out);
    }
  }

  private static List<String> cells(Rows rows) throws SQLException {
    List<String> cells = new ArrayList<>(rows.columns().size());
    for (int column = 0; column < rows.columns().size(); column++) {
      cells.add(VisibleText.of(rows.text(column)));
    }
    return cells;
  }

  /** Where the cells of a row go. */
  private static final class Layout {
    private final List<Column> columns;
    private final int[] widths;

    Layout(List<Column> columns, List<String> labels) {
      this.columns = columns;
      this.widths = new int[columns.size()];
      widen(labels);
    }

    void widen(List<String> cells) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], TextWidth.of(cells.get(column)));
      }
    }

    void writeTable(List<String> labels, List<List<String>> rows, Writer out) throws IOException {
      writeRow(labels, out);
      for (int column = 0; column < widths.length; column++) {
        out.write(column == 0 ? "" : BETWEEN_RULES);
        out.write("-".repeat(widths[column]));
      }
      out.write('\n');
      for (List<String> cells : rows) {
        writeRow(cells, out);
      }
    }

    /** Nothing is written behind the last text of a line. */
    void writeRow(List<String> cells, Writer out) throws IOException {
      for (int column = 0; column < widths.length; column++) {
        String cell = cells.get(column);
        int free = Math.max(0, widths[column] - TextWidth.of(cell));
        boolean last = column == widths.length - 1;
        boolean toTheRight = columns.get(column).kind() == Kind.NUMBER;
        out.write(column == 0 ? "" : BETWEEN);
        out.write(toTheRight ? " ".repeat(free) : "");
        out.write(cell);
        out.write(toTheRight || last ? "" : " ".repeat(free));
      }
      out.write('\n');
    }
  }
}
