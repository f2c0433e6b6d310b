package dev.imago.emulator.method;

import dev.imago.emulator.http.PathTemplate;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of one API: finds the one that a request means, checks its parameters, calls it. */
public final class MethodTable {
  private final String root;
  private final List<Route> routes;

  private record Route(Method method, PathTemplate path) {}

  /**
   * Puts a table together.
   *
   * @param root the path that the methods' paths stand under
   * @param methods what the API can do
   */
  public MethodTable(String root, List<Method> methods) {
    this.root = root;
    this.routes =
        methods.stream()
            .map(method -> new Route(method, PathTemplate.parse(method.path())))
            .sorted(Comparator.comparing(Route::path, PathTemplate.PRECEDENCE))
            .toList();
  }

  /** The path that the methods' paths stand under. */
  public String root() {
    return root;
  }

  /**
   * Does what a request asks for.
   *
   * @throws NoSuchMethod when the API has no such method
   * @throws IllegalParameter when a parameter is unknown, missing, given twice or of a wrong value
   */
  public Response answer(Request request) {
    List<String> path =
        request.segments().subList(root.split("/", -1).length - 1, request.segments().size());
    boolean pathKnown = false;
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.path().match(path);
      if (variables.isPresent()) {
        pathKnown = true;
        Method method = route.method();
        if (method.verb().equals(request.method())) {
          return method.handler().handle(Call.read(method, variables.get(), request));
        }
      }
    }
    throw new NoSuchMethod(pathKnown);
  }
}
