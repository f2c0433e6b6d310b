package dev.imago.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonWriter;
import dev.imago.emulator.json.Selection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One answer: status, headers and the whole body. Content-Length is the server's to add. */
public final class Response {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Response(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** A JSON answer; the body is taken over, not copied. */
  public static Response json(int status, byte[] body) {
    return new Response(status, Map.of("Content-Type", "application/json; charset=UTF-8"), body);
  }

  /** A JSON answer with the whole of a tree. */
  public static Response json(int status, JsonNode body) {
    return json(status, JsonWriter.write(body, Selection.everything(), false));
  }

  /** An answer without a body, which a status such as 204 calls for. */
  public static Response empty(int status) {
    return new Response(status, Map.of(), new byte[0]);
  }

  /** A plain text answer. */
  public static Response text(int status, String body) {
    return of(status, "text/plain; charset=UTF-8", body);
  }

  /** An HTML answer, as proxies and front ends give it. */
  public static Response html(int status, String body) {
    return of(status, "text/html; charset=UTF-8", body);
  }

  /** An answer of any content type. */
  public static Response of(int status, String contentType, String body) {
    return new Response(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same answer with one more header. */
  public Response withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, Map.copyOf(more), body);
  }

  /** The same answer with its body in gzip. */
  Response compressed() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing to memory failed", impossible);
    }
    Response encoded = new Response(status, headers, compressed.toByteArray());
    return encoded.withHeader("Content-Encoding", "gzip");
  }

  /** The same answer with only the first bytes of its body, and a Content-Length that fits them. */
  Response truncated(int bytes) {
    byte[] head = new byte[Math.min(bytes, body.length)];
    System.arraycopy(body, 0, head, 0, head.length);
    return new Response(status, headers, head);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
