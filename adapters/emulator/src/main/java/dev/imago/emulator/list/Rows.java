package dev.imago.emulator.list;

import java.util.Iterator;

/** Resources that can be read in an order from a position on, without holding all of them. */
@FunctionalInterface
public interface Rows {
  /** The rows behind a position. */
  Iterator<Row> after(Position position, Order order);
}
