package dev.imago.opentelekom.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imago.core.description.PathTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;

/**
 * The one text that both sides of a signature write for a request: its verb, path, query, headers
 * and the digest of its body.
 *
 * @param signedHeaders the names of the headers in it, separated by semicolons
 */
record CanonicalRequest(String text, String signedHeaders) {
  private static final String CONTENT_TYPE = "content-type";

  /** The text of a request, whose headers are all there. */
  static CanonicalRequest of(Request request) {
    SortedMap<String, String> headers = headers(request.headers());
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String names = String.join(";", headers.keySet());
    return new CanonicalRequest(
        String.join(
            "\n",
            request.method(),
            path(request.url()),
            query(request.url()),
            lines,
            names,
            body(request).sha256().hex()),
        names);
  }

  /** SHA-256 in hexadecimal digits. */
  String digest() {
    return ByteString.of(text.getBytes(UTF_8)).sha256().hex();
  }

  /** All of them by lower-case name, but for the content's type and what gateways drop. */
  private static SortedMap<String, String> headers(Headers headers) {
    SortedMap<String, String> signed = new TreeMap<>();
    for (String name : headers.names()) {
      String lowerCase = name.toLowerCase(Locale.ROOT);
      if (!lowerCase.equals(CONTENT_TYPE) && !lowerCase.contains("_")) {
        signed.put(lowerCase, String.join(",", headers.values(name)).strip());
      }
    }
    return signed;
  }

  /** It always ends with a slash. */
  private static String path(HttpUrl url) {
    String path =
        url.pathSegments().stream()
            .map(PathTemplate::encode)
            .collect(Collectors.joining("/", "/", ""));
    return path.endsWith("/") ? path : path + "/";
  }

  private static String query(HttpUrl url) {
    List<String> pairs = new ArrayList<>();
    for (String name : new TreeSet<>(url.queryParameterNames())) {
      url.queryParameterValues(name).stream()
          .map(value -> value == null ? "" : value)
          .sorted()
          .forEach(
              value -> pairs.add(PathTemplate.encode(name) + "=" + PathTemplate.encode(value)));
    }
    return String.join("&", pairs);
  }

  private static ByteString body(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      return ByteString.EMPTY;
    }
    try (Buffer content = new Buffer()) {
      body.writeTo(content);
      return content.readByteString();
    } catch (IOException e) {
      throw new UncheckedIOException("the body cannot be read", e);
    }
  }
}
