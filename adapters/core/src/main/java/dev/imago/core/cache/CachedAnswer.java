package dev.imago.core.cache;

import dev.imago.core.description.ColumnDescription;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The rows of one read, from its first to its last. Safe for any number of threads. */
public final class CachedAnswer {
  private final AnswerKey key;
  private final String call;
  private final List<ColumnDescription> columns;
  private final List<@Nullable Object[]> rows;
  private final OptionalLong limit;
  private final long bytes;
  private final long askedAtNanos;
  private final LongAdder hits = new LongAdder();

  /**
   * An answer.
   *
   * @param call the first call that was made for it, as it may be shown: {@code GET https://...}
   * @param columns what each row holds, in this order
   * @param rows never changed again
   * @param limit how many rows were wanted, where there may be more; empty when these are all
   * @param bytes the memory that the rows take, roughly
   * @param askedAtNanos the cache's time when the read began
   */
  CachedAnswer(
      AnswerKey key,
      String call,
      List<ColumnDescription> columns,
      List<@Nullable Object[]> rows,
      OptionalLong limit,
      long bytes,
      long askedAtNanos) {
    this.key = key;
    this.call = call;
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.limit = limit;
    this.bytes = bytes;
    this.askedAtNanos = askedAtNanos;
  }

  public AnswerKey key() {
    return key;
  }

  /** The first call that was made for it, without secrets. */
  public String call() {
    return call;
  }

  /** What each row holds, in this order. */
  public List<ColumnDescription> columns() {
    return columns;
  }

  /** The rows; whoever gives one away gives a copy. */
  public List<@Nullable Object[]> rows() {
    return rows;
  }

  /** The memory that the rows take, roughly. */
  public long bytes() {
    return bytes;
  }

  long askedAtNanos() {
    return askedAtNanos;
  }

  /** How many reads it has served. */
  public long hits() {
    return hits.sum();
  }

  void countHit() {
    hits.increment();
  }

  /** Whether it has everything that a read wants, and perhaps more. */
  boolean serves(List<ColumnDescription> wanted, OptionalLong mostRows) {
    return serves(columns, limit, wanted, mostRows);
  }

  static boolean serves(
      List<ColumnDescription> columns,
      OptionalLong limit,
      List<ColumnDescription> wanted,
      OptionalLong mostRows) {
    boolean hasRows =
        limit.isEmpty() || (mostRows.isPresent() && mostRows.getAsLong() <= limit.getAsLong());
    return hasRows && columns.containsAll(wanted);
  }
}
