package dev.imago.core.http;

import dev.imago.core.description.Argument;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.HeaderText;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Where one call goes and what it says in headers, once the values are known. A value becomes one
 * segment, one parameter or one header, and leads nowhere else.
 */
public final class CallUrl {
  /** Legal in a query and easier to read as they are. */
  private static final String READABLE_MARKS = ",()/*:?";

  private final String subject;
  private final CallTemplate template;
  private final ServiceUrl service;
  private final UnaryOperator<String> values;

  /**
   * A call.
   *
   * @param subject the table, for messages
   * @param values the text of a column's value, by the column's name
   */
  public CallUrl(
      String subject, CallTemplate template, ServiceUrl service, UnaryOperator<String> values) {
    this.subject = subject;
    this.template = template;
    this.service = service;
    this.values = values;
  }

  /** Where the service is. */
  public HttpUrl base() {
    return service.resolve(values);
  }

  /** What the call is bound to: the values of its parameters, by column. */
  public Map<String, String> parameters() {
    return template.parameters().stream().collect(Collectors.toMap(column -> column, values));
  }

  /** The path below the service, percent-encoded. */
  public String path() {
    return template.path().expand(values);
  }

  /**
   * The whole URL.
   *
   * @param query empty, or begins with a question mark; percent-encoded
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} for a value that would lead elsewhere
   */
  public HttpUrl withQuery(String query) {
    String path = path();
    refuseDots(path);
    HttpUrl base = base();
    HttpUrl url = HttpUrl.parse(stem(base.toString()) + path + query);
    if (url == null || !isBelow(base, url, path)) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, subject + ": no URL can be made of the path \"" + path + "\"");
    }
    return url;
  }

  /** URLs resolve these segments, even percent-encoded: the call would go to another path. */
  private void refuseDots(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        throw new ImagoException(
            ErrorCode.INVALID_VALUE,
            subject
                + ": \""
                + segment
                + "\" is no value for one of "
                + String.join(", ", template.parameters()));
      }
    }
  }

  private static boolean isBelow(HttpUrl base, HttpUrl url, String path) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port()
        && url.encodedPath().equals(HttpUrl.get(stem(base.toString())).encodedPath() + path);
  }

  /** What the call always says in headers. */
  public Headers headers() {
    Headers.Builder headers = new Headers.Builder();
    template.headers().forEach((name, argument) -> addHeader(headers, name, argument));
    return headers.build();
  }

  private void addHeader(Headers.Builder headers, String name, Argument argument) {
    headers.addUnsafeNonAscii(name, headerValue(subject, argument.text(values)));
  }

  /**
   * The value, if a header can hold it.
   *
   * @param subject what it is for, for the message
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when none can
   */
  public static String headerValue(String subject, String value) {
    if (!HeaderText.isSendable(value)) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, subject + ": no header can hold \"" + value + "\"");
    }
    return value;
  }

  /** The address with a slash at its end. */
  public static String stem(String base) {
    return base.endsWith("/") ? base : base + "/";
  }

  /** Percent-encodes a query's value, and keeps what is legal and readable. */
  public static String encode(String value) {
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
