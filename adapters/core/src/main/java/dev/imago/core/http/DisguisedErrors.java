package dev.imago.core.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Finds errors that come with a good status, as some gateways send them: nobody may take one for an
 * empty list, or for a row without values. Such an answer has a field of an error at its top, and
 * nothing in any field that the description knows. Safe for any number of threads.
 *
 * <p>It looks ahead no further than to the first field that is known, which comes soon in an answer
 * that is none.
 */
final class DisguisedErrors {
  /** What is read of an error. */
  private static final long MOST_BYTES = FailedAnswer.MOST_BYTES;

  private final JsonFactory json = new JsonFactory();

  /** Whether an answer of a good status holds an error. All of it can still be read. */
  boolean areIn(Response answer, ApiRequest request) throws IOException {
    BufferedSource ahead = answer.body().source().peek();
    try (BufferedSource beginning = Okio.buffer(new Beginning(ahead));
        JsonParser parser = json.createParser(beginning.inputStream())) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && hasErrorAlone(parser, request)
          && new FailedAnswer(request).isOfShape(answer);
    } catch (JsonProcessingException e) {
      // Whoever reads the rows meets it, and says where.
      return false;
    }
  }

  private static boolean hasErrorAlone(JsonParser parser, ApiRequest request) throws IOException {
    boolean hasError = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean isOfError = request.endpoint().errorShape().isErrorField(name);
      JsonToken value = parser.nextToken();
      if (isOfError || !request.answered().contains(name)) {
        hasError |= isOfError;
        parser.skipChildren();
      } else if (holdsSomething(value, parser)) {
        return false;
      }
    }
    return hasError;
  }

  /** Whether a value is neither null nor empty; the parser is at its end when it is. */
  private static boolean holdsSomething(JsonToken value, JsonParser parser) throws IOException {
    return value.isStructStart()
        ? !parser.nextToken().isStructEnd()
        : value != JsonToken.VALUE_NULL;
  }

  /** The beginning of a body, as if there were no more of it. */
  private static final class Beginning extends ForwardingSource {
    private long left = MOST_BYTES;

    Beginning(Source body) {
      super(body);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = left == 0 ? -1 : super.read(sink, Math.min(byteCount, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
