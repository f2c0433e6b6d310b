package dev.imago.core.read;

import dev.imago.core.cache.CachedAnswer;
import dev.imago.core.http.UnsentCall;
import dev.imago.core.page.RowSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a read wants of an answer that was read before. Nothing is sent. */
final class CachedRows implements RowSource {
  private final Supplier<UnsentCall> log;

  /** Where in a row of the answer each column is. */
  private final int[] places;

  private final Iterator<@Nullable Object[]> rows;
  private @Nullable UnsentCall call;

  /**
   * Some rows of an answer.
   *
   * @param request whose columns and limit the answer has
   * @param log writes down a read that sends nothing
   */
  CachedRows(CachedAnswer answer, ReadRequest request, Supplier<UnsentCall> log) {
    this.log = log;
    this.places = request.columns().stream().mapToInt(answer.columns()::indexOf).toArray();
    this.rows = answer.rows().stream().limit(request.limit().orElse(Long.MAX_VALUE)).iterator();
  }

  @Override
  public void start() {
    begin();
  }

  private UnsentCall begin() {
    UnsentCall begun = call;
    if (begun == null) {
      begun = log.get();
      call = begun;
    }
    return begun;
  }

  @Override
  public boolean hasFailed() {
    return false;
  }

  @Override
  public Optional<CompletableFuture<?>> unopened() {
    return Optional.empty();
  }

  @Override
  public void leave(boolean mayWait) {}

  @Override
  public @Nullable Object @Nullable [] next() {
    UnsentCall begun = begin();
    if (!rows.hasNext()) {
      begun.end();
      return null;
    }
    begun.countRow();
    @Nullable Object[] row = rows.next();
    return Arrays.stream(places).mapToObj(place -> row[place]).toArray();
  }

  @Override
  public void close() {
    if (call != null) {
      call.end();
    }
  }
}
