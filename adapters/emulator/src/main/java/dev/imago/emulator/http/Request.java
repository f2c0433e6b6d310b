package dev.imago.emulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request, read to its end.
 *
 * @param method the HTTP method as sent, upper case
 * @param path the path as sent, still percent-encoded
 * @param query the query as sent, still percent-encoded; empty when there is none
 * @param segments the path's segments, decoded
 * @param parameters the query's parameters, decoded, in the order sent; {@code a} without {@code =}
 *     has the value ""
 * @param headers the headers; names compare without regard to case
 * @param body the body as text, decoded from gzip; empty when there is none
 */
public record Request(
    String method,
    String path,
    String query,
    List<String> segments,
    Map<String, List<String>> parameters,
    Map<String, List<String>> headers,
    String body) {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The path and, when there is one, the query: what stands in the request line. */
  public String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The same request under another method, as {@code X-HTTP-Method-Override} asks for it. */
  public Request withMethod(String replacement) {
    return new Request(replacement, path, query, segments, parameters, headers, body);
  }
}
