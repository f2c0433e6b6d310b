package dev.imago.emulator.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.http.Response;
import java.util.List;
import java.util.function.Function;

/**
 * One method of a service.
 *
 * @param verb its HTTP method
 * @param path its path below the API's root
 * @param parameters the query parameters that it takes
 * @param handler does it
 */
public record Method(String verb, String path, List<Parameter> parameters, Handler handler) {
  public Method {
    parameters = List.copyOf(parameters);
  }

  /** What a method does. */
  @FunctionalInterface
  public interface Handler {
    /** Does the call; an error answer is thrown as the API's own exception. */
    Response handle(Call call);
  }

  /** A method that reads, and answers 200 with what it has read. */
  public static Method get(
      String path, List<Parameter> parameters, Function<Call, ? extends JsonNode> reader) {
    return new Method("GET", path, parameters, call -> Response.json(200, reader.apply(call)));
  }
}
