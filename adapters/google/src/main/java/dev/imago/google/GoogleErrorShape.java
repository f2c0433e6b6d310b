package dev.imago.google;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.http.ApiFailure;
import dev.imago.core.http.ErrorShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The errors of every Google API: <code>
 * {"error": {"code": 404, "message": "...", "status": "NOT_FOUND", "errors": [{"reason": "notFound"}],
 * "details": [{"@type": ".../google.rpc.ErrorInfo", "reason": "..."}]}}</code>, where older
 * services send {@code errors} and newer ones {@code status} and {@code details}.
 *
 * <p>The codes are, in this order: the reasons of {@code errors}, the reasons of {@code details},
 * the status, the number.
 */
final class GoogleErrorShape implements ErrorShape {
  private static final String REQUEST_ID_HEADER = "X-Request-Id";
  private static final Pattern PROJECT = Pattern.compile("projects/[^/]+/");
  private static final Pattern FAMILY_VIEW =
      Pattern.compile("(projects/[^/]+/)zones/[^/]+/imageFamilyViews/([^/]+)");

  private final JsonFactory json = new JsonFactory();

  @Override
  public Optional<ApiFailure> read(int status, Headers headers, String body) {
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Answer answer = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isError = parser.currentName().equals("error");
        if (parser.nextToken() == JsonToken.START_OBJECT && isError) {
          answer = new Answer();
          answer.readError(parser);
        } else {
          parser.skipChildren();
        }
      }
      return Optional.ofNullable(answer).map(read -> read.failure(status, headers));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isErrorField(String name) {
    return name.equals("error");
  }

  /**
   * {@inheritDoc}
   *
   * <p>The services name what is absent by its path. Some write a project's number where the
   * request had its id, and the view of a family in a zone is absent when the family is.
   */
  @Override
  public boolean isAboutResource(ApiFailure failure, String resource) {
    Matcher view = FAMILY_VIEW.matcher(resource);
    return names(failure.text(), resource)
        || (view.matches()
            && names(failure.text(), view.group(1) + "global/images/family/" + view.group(2)));
  }

  private static boolean names(String text, String resource) {
    Matcher project = PROJECT.matcher(resource);
    String path =
        project.lookingAt()
            ? "projects/[^/\\s]+/" + Pattern.quote(resource.substring(project.end()))
            : Pattern.quote(resource);
    return Pattern.compile("(?<![\\w-])" + path + "(?![\\w/-])").matcher(text).find();
  }

  /** What has been read of one error. */
  private static final class Answer {
    private final List<String> reasons = new ArrayList<>();
    private final List<String> detailReasons = new ArrayList<>();
    private @Nullable String status;
    private @Nullable String number;
    private @Nullable String requestId;
    private String text = "";

    void readError(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (name) {
          case "code" -> number = scalar(parser);
          case "message" -> text = parser.getValueAsString("");
          case "status" -> status = scalar(parser);
          case "errors" -> readEntries(parser, value, reasons);
          case "details" -> readEntries(parser, value, detailReasons);
          default -> parser.skipChildren();
        }
      }
    }

    private void readEntries(JsonParser parser, JsonToken value, List<String> into)
        throws IOException {
      if (value != JsonToken.START_ARRAY) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          readEntry(parser, into);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void readEntry(JsonParser parser, List<String> into) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        String value = scalar(parser);
        if (value != null && name.equals("reason")) {
          into.add(value);
        } else if (value != null && name.equals("requestId")) {
          requestId = value;
        }
      }
    }

    /** The value as text; null, after skipping it, when it is null or has parts. */
    private static @Nullable String scalar(JsonParser parser) throws IOException {
      parser.skipChildren();
      return parser.currentToken().isScalarValue() ? parser.getValueAsString() : null;
    }

    ApiFailure failure(int httpStatus, Headers headers) {
      List<String> codes = new ArrayList<>(reasons);
      codes.addAll(detailReasons);
      if (status != null) {
        codes.add(status);
      }
      codes.add(number != null ? number : Integer.toString(httpStatus));
      String id = requestId != null ? requestId : headers.get(REQUEST_ID_HEADER);
      return new ApiFailure(codes, text, Optional.ofNullable(id));
    }
  }
}
