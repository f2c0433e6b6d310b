package dev.imago.calcite.exec;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read once and enumerated any number of times. Called by the generated code, so it
 * is public. Used by one thread.
 */
public final class BufferedRows extends AbstractEnumerable<Object> {
  private final Enumerable<?> rows;
  private @Nullable List<Object> buffer;

  private BufferedRows(Enumerable<?> rows) {
    this.rows = rows;
  }

  /** The same rows, read when they are first asked for. */
  public static Enumerable<Object> of(Enumerable<?> rows) {
    return new BufferedRows(rows);
  }

  @Override
  public Enumerator<Object> enumerator() {
    List<Object> read = buffer;
    if (read == null) {
      read = new ArrayList<>();
      try (Enumerator<?> enumerator = rows.enumerator()) {
        while (enumerator.moveNext()) {
          read.add(enumerator.current());
        }
      }
      buffer = read;
    }
    return Linq4j.enumerator(read);
  }
}
