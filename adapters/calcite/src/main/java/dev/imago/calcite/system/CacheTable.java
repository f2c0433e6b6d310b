package dev.imago.calcite.system;

import dev.imago.calcite.system.SystemTable.Column;
import dev.imago.calcite.system.SystemTable.Method;
import dev.imago.core.cache.AnswerCache;
import dev.imago.core.cache.CachedAnswer;
import dev.imago.core.description.ColumnType.Scalar;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code imago.system.cache}: the answers that are kept for later statements, the oldest first. */
final class CacheTable {
  private final Optional<AnswerCache> cache;

  /**
   * The table.
   *
   * @param cache empty where no answer is kept
   */
  CacheTable(Optional<AnswerCache> cache) {
    this.cache = cache;
  }

  SystemTable table() {
    return new SystemTable(
        "One answer that is kept for later statements.",
        List.of(
            new Column("provider", Scalar.VARCHAR, "The catalog."),
            new Column("service", Scalar.VARCHAR, "The schema."),
            new Column("table_name", Scalar.VARCHAR, "The table."),
            new Column("method", Scalar.VARCHAR, "list, get and so on."),
            new Column("cache_key", Scalar.VARCHAR, "The first call that was made for it."),
            new Column("row_count", Scalar.BIGINT, "Its rows."),
            new Column("bytes", Scalar.BIGINT, "The memory that they take, roughly."),
            new Column("age_ms", Scalar.BIGINT, "The time since it was asked for."),
            new Column("hits", Scalar.BIGINT, "How many reads needed no call because of it.")),
        context -> cache.stream().flatMap(kept -> rows(kept).stream()).toList(),
        List.of(
            new Method(
                "clear",
                "Drops every answer that is kept.",
                List.of(new Column("dropped", Scalar.BIGINT, "How many answers were dropped.")),
                context -> Collections.singletonList(new @Nullable Object[] {dropped()}))));
  }

  private long dropped() {
    return cache.map(AnswerCache::clear).orElse(0L);
  }

  private static List<@Nullable Object[]> rows(AnswerCache cache) {
    return cache.answers().stream().map(answer -> row(answer, cache)).toList();
  }

  private static @Nullable Object[] row(CachedAnswer answer, AnswerCache cache) {
    return new @Nullable Object[] {
      answer.key().provider(),
      answer.key().service(),
      answer.key().table(),
      answer.key().method(),
      answer.call(),
      (long) answer.rows().size(),
      answer.bytes(),
      cache.ageMillis(answer),
      answer.hits()
    };
  }
}
