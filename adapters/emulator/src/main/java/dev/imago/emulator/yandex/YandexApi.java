package dev.imago.emulator.yandex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.http.Api;
import dev.imago.emulator.http.PathTemplate;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.json.JsonWriter;
import dev.imago.emulator.json.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One API of Yandex Cloud: finds the method of a request, checks it, answers. */
public final class YandexApi implements Api {
  private final String root;
  private final Gate gate;
  private final List<Route> routes;

  private record Route(Method method, PathTemplate path) {}

  /**
   * Puts an API together.
   *
   * @param root the path that it stands under
   * @param gate who may call it, and how it refuses
   * @param methods what it can do
   */
  public YandexApi(String root, Gate gate, List<Method> methods) {
    this.root = root;
    this.gate = gate;
    this.routes =
        methods.stream()
            .map(method -> new Route(method, PathTemplate.parse(method.path())))
            .sorted(Comparator.comparing(Route::path, PathTemplate.PRECEDENCE))
            .toList();
  }

  @Override
  public String root() {
    return root;
  }

  @Override
  public Response answer(Request request) {
    try {
      gate.check(request);
      return json(200, call(request));
    } catch (YandexFailure failure) {
      return json(failure.code().httpStatus(), gate.errorBody(failure));
    }
  }

  private JsonNode call(Request request) {
    List<String> path =
        request.segments().subList(root.split("/", -1).length - 1, request.segments().size());
    boolean known = false;
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.path().match(path);
      if (variables.isPresent()) {
        known = true;
        Method method = route.method();
        if (method.verb().equals(request.method())) {
          return method.handler().handle(Call.read(method, variables.get(), request));
        }
      }
    }
    throw known
        ? new YandexFailure(RpcCode.UNIMPLEMENTED, "Method Not Allowed")
        : new YandexFailure(RpcCode.NOT_FOUND, "Not Found");
  }

  private static Response json(int status, JsonNode body) {
    return Response.json(status, JsonWriter.write(body, Selection.everything(), false));
  }
}
