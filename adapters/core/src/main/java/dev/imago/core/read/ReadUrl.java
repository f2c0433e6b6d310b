package dev.imago.core.read;

import dev.imago.core.description.Argument;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.Paging;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.CallUrl;
import dev.imago.core.http.RedactedUrl;
import dev.imago.core.http.ServiceUrl;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * The URLs of one read. Query parameters come in one order: those that are declared for the read,
 * in their order, then the conditions, the mask, the order, the page's size, the page's beginning:
 * a token, a marker or an offset.
 */
final class ReadUrl {
  /** URLs of this many characters and more are refused on their way, by proxies if not by APIs. */
  static final int MOST_LENGTH = 2_000;

  private final ReadRequest request;
  private final ServiceUrl service;
  private final CallUrl call;

  /** One parameter of the query, percent-encoded. */
  private record Parameter(String name, String encoded) {
    static Parameter of(String name, String value) {
      return new Parameter(name, CallUrl.encode(value));
    }
  }

  ReadUrl(ReadRequest request, ServiceUrl service) {
    this.request = request;
    this.service = service;
    this.call =
        new CallUrl(request.table().qualifiedName(), request.method().call(), service, this::text);
  }

  /** Whether a parameter has an empty value: nothing has such a name, so there are no rows. */
  boolean namesNothing() {
    return request.method().parameters().stream().anyMatch(column -> text(column).isEmpty());
  }

  /**
   * The URL of a page.
   *
   * @param start where it begins, as the page ahead said; empty for the first
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} for a value that would lead elsewhere
   */
  HttpUrl page(Optional<String> start) {
    return call.withQuery(query(start, filter(call.path())));
  }

  /** How many rows each page is asked for; empty when the method has no pages. */
  OptionalLong pageSize() {
    return request.method().paging().stream()
        .mapToLong(paging -> pageSize(paging, filter(call.path())))
        .findFirst();
  }

  /**
   * As long as some rows of the answer are left out, nobody knows how many make the limit: those
   * that a condition drops, and those of other tables in a list of several scopes.
   */
  private long pageSize(Paging paging, List<WrittenCondition> filter) {
    Set<String> sent = filter.stream().map(WrittenCondition::column).collect(Collectors.toSet());
    boolean isNarrowed =
        request.method().scope().isEmpty() && sent.containsAll(request.comparedBesidesTheCall());
    return paging.size().asked(isNarrowed ? request.limit() : OptionalLong.empty());
  }

  /** Where the service is that the read calls. */
  HttpUrl base() {
    return call.base();
  }

  /** What the read is bound to: the values of the method's parameters, by column. */
  Map<String, String> parameters() {
    return call.parameters();
  }

  /** What the read says in headers. */
  Headers headers() {
    return call.headers();
  }

  /** The first page's request, for people: {@link Placeholder}s stand in it as they are. */
  String describe() {
    String path =
        request.method().call().path().fill(column -> shown(column, PathTemplate::encode));
    String stem = CallUrl.stem(service.fill(column -> shown(column, text -> text)));
    return request.method().verb()
        + " "
        + RedactedUrl.of(stem + path + query(Optional.empty(), filter(path)));
  }

  private String shown(String column, UnaryOperator<String> encoding) {
    return request.bindings().get(column) instanceof Placeholder placeholder
        ? placeholder.text()
        : encoding.apply(text(column));
  }

  /** The length of the first page's URL when its filter asks for all that every row must have. */
  int wantedLength() {
    return length(call.path(), conditions().map(FilterConditions::wanted).orElse(List.of()));
  }

  /** The predicates that are sent: those that can be written and leave the URL short enough. */
  List<Predicate> asked() {
    Optional<FilterConditions> conditions = conditions();
    if (conditions.isEmpty()) {
      return List.of();
    }
    List<WrittenCondition> sent = filter(call.path());
    return conditions.get().predicates().stream()
        .filter(
            predicate -> conditions.get().condition(predicate).filter(sent::contains).isPresent())
        .toList();
  }

  private Optional<FilterConditions> conditions() {
    return request.method().filtering().map(f -> new FilterConditions(request, f));
  }

  /**
   * The conditions that are sent: those that fit and leave the URL short enough, the first first.
   */
  private List<WrittenCondition> filter(String path) {
    List<WrittenCondition> sent = new ArrayList<>();
    Optional<FilterConditions> conditions = conditions();
    for (WrittenCondition condition : conditions.map(FilterConditions::all).orElse(List.of())) {
      sent.add(condition);
      if (!conditions.orElseThrow().fit(sent) || length(path, sent) >= MOST_LENGTH) {
        sent.remove(sent.size() - 1);
      }
    }
    return sent;
  }

  private int length(String path, List<WrittenCondition> filter) {
    String stem = CallUrl.stem(service.fill(this::text));
    return stem.length() + path.length() + query(Optional.empty(), filter).length();
  }

  private String text(String column) {
    Object value = request.bindings().get(column);
    if (value == null) {
      throw new ImagoException(
          ErrorCode.PARAMETER_NOT_BOUND,
          request.table().qualifiedName() + ": the parameter " + column + " is not bound");
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private String query(Optional<String> start, List<WrittenCondition> filter) {
    List<Parameter> parameters = parameters(start, filter);
    if (parameters.isEmpty()) {
      return "";
    }
    return parameters.stream()
        .map(parameter -> parameter.name() + "=" + parameter.encoded())
        .collect(Collectors.joining("&", "?", ""));
  }

  private List<Parameter> parameters(Optional<String> start, List<WrittenCondition> filter) {
    ReadMethod method = request.method();
    List<Parameter> parameters = new ArrayList<>();
    method
        .call()
        .query()
        .forEach((name, argument) -> parameters.add(new Parameter(name, encoded(argument))));
    conditions().stream()
        .flatMap(conditions -> conditions.parameters(filter).stream())
        .forEach(written -> parameters.add(Parameter.of(written.name(), written.value())));
    FieldMask.of(request)
        .ifPresent(
            mask -> parameters.add(Parameter.of(method.mask().orElseThrow().parameter(), mask)));
    if (!request.order().isEmpty()) {
      String terms =
          request.order().stream().map(OrderTerm::toString).collect(Collectors.joining(","));
      method
          .ordering()
          .ifPresent(ordering -> parameters.add(Parameter.of(ordering.parameter(), terms)));
    }
    method
        .paging()
        .ifPresent(
            paging -> {
              String size = Long.toString(pageSize(paging, filter));
              paging.size().parameter().ifPresent(p -> parameters.add(Parameter.of(p, size)));
              start.ifPresent(value -> parameters.add(Parameter.of(paging.parameter(), value)));
            });
    return parameters;
  }

  private String encoded(Argument argument) {
    return argument instanceof Argument.Variable variable
        ? shown(variable.column(), CallUrl::encode)
        : CallUrl.encode(argument.text(this::text));
  }
}
