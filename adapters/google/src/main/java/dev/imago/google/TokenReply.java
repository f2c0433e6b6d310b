package dev.imago.google;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** An answer as Google's library reads it. It is all there, and nothing has to be closed. */
final class TokenReply extends LowLevelHttpResponse {
  private final Response response;
  private final byte[] content;

  /**
   * An answer.
   *
   * @param response its status and headers
   * @param content its body, expanded
   */
  TokenReply(Response response, byte[] content) {
    this.response = response;
    this.content = content;
  }

  @Override
  public InputStream getContent() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public @Nullable String getContentEncoding() {
    return null;
  }

  @Override
  public long getContentLength() {
    return content.length;
  }

  @Override
  public @Nullable String getContentType() {
    return response.header("Content-Type");
  }

  @Override
  public String getStatusLine() {
    return response.protocol() + " " + response.code() + " " + response.message();
  }

  @Override
  public int getStatusCode() {
    return response.code();
  }

  @Override
  public String getReasonPhrase() {
    return response.message();
  }

  @Override
  public int getHeaderCount() {
    return response.headers().size();
  }

  @Override
  public String getHeaderName(int index) {
    return response.headers().name(index);
  }

  @Override
  public String getHeaderValue(int index) {
    return response.headers().value(index);
  }
}
