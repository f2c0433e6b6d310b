package dev.imago.emulator.list;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows its rows; may be none although there is a next page
 * @param nextToken the token of the next page, or "" on the last one
 */
public record Page(List<Row> rows, String nextToken) {
  public Page {
    rows = List.copyOf(rows);
  }
}
