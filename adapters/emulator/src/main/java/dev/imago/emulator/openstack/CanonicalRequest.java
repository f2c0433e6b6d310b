package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The one text that both sides of a signature write for a request. */
final class CanonicalRequest {
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private CanonicalRequest() {}

  /**
   * The text of a request; empty when it lacks a header that was signed.
   *
   * @param signedHeaders the names of those headers
   */
  static Optional<String> of(Request request, List<String> signedHeaders) {
    StringBuilder headers = new StringBuilder();
    for (String name : signedHeaders) {
      Optional<String> value = request.header(name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      headers.append(name).append(':').append(value.get().strip()).append('\n');
    }
    return Optional.of(
        String.join(
            "\n",
            request.method(),
            path(request),
            query(request),
            headers,
            String.join(";", signedHeaders),
            payload(request)));
  }

  /** Clients leave bodies unsigned whose type is not plain JSON, and say so in a signed header. */
  private static String payload(Request request) {
    return request
        .header("X-Sdk-Content-Sha256")
        .filter(UNSIGNED::equals)
        .orElseGet(() -> Hmac.hexDigest(request.body()));
  }

  /** It always ends with a slash. */
  private static String path(Request request) {
    String path =
        "/" + String.join("/", request.segments().stream().map(CanonicalRequest::encoded).toList());
    return path.endsWith("/") ? path : path + "/";
  }

  private static String query(Request request) {
    List<String> pairs = new ArrayList<>();
    new TreeMap<>(request.parameters())
        .forEach(
            (name, values) ->
                values.stream()
                    .sorted()
                    .forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    return String.join("&", pairs);
  }

  /** All but letters, digits and {@code -_.~} is percent-encoded. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
