package dev.imago.core.read;

import com.fasterxml.jackson.core.JsonFactory;
import dev.imago.core.cache.AnswerCache;
import dev.imago.core.call.Endpoints;
import dev.imago.core.call.ServiceCalls;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.http.Answer;
import dev.imago.core.http.ApiClient;
import dev.imago.core.http.ApiRequest;
import dev.imago.core.http.Endpoint;
import dev.imago.core.http.ServiceUrl;
import dev.imago.core.page.PagedRows;
import dev.imago.core.page.PagedRows.Ahead;
import dev.imago.core.page.RowSource;
import dev.imago.core.read.RequestGrouping.Lists;
import dev.imago.core.row.RowDecoder;
import dev.imago.core.statement.StatementContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads tables: turns requests into HTTP calls and their answers into rows. One per engine. Safe
 * for any number of threads; each of its streams is one thread's.
 */
public final class TableReader {
  private final Endpoints endpoints;
  private final ApiClient client;
  private final int maxConcurrency;
  private final Optional<CachedReads> cached;
  private final JsonFactory json = new JsonFactory();

  /** A reader of services that others may call too. Each of its reads is sent. */
  public TableReader(ServiceCalls calls) {
    this(calls, Optional.empty());
  }

  /**
   * The same for reads that may be of some age.
   *
   * @param cache the answers of reads before; empty to send each read
   */
  public TableReader(ServiceCalls calls, Optional<AnswerCache> cache) {
    this.cached = cache.map(answers -> new CachedReads(answers, calls.client()));
    this.endpoints = calls.endpoints();
    this.client = calls.client();
    this.maxConcurrency = calls.maxConcurrency();
  }

  /**
   * The rows of every request, one request after the other in the order given unless one is late,
   * while the calls run ahead of the reader: up to {@code maxConcurrency} at the same time.
   *
   * @param requests read lazily, so that a reader that stops early starts no further call
   */
  public RowStream read(Iterable<ReadRequest> requests, StatementContext context) {
    return new ReadAhead(
        requests,
        request -> rows(request, context, Ahead.NOTHING, page -> client.send(page, context)),
        maxConcurrency,
        Ahead.NOTHING,
        context.cancellation());
  }

  /**
   * The same, with what other reads of the statement share. Where pages are asked for ahead of the
   * reader, the requests are read page by page in turns.
   *
   * @param shared what the statement has read so far
   * @param sharing which other reads may send the same
   * @param ahead how far each request's pages are asked for ahead of the reader
   */
  public RowStream read(
      Iterable<ReadRequest> requests,
      StatementContext context,
      SharedReads shared,
      Sharing sharing,
      Ahead ahead) {
    PageSender sender = sender(context, shared, sharing);
    return new ReadAhead(
        requests,
        request ->
            sharing.rows()
                ? shared.rows(
                    asSent(request),
                    () -> rows(request, context, ahead, sender),
                    () -> client.shared(firstPage(request), context))
                : rows(request, context, ahead, sender),
        maxConcurrency,
        ahead,
        context.cancellation());
  }

  /** Sends the request for one page. */
  private interface PageSender {
    Answer send(ApiRequest request);
  }

  private PageSender sender(StatementContext context, SharedReads shared, Sharing sharing) {
    return sharing.answers()
        ? request -> shared.answers().send(request, context, client)
        : request -> client.send(request, context);
  }

  /**
   * The same, with rows that wait for those of other reads to be asked for with them.
   *
   * @param shared what the statement has read so far
   * @param gathered the reads that wait for one another
   */
  public RowStream read(
      Iterable<ReadRequest> requests,
      StatementContext context,
      SharedReads shared,
      GatheredReads gathered) {
    Function<ReadRequest, RowSource> added =
        request ->
            shared.rows(
                request,
                () -> gathered.add(request),
                () -> client.shared(firstPage(request), context));
    Map<ReadRequest, RowSource> lists = new HashMap<>();
    for (ReadRequest request : requests) {
      // A list that came to wait after the others were sent would be a call of its own.
      if (request.method().kind() == ReadMethod.Kind.LIST) {
        lists.put(request, added.apply(request));
      }
    }
    return new ReadAhead(
        requests,
        request -> {
          RowSource list = lists.remove(request);
          return list == null ? added.apply(request) : list;
        },
        maxConcurrency,
        Ahead.NOTHING,
        context.cancellation());
  }

