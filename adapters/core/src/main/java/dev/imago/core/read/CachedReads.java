package dev.imago.core.read;

import dev.imago.core.cache.AnswerCache;
import dev.imago.core.cache.AnswerKey;
import dev.imago.core.http.ApiClient;
import dev.imago.core.http.ApiRequest;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;

/** Reads that need no call when their answer is known from before. */
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
   */
  RowSource rows(
      ReadRequest sent, ApiRequest firstPage, RowSource calls, StatementContext context) {
    AnswerKey key =
        new AnswerKey(
            sent.table().provider(),
            sent.table().service(),
            sent.table().name(),
            sent.method().name(),
            sent.question());
    return cache
        .find(key, sent.columns(), sent.limit())
        .<RowSource>map(
            answer -> new CachedRows(answer, sent, () -> client.cached(firstPage, context)))
        .orElseGet(
            () ->
                new RecordedRows(
                    calls,
                    () ->
                        cache.fill(
                            key,
                            firstPage.verb() + " " + firstPage.shownUrl(),
                            sent.columns(),
                            sent.limit()),
                    context));
  }
}
