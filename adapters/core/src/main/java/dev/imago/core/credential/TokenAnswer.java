package dev.imago.core.credential;

import dev.imago.core.description.HeaderText;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;

/**
 * A successful answer to a request for a token. It holds the token, so nothing of it is ever shown.
 */
public final class TokenAnswer {
  private final TokenRequest request;
  private final Headers headers;
  private final JsonFields body;

  TokenAnswer(TokenRequest request, Headers headers, JsonFields body) {
    this.request = request;
    this.headers = headers;
    this.body = body;
  }

  /**
   * A field of the body, by its path.
   *
   * @throws ImagoException {@link ErrorCode#API_FAILED} when it is not there, or when it holds what
   *     no token does
   */
  public String field(String path) {
    String what = "the field " + path;
    return sendable(body.find(path).orElseThrow(() -> without(what)), what);
  }

  /**
   * A header.
   *
   * @throws ImagoException {@link ErrorCode#API_FAILED} when it is not there, or when it holds what
   *     no token does
   */
  public String header(String name) {
    String value = headers.get(name);
    if (value == null || value.isEmpty()) {
      throw without("the header " + name);
    }
    return sendable(value, "the header " + name);
  }

  private String sendable(String value, String what) {
    if (!HeaderText.isSendable(value)) {
      throw without("a value of " + what + " that a header can carry");
    }
    return value;
  }

  /**
   * A field that holds a time in RFC 3339.
   *
   * @throws ImagoException {@link ErrorCode#API_FAILED} when it holds none
   */
  public Instant time(String path) {
    try {
      return Instant.parse(field(path));
    } catch (DateTimeException e) {
      throw without("a time in the field " + path);
    }
  }

  /**
   * A field that holds a number of seconds.
   *
   * @throws ImagoException {@link ErrorCode#API_FAILED} when it holds none
   */
  public Duration seconds(String path) {
    try {
      return Duration.ofSeconds(Long.parseLong(field(path)));
    } catch (NumberFormatException e) {
      throw without("a number in the field " + path);
    }
  }

  private ImagoException without(String what) {
    return new ImagoException(
        ErrorCode.API_FAILED,
        TokenClient.shown(request)
            + ", was answered without "
            + what
            + "; check "
            + request.urlProperty());
  }
}
