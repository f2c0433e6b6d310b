package dev.imago.core.http;

import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * The body of a request.
 *
 * @param type the media type
 * @param text what is sent
 * @param shown what may be shown of it: the same without its secrets
 * @param secrets what may not be shown
 */
public record Content(String type, String text, String shown, SentSecrets secrets) {

  RequestBody toBody() {
    // As bytes, so that OkHttp adds no charset of its own to the media type.
    return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(type));
  }

  @Override
  public String toString() {
    return shown;
  }
}
