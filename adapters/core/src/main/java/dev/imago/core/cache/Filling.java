package dev.imago.core.cache;

import dev.imago.core.description.ColumnDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a read that go on to the reader and are kept on their way, while they are not too
 * many: neither these nor all that are on their way in the cache. Used by one thread.
 */
public final class Filling {
  private final AnswerCache cache;
  private final AnswerKey key;
  private final String call;
  private final List<ColumnDescription> columns;
  private final OptionalLong limit;
  private final boolean isOffered;
  private final ComingAnswer coming;
  private @Nullable List<@Nullable Object[]> rows = new ArrayList<>();
  private final long askedAtNanos;

  /** What is reserved in the cache. */
  private long bytes;

  Filling(
      AnswerCache cache,
      AnswerKey key,
      String call,
      List<ColumnDescription> columns,
      OptionalLong limit,
      boolean isOffered,
      long dropsBefore) {
    this.cache = cache;
    this.key = key;
    this.call = call;
    this.columns = columns;
    this.limit = limit;
    this.isOffered = isOffered;
    this.askedAtNanos = cache.nanoTime();
    this.coming = new ComingAnswer(columns, limit, dropsBefore);
  }

  AnswerKey key() {
    return key;
  }

  /** Whether others may wait for it. */
  boolean isOffered() {
    return isOffered;
  }

  /** What others can wait for, where it is offered. */
  public ComingAnswer coming() {
    return coming;
  }

  /**
   * Takes a row.
   *
   * @param row never changed again
   * @param size the memory that it takes, in bytes, roughly
   */
  public void add(@Nullable Object[] row, long size) {
    List<@Nullable Object[]> kept = rows;
    if (kept == null) {
      return;
    }
    if (size > cache.mostBytesOfAnswer() - bytes || !cache.reserve(size)) {
      giveUp();
      return;
    }
    bytes += size;
    kept.add(row);
    if (limit.isPresent() && kept.size() >= limit.getAsLong()) {
      keep(kept, limit);
    }
  }

  /** The last row has come: these are all. */
  public void end() {
    List<@Nullable Object[]> kept = rows;
    if (kept != null) {
      keep(kept, OptionalLong.empty());
    }
  }

  private void keep(List<@Nullable Object[]> kept, OptionalLong wanted) {
    CachedAnswer answer = new CachedAnswer(key, call, columns, kept, wanted, bytes, askedAtNanos);
    rows = null;
    cache.end(this, bytes, cache.put(answer, coming.dropsBefore()) ? answer : null);
  }

  /** Nothing is kept: the read failed, or what it reads is not the whole truth. */
  public void giveUp() {
    if (rows != null) {
      rows = null;
      cache.end(this, bytes, null);
    }
  }
}