  /**
   * Reads of one table that will wait for one another, so that they take fewer calls.
   *
   * @param shared what the statement has read so far
   * @param sharing which other reads may send the same
   * @param ahead how far each request's pages are asked for ahead of the reader
   */
  public GatheredReads gather(
      StatementContext context, SharedReads shared, Sharing sharing, Ahead ahead) {
    PageSender sender = sender(context, shared, sharing);
    return new GatheredReads(
        grouping(Lists.WHOLE), request -> rows(request, context, ahead, sender), maxConcurrency);
  }

  /**
   * Requests for the same rows that take the fewest calls. What differs in one value alone is put
   * together where the API can tell it apart or a whole list is read anyway: many gets of one
   * parent become a few lists. The rows come in another order, each once.
   *
   * @param requests of any tables; a value that is not known yet may be a {@link Placeholder}
   */
  public List<ReadRequest> group(List<ReadRequest> requests) {
    return grouping(Lists.APART).group(requests).stream()
        .map(RequestGrouping.Together::request)
        .toList();
  }

  private RequestGrouping grouping(Lists lists) {
    Map<String, ServiceUrl> urls = new HashMap<>();
    return new RequestGrouping(
        request ->
            new ReadUrl(
                    request,
                    urls.computeIfAbsent(
                        request.table().qualifiedName(),
                        name -> endpoints.of(request.table()).url()))
                .wantedLength(),
        lists);
  }

  private ReadUrl url(ReadRequest request) {
    return new ReadUrl(request, endpoints.of(request.table()).url());
  }

  /** The request as it is sent: two that differ in what the API is not asked for are equal. */
  private ReadRequest asSent(ReadRequest request) {
    return request.predicates().isEmpty() ? request : request.withPredicates(asked(request));
  }

  private ApiRequest firstPage(ReadRequest request) {
    return page(request, endpoints.of(request.table()), url(request), 1, Optional.empty());
  }

  private static ApiRequest page(
      ReadRequest request, Endpoint endpoint, ReadUrl url, int page, Optional<String> start) {
    return ApiRequest.page(
        request.table(),
        request.method(),
        endpoint,
        url.parameters(),
        url.base(),
        url.page(start),
        url.headers(),
        page);
  }

  private RowSource rows(
      ReadRequest request, StatementContext context, Ahead ahead, PageSender sender) {
    Endpoint endpoint = endpoints.of(request.table());
    ReadUrl url = new ReadUrl(request, endpoint.url());
    OptionalLong limit = url.namesNothing() ? OptionalLong.of(0) : request.limit();
    RowSource calls =
        new PagedRows(
            (page, start) -> sender.send(page(request, endpoint, url, page, start)),
            request.method(),
            url.pageSize(),
            limit,
            ahead,
            RowDecoder.of(
                request.table(),
                request.method(),
                request.bindings(),
                request.alternatives(),
                request.decodedColumns(),
                request.columns().size(),
                context,
                json),
            json);
    RowSource rows =
        cached.isEmpty() || limit.equals(OptionalLong.of(0))
            ? calls
            : cached
                .get()
                .rows(
                    request.withPredicates(url.asked()),
                    page(request, endpoint, url, 1, Optional.empty()),
                    calls,
                    ahead != Ahead.NOTHING || isOneCall(url.pageSize(), limit),
                    context);
    RowSource known = request.skipsUnknown() ? new RowOrWarning(rows, request, context) : rows;
    return context.isPartial() ? new PartialRows(known, request, context) : known;
  }

  /** Whether the answer has no further page, or none that is wanted. */
  private static boolean isOneCall(OptionalLong pageSize, OptionalLong limit) {
    return pageSize.isEmpty() || (limit.isPresent() && limit.getAsLong() <= pageSize.getAsLong());
  }

  /** The most calls that run at the same time. */
  public int maxConcurrency() {
    return maxConcurrency;
  }

  /**
   * What would be sent first for a request, without a credential: {@code GET https://...}. A value
   * that is not known yet is bound to a {@link Placeholder} and stands in it as it is.
   */
  public String describe(ReadRequest request) {
    return url(request).describe();
  }

  /** The predicates of a request that its first call asks for, in the request's order. */
  public List<Predicate> asked(ReadRequest request) {
    return url(request).asked();
  }
}
