package dev.imago.core.read;

import dev.imago.core.http.ApiFailure;
import dev.imago.core.http.ErrorShape;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** An error shape of {@code {"code": "...", "text": "..."}}, perhaps with other fields before. */
public final class AcmeErrors implements ErrorShape {
  private static final Pattern SHAPE =
      Pattern.compile("\\{.*?\"code\": \"(.*?)\", \"text\": \"(.*?)\".*", Pattern.DOTALL);

  @Override
  public Optional<ApiFailure> read(int status, Headers headers, String body) {
    Matcher matcher = SHAPE.matcher(body);
    return matcher.matches()
        ? Optional.of(
            new ApiFailure(
                List.of(matcher.group(1)),
                matcher.group(2),
                Optional.ofNullable(headers.get("X-Request-Id"))))
        : Optional.empty();
  }

  @Override
  public boolean isErrorField(String name) {
    return name.equals("code") || name.equals("text");
  }

  @Override
  public boolean isAboutResource(ApiFailure failure, String resource) {
    return failure.text().contains("'" + resource + "'");
  }
}
