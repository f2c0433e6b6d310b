package dev.imago.emulator.yandex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

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
    /**
     * Does the call.
     *
     * @throws YandexFailure when it ends in an error answer
     */
    JsonNode handle(Call call);
  }

  /** A method that reads. */
  public static Method get(String path, List<Parameter> parameters, Handler handler) {
    return new Method("GET", path, parameters, handler);
  }
}
