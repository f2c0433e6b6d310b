package dev.imago.core.http;

import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * One call that reads one page of a table.
 *
 * @param base where the service is, without the resource path
 * @param url whole, without a credential
 * @param headers what the call says beside its URL, without a credential
 * @param page the page's number, from 1
 */
public record ApiRequest(
    TableDescription table,
    ReadMethod method,
    Endpoint endpoint,
    HttpUrl base,
    HttpUrl url,
    Headers headers,
    int page) {

  /** The verb of every read. */
  public static final String HTTP_METHOD = "GET";

  /** The decoded path below the service's URL: {@code projects/p/global/images/i}. */
  public String resource() {
    int before = base.encodedPath().equals("/") ? 0 : base.pathSize();
    List<String> segments = url.pathSegments();
    return String.join("/", segments.subList(before, segments.size()));
  }

  /** The URL as it may be shown. */
  public String shownUrl() {
    return RedactedUrl.of(url.toString());
  }

  /** What the call does, as a message begins with it. */
  String shown() {
    return table.qualifiedName()
        + ": "
        + HTTP_METHOD
        + " "
        + shownUrl()
        + (page > 1 ? " (page " + page + ")" : "");
  }
}
