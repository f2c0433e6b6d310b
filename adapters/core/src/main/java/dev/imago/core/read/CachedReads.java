package dev.imago.core.read;

import dev.imago.core.cache.AnswerCache;
import dev.imago.core.cache.AnswerKey;
import dev.imago.core.cache.Filling;
import dev.imago.core.http.ApiClient;
import dev.imago.core.http.ApiRequest;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads that need no call when their answer is known from before, or is on its way already. */
final class CachedReads {
  private final AnswerCache cache;
  private final ApiClient client;

  CachedReads(AnswerCache cache, ApiClient client) {
    this.cache = cache;
    this.client = client;
  }

  /**
   * The rows of a request.
   *
   * @param sent the request with what the API is asked for alone
   * @param firstPage the first call that is made for it
   * @param calls the rows that come with calls, not started yet
   * @param isOffered whether other statements may wait for those rows, which are then read to the
   *     end
   */
  RowSource rows(
      ReadRequest sent,
      ApiRequest firstPage,
      RowSource calls,
      boolean isOffered,
      StatementContext context) {
    AnswerKey key =
        new AnswerKey(
            sent.table().provider(),
            sent.table().service(),
            sent.table().name(),
            sent.method().name(),
            sent.question());
    Supplier<Optional<RowSource>> known =
        () ->
            cache
                .find(key, sent.columns(), sent.limit())
                .map(
                    answer ->
                        new CachedRows(answer, sent, () -> client.cached(firstPage, context)));
    Supplier<Filling> place =
        () ->
            cache.fill(
                key,
                firstPage.verb() + " " + firstPage.shownUrl(),
                sent.columns(),
                sent.limit(),
                isOffered);
    return known
        .get()
        .orElseGet(
            () ->
                new JoinedRows(
                    cache,
                    place,
                    calls,
                    known,
                    answer -> new CachedRows(answer, sent, () -> client.shared(firstPage, context)),
                    context));
  }
}
