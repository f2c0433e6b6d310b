package dev.imago.yandex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.http.ApiFailure;
import dev.imago.core.http.ErrorShape;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The errors of every Yandex Cloud API, a google.rpc.Status without anything around it: <code>
 * {"code": 5, "message": "Image x not found", "details": [{"@type": ".../google.rpc.RequestInfo",
 * "requestId": "..."}]}</code>, which a gateway may put into a field {@code error}. The one code is
 * the number of the gRPC status.
 *
 * <p>Source: the errors page of Yandex Cloud's API concepts.
 */
final class StatusShape implements ErrorShape {
  private static final String REQUEST_ID_HEADER = "X-Request-Id";

  /** What a gateway puts around it. */
  private static final String ENVELOPE = "error";

  private static final Set<String> FIELDS = Set.of(ENVELOPE, "code", "message", "details");

  /** The read of the newest image of a family: its path has no id. */
  private static final String BY_FAMILY = ":latestByFamily";

  private final JsonFactory json = new JsonFactory();

  @Override
  public Optional<ApiFailure> read(int status, Headers headers, String body) {
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Status said = new Status(headers.get(REQUEST_ID_HEADER));
      said.read(parser);
      return said.code == null
          ? Optional.empty()
          : Optional.of(
              new ApiFailure(List.of(said.code), said.text, Optional.ofNullable(said.requestId)));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isErrorField(String name) {
    return FIELDS.contains(name);
  }

  /** What has been read of one error. */
  private static final class Status {
    private @Nullable String code;
    private String text = "";
    private @Nullable String requestId;

    Status(@Nullable String requestId) {
      this.requestId = requestId;
    }

    /** Reads the object that the parser stands at the beginning of. */
    void read(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("code") && value.isNumeric()) {
          code = parser.getText();
        } else if (name.equals("message") && value == JsonToken.VALUE_STRING) {
          text = parser.getText();
        } else if (name.equals("details") && value == JsonToken.START_ARRAY) {
          String named = requestId(parser);
          requestId = named == null ? requestId : named;
        } else if (name.equals(ENVELOPE) && value == JsonToken.START_OBJECT) {
          read(parser);
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  /** The request's name in one of the details; null when none has it. */
  private static @Nullable String requestId(JsonParser parser) throws IOException {
    String requestId = null;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return requestId;
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING && "requestId".equals(parser.currentName())) {
        requestId = parser.getText();
      }
    }
    return requestId;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The services name what is absent by its id; a family is absent in a folder that exists.
   */
  @Override
  public boolean isAboutResource(ApiFailure failure, String resource) {
    if (resource.endsWith(BY_FAMILY)) {
      return failure.text().contains("family");
    }
    String id = resource.substring(resource.lastIndexOf('/') + 1);
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])")
        .matcher(failure.text())
        .find();
  }
}
