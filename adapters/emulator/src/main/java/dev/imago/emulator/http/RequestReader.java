package dev.imago.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads a whole request from the server's exchange. */
final class RequestReader {
  private RequestReader() {}

  /**
   * Reads the request to its end, so that the connection can be used again.
   *
   * @throws IOException when the client went away, or its gzip body is damaged
   */
  static Request read(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    return new Request(
        exchange.getRequestMethod(),
        path,
        query,
        segments(path),
        parameters(query),
        Collections.unmodifiableMap(headers),
        body(exchange));
  }

  private static String body(HttpExchange exchange) throws IOException {
    boolean compressed =
        "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream raw = exchange.getRequestBody()) {
      byte[] sent = raw.readAllBytes();
      if (!compressed || sent.length == 0) {
        return new String(sent, StandardCharsets.UTF_8);
      }
      try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(sent))) {
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(Math.min(1, path.length())).split("/", -1)) {
      // A plus sign is an ordinary character in a path; the decoder knows only the form's rule.
      segments.add(decode(segment.replace("+", "%2B")));
    }
    return List.copyOf(segments);
  }

  private static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
    return Collections.unmodifiableMap(parameters);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
