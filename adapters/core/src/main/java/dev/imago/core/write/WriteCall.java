package dev.imago.core.write;

import com.fasterxml.jackson.core.JsonFactory;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteArgument.Place.HeaderField;
import dev.imago.core.description.WriteArgument.Place.QueryParameter;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.ApiRequest;
import dev.imago.core.http.CallUrl;
import dev.imago.core.http.Content;
import dev.imago.core.http.Endpoint;
import dev.imago.core.http.Mutation;
import dev.imago.core.http.RedactedUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;

/** The one call of a write, from values that are good. */
final class WriteCall {
  private static final int FIRST_PAGE = 1;

  private final WriteRequest request;
  private final Endpoint endpoint;
  private final CallUrl url;
  private final Optional<Content> content;

  WriteCall(WriteRequest request, Endpoint endpoint, JsonFactory json) {
    this.request = request;
    this.endpoint = endpoint;
    this.url =
        new CallUrl(request.subject(), request.method().call(), endpoint.url(), this::variable);
    this.content = new WriteContent(json, request).content();
  }

  private String variable(String column) {
    return request.method().arguments().stream()
        .filter(argument -> argument.name().equals(column))
        .findFirst()
        .flatMap(this::text)
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new ImagoException(
                    ErrorCode.PARAMETER_NOT_BOUND,
                    request.subject() + " needs a value for " + column));
  }

  private Optional<String> text(WriteArgument argument) {
    return request
        .value(argument)
        .map(value -> JsonScalars.text((Scalar) argument.type(), value, argument.name()));
  }

  /**
   * What is sent.
   *
   * @param answered the outermost fields that a good answer may have
   */
  ApiRequest toRequest(Set<String> answered) {
    return new ApiRequest(
        request.table(),
        request.method(),
        endpoint,
        url.parameters(),
        url.base(),
        url.withQuery(query()),
        headers(),
        FIRST_PAGE,
        answered,
        content,
        mutation());
  }

  /**
   * The request for people: {@code POST https://...}; the headers that arguments give, and the
   * body, each in a line below.
   */
  List<String> describe() {
    List<String> lines = new ArrayList<>();
    lines.add(request.method().verb() + " " + RedactedUrl.of(url.withQuery(query()).toString()));
    for (WriteArgument argument : request.method().arguments()) {
      if (argument.place() instanceof HeaderField header) {
        text(argument)
            .map(text -> argument.secret() ? SecretText.HIDDEN : text)
            .ifPresent(text -> lines.add(header.name() + ": " + text));
      }
    }
    content.ifPresent(body -> lines.add(body.shown()));
    return lines;
  }

  private String query() {
    List<String> parameters = new ArrayList<>();
    request
        .method()
        .call()
        .query()
        .forEach(
            (name, argument) ->
                parameters.add(name + "=" + CallUrl.encode(argument.text(this::variable))));
    for (WriteArgument argument : request.method().arguments()) {
      if (argument.place() instanceof QueryParameter parameter) {
        text(argument)
            .ifPresent(text -> parameters.add(parameter.name() + "=" + CallUrl.encode(text)));
      }
    }
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private Headers headers() {
    Headers.Builder headers = url.headers().newBuilder();
    for (WriteArgument argument : request.method().arguments()) {
      if (argument.place() instanceof HeaderField header) {
        text(argument)
            .ifPresent(
                text -> headers.set(header.name(), CallUrl.headerValue(request.subject(), text)));
      }
    }
    return headers.build();
  }

  private Optional<Mutation> mutation() {
    WriteMethod method = request.method();
    if (method.safe()) {
      return Optional.empty();
    }
    Optional<String> key = method.repeatKey().flatMap(method::argument).flatMap(this::text);
    String look = "look with " + lookUp();
    return Optional.of(
        new Mutation(
            key,
            key.map(
                    value ->
                        look
                            + ", or run it again with "
                            + method.repeatKey().orElseThrow()
                            + " = '"
                            + value
                            + "', which the service does only once")
                .orElse(look + " before you run it again")));
  }

  /** A query that shows what became of what the write names. */
  private String lookUp() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (WriteArgument argument : request.method().arguments()) {
      if (looksBy(argument) && !argument.secret() && argument.type() instanceof Scalar) {
        text(argument).ifPresent(text -> values.put(argument.name(), text));
      }
    }
    return LookUp.query(request.table(), values);
  }

  /** By the key; where what is made has none yet, by all that tells it from others. */
  private boolean looksBy(WriteArgument argument) {
    TableDescription table = request.table();
    String name = argument.name();
    if (!request.method().lookBy().isEmpty()) {
      return request.method().lookBy().contains(name);
    }
    boolean isRead = table.column(name).filter(column -> !column.input()).isPresent();
    boolean hasKey =
        table.key().stream().allMatch(column -> request.arguments().get(column) != null);
    return isRead
        && (table.key().contains(name) || (!hasKey && (argument.required() || isPushed(name))));
  }

  private boolean isPushed(String column) {
    return request.table().reads().stream()
        .map(ReadMethod::filtering)
        .flatMap(Optional::stream)
        .anyMatch(filtering -> filtering.conditions().containsKey(column));
  }
}
