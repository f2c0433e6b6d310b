package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One method of an API.
 *
 * @param permission the permission that it needs, such as {@code compute.images.list}
 * @param verb its HTTP method
 * @param path its path below the API's root
 * @param parameters the query parameters that it takes besides those that every method takes
 * @param request the message that its body must be; "" when it takes none, or one without fields
 * @param answer the message that it answers with, whose fields {@code fields} may select; "" when
 *     its answer has no body
 * @param handler does it
 */
public record Method(
    String permission,
    String verb,
    String path,
    Map<String, ParameterType> parameters,
    String request,
    String answer,
    Handler handler) {

  /** What a method does. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Does the call.
     *
     * @throws GoogleFailure when it ends in an error answer
     */
    JsonNode handle(Call call);
  }

  /** A method that reads. */
  public static Method get(
      String permission,
      String path,
      Map<String, ParameterType> parameters,
      String answer,
      Handler handler) {
    return new Method(permission, "GET", path, parameters, "", answer, handler);
  }

  /** A method that is asked by POST and takes no parameters of its own. */
  public static Method post(
      String permission, String path, String request, String answer, Handler handler) {
    return new Method(permission, "POST", path, Map.of(), request, answer, handler);
  }
}
