package dev.imago.emulator.http;

import java.util.List;
import java.util.Map;

/**
 * A request as the emulator got it, for tests to look at. Values of credentials are {@code ***}.
 *
 * @param method the HTTP method as sent
 * @param target path and query as sent, percent-encoded
 * @param headers the headers; names compare without regard to case
 * @param body the body as text, decoded from gzip; empty when there is none
 */
public record RecordedRequest(
    String method, String target, Map<String, List<String>> headers, String body) {

  /** Method and target with a space between: {@code GET /v3/projects:search?pageSize=10}. */
  public String line() {
    return method + " " + target;
  }
}
