package dev.imago.core.read;

import dev.imago.core.description.Argument;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.Paging;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.ApiRequest;
import dev.imago.core.http.RedactedUrl;
import dev.imago.core.http.ServiceUrl;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

  /** Legal in a query and easier to read as they are. */
  private static final String READABLE_MARKS = ",()/*:?";

  private final ReadRequest request;
  private final ServiceUrl service;

  /** One parameter of the query, percent-encoded. */
  private record Parameter(String name, String encoded) {
    static Parameter of(String name, String value) {
      return new Parameter(name, encode(value));
    }
  }

  ReadUrl(ReadRequest request, ServiceUrl service) {
    this.request = request;
    this.service = service;
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
    String path = path();
    refuseDots(path);
    HttpUrl base = base();
    HttpUrl url = HttpUrl.parse(stem(base.toString()) + path + query(start, filter(path)));
    if (url == null || !isBelow(base, url, path)) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          request.table().qualifiedName() + ": no URL can be made of the path \"" + path + "\"");
    }
    return url;
  }

  /** How many rows each page is asked for; empty when the method has no pages. */
  OptionalLong pageSize() {
    return request.method().paging().stream()
        .mapToLong(paging -> pageSize(paging, filter(path())))
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
    return service.resolve(this::text);
  }

  /** What the read says in headers. */
  Headers headers() {
    Headers.Builder headers = new Headers.Builder();
    request
        .method()
        .call()
        .headers()
        .forEach((name, argument) -> headers.addUnsafeNonAscii(name, headerValue(argument)));
    return headers.build();
  }

  private String headerValue(Argument argument) {
    String value = argument.text(this::text);
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          request.table().qualifiedName() + ": no header can hold \"" + value + "\"");
    }
    return value;
  }

  /** The first page's request, for people: {@link Placeholder}s stand in it as they are. */
  String describe() {
    String path =
        request.method().call().path().fill(column -> shown(column, PathTemplate::encode));
    String stem = stem(service.fill(column -> shown(column, text -> text)));
    return ApiRequest.HTTP_METHOD
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
    return length(path(), conditions().map(FilterConditions::wanted).orElse(List.of()));
  }

  /** The predicates that are sent: those that can be written and leave the URL short enough. */
  List<Predicate> asked() {
    Optional<FilterConditions> conditions = conditions();
    if (conditions.isEmpty()) {
      return List.of();
    }
    List<WrittenCondition> sent = filter(path());
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
    String stem = stem(service.fill(this::text));
    return stem.length() + path.length() + query(Optional.empty(), filter).length();
  }

  private String path() {
    return request.method().call().path().expand(this::text);
  }

  private static String stem(String base) {
    return base.endsWith("/") ? base : base + "/";
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

  /** URLs resolve these segments, even percent-encoded: the call would go to another path. */
  private void refuseDots(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        throw new ImagoException(
            ErrorCode.INVALID_VALUE,
            request.table().qualifiedName()
                + ": \""
                + segment
                + "\" is no value for one of "
                + String.join(", ", request.method().parameters()));
      }
    }
  }

  private static boolean isBelow(HttpUrl base, HttpUrl url, String path) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port()
        && url.encodedPath().equals(HttpUrl.get(stem(base.toString())).encodedPath() + path);
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
        ? shown(variable.column(), ReadUrl::encode)
        : encode(argument.text(this::text));
  }

  /** Percent-encodes a query's value, and keeps what is legal and readable. */
  private static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length());
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      if (READABLE_MARKS.indexOf(value.charAt(i)) >= 0) {
        encoded.append(PathTemplate.encode(value.substring(from, i))).append(value.charAt(i));
        from = i + 1;
      }
    }
    return encoded.append(PathTemplate.encode(value.substring(from))).toString();
  }
}
