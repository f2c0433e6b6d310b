package dev.imago.emulator.list;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A part of a list.
 *
 * @param rows its rows
 * @param more whether the list goes on behind them
 */
public record Slice(List<Row> rows, boolean more) {
  public Slice {
    rows = List.copyOf(rows);
  }

  /** The first rows behind a position that a filter lets through, at most {@code size}. */
  public static Slice read(Rows rows, Filter filter, Order order, Position position, int size) {
    List<Row> read = new ArrayList<>();
    Iterator<Row> left = rows.after(position, order);
    while (left.hasNext()) {
      Row row = left.next();
      if (filter.matches(row.value())) {
        if (read.size() == size) {
          return new Slice(read, true);
        }
        read.add(row);
      }
    }
    return new Slice(read, false);
  }
}
