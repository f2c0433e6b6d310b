package dev.imago.core.read;

import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.ApiRequest;
import dev.imago.core.http.RedactedUrl;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * The URLs of one read. Query parameters come in one order: the constant ones as they are declared,
 * the filter, the mask, the order, the page's size, the page's beginning: a token, a marker or an
 * offset.
 */
final class ReadUrl {
  /** URLs of this many characters and more are refused on their way, by proxies if not by APIs. */
  static final int MOST_LENGTH = 2_000;

  /** Legal in a query and easier to read as they are. */
  private static final String READABLE_MARKS = ",()/*:?";

  private final ReadRequest request;
  private final HttpUrl base;

  private record Parameter(String name, String value) {}

  ReadUrl(ReadRequest request, HttpUrl base) {
    this.request = request;
    this.base = base;
  }

  /** Whether a path variable has an empty value: nothing has such a name, so there are no rows. */
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
    String text = stem() + path + query(start, filter(path));
    HttpUrl url = HttpUrl.parse(text);
    if (url == null || !isBelowBase(url, path)) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          request.table().qualifiedName() + ": no URL can be made of the path \"" + path + "\"");
    }
    return url;
  }

  /** How many rows each page is asked for; empty when the method has no pages. */
  OptionalLong pageSize() {
    return request.method().paging().stream()
        .mapToLong(paging -> paging.size().asked(request.limit()))
        .findFirst();
  }

  /** The first page's request, for people: {@link Placeholder}s stand in it as they are. */
  String describe() {
    String path =
        request
            .method()
            .path()
            .fill(
                column ->
                    request.bindings().get(column) instanceof Placeholder placeholder
                        ? placeholder.text()
                        : PathTemplate.encode(text(column)));
    return ApiRequest.HTTP_METHOD
        + " "
        + RedactedUrl.of(stem() + path + query(Optional.empty(), filter(path)));
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
    List<List<String>> sent = filter(path());
    return request.predicates().stream()
        .filter(
            predicate -> conditions.get().condition(predicate).filter(sent::contains).isPresent())
        .toList();
  }

  private Optional<FilterConditions> conditions() {
    return request.method().filtering().map(f -> new FilterConditions(request, f));
  }

  /** The conditions that are sent: those that leave the URL short enough, the first first. */
  private List<List<String>> filter(String path) {
    List<List<String>> sent = new ArrayList<>();
    for (List<String> condition : conditions().map(FilterConditions::all).orElse(List.of())) {
      sent.add(condition);
      if (length(path, sent) >= MOST_LENGTH) {
        sent.remove(sent.size() - 1);
      }
    }
    return sent;
  }

  private int length(String path, List<List<String>> filter) {
    return stem().length() + path.length() + query(Optional.empty(), filter).length();
  }

  private String path() {
    return request.method().path().expand(this::text);
  }

  private String stem() {
    String text = base.toString();
    return text.endsWith("/") ? text : text + "/";
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

  private boolean isBelowBase(HttpUrl url, String path) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port()
        && url.encodedPath().equals(HttpUrl.get(stem()).encodedPath() + path);
  }

  private String query(Optional<String> start, List<List<String>> filter) {
    List<Parameter> parameters = parameters(start, filter);
    if (parameters.isEmpty()) {
      return "";
    }
    return parameters.stream()
        .map(parameter -> parameter.name() + "=" + encode(parameter.value()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private List<Parameter> parameters(Optional<String> start, List<List<String>> filter) {
    ReadMethod method = request.method();
    List<Parameter> parameters = new ArrayList<>();
    method.query().forEach((name, value) -> parameters.add(new Parameter(name, value)));
    if (!filter.isEmpty()) {
      method
          .filtering()
          .ifPresent(
              filtering ->
                  parameters.add(
                      new Parameter(
                          filtering.parameter(), FilterConditions.text(filtering, filter))));
    }
    FieldMask.of(request)
        .ifPresent(mask -> parameters.add(new Parameter(method.mask().orElseThrow(), mask)));
    if (!request.order().isEmpty()) {
      String terms =
          request.order().stream().map(OrderTerm::toString).collect(Collectors.joining(","));
      method
          .ordering()
          .ifPresent(ordering -> parameters.add(new Parameter(ordering.parameter(), terms)));
    }
    method
        .paging()
        .ifPresent(
            paging -> {
              String size = Long.toString(paging.size().asked(request.limit()));
              paging.size().parameter().ifPresent(p -> parameters.add(new Parameter(p, size)));
              start.ifPresent(value -> parameters.add(new Parameter(paging.parameter(), value)));
            });
    return parameters;
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
