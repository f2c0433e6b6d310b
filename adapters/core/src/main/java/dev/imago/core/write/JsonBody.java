package dev.imago.core.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteArgument.Place.BodyField;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.error.NearestName;
import dev.imago.core.row.JsonText;
import dev.imago.core.row.ScalarText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a write that a user gives together, as the JSON body of its request. */
public final class JsonBody {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonBody() {}

  /**
   * The values, by the names of their arguments, as {@link WriteRequest} has them. What has parts
   * stays JSON text.
   *
   * @param text an object whose fields have their names in the API
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} for anything else, and for a field that
   *     the write does not take
   */
  public static Map<String, Object> read(WriteMethod method, String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw invalid("must be a JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() != JsonToken.VALUE_NULL) {
          WriteArgument argument = argument(method, name);
          values.put(argument.name(), value(argument.type(), parser));
        }
      }
      if (parser.nextToken() != null) {
        throw invalid("must be one JSON object, and more follows it");
      }
    } catch (JsonProcessingException e) {
      // The parser's own text may quote a value that is secret.
      throw invalid("breaks off at character " + e.getLocation().getCharOffset());
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return values;
  }

  /** A value that its type does not fit stays JSON text too, and is refused by its place later. */
  private static Object value(ColumnType type, JsonParser parser) throws IOException {
    boolean isValue =
        type instanceof Scalar scalar
            && scalar != Scalar.JSON
            && scalar != Scalar.PRESENCE
            && JsonTexts.fits(parser, scalar);
    Object value = isValue ? ScalarText.parse(parser.getText(), (Scalar) type) : null;
    return value == null ? new JsonValue(JsonText.copy(parser, JSON)) : value;
  }

  private static WriteArgument argument(WriteMethod method, String name) {
    List<WriteArgument> fields =
        method.arguments().stream().filter(WriteArgument::isInBody).toList();
    return fields.stream()
        .filter(argument -> jsonName(argument).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "has the field \""
                        + name
                        + "\", which "
                        + method.name()
                        + " does not take"
                        + NearestName.hint(
                            name, fields.stream().map(JsonBody::jsonName).toList())));
  }

  private static String jsonName(WriteArgument argument) {
    return String.join(".", ((BodyField) argument.place()).path());
  }

  private static ImagoException invalid(String rule) {
    return new ImagoException(ErrorCode.INVALID_VALUE, "@@json " + rule);
  }
}
