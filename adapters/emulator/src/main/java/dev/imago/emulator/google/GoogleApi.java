package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.http.Api;
import dev.imago.emulator.http.PathTemplate;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.json.JsonWriter;
import dev.imago.emulator.json.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One Google API: finds the method of a request, checks it, answers in the API's shapes. */
public final class GoogleApi implements Api {
  private final String root;
  private final ErrorFormat errors;
  private final ApiSchema schema;
  private final BodyCheck bodies;
  private final boolean beta;
  private final AccessTokens tokens;
  private final List<Route> routes;

  private record Route(Method method, PathTemplate path) {}

  /**
   * Puts an API together.
   *
   * @param root the path that it stands under
   * @param errors the shape of its errors
   * @param schema its messages
   * @param beta whether fields that only the beta version has are shown
   * @param tokens who may call it
   * @param methods what it can do
   */
  public GoogleApi(
      String root,
      ErrorFormat errors,
      ApiSchema schema,
      boolean beta,
      AccessTokens tokens,
      List<Method> methods) {
    this.root = root;
    this.errors = errors;
    this.schema = schema;
    this.bodies = new BodyCheck(schema, beta);
    this.beta = beta;
    this.tokens = tokens;
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
      tokens.check(request);
      return call(overridden(request));
    } catch (GoogleFailure failure) {
      Response response =
          Response.json(
              failure.kind().httpStatus(),
              JsonWriter.write(errors.render(failure), Selection.everything(), true));
      return failure.kind() == FailureKind.UNAUTHENTICATED
          ? response.withHeader("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\"")
          : response;
    }
  }

  private Response call(Request request) {
    List<String> path =
        request.segments().subList(root.split("/", -1).length - 1, request.segments().size());
    boolean known = false;
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.path().match(path);
      if (variables.isPresent()) {
        known = true;
        Method method = route.method();
        if (method.verb().equals(request.method())) {
          return answer(method, CallReader.read(method, variables.get(), request));
        }
      }
    }
    if (!known) {
      throw GoogleFailure.of(
          FailureKind.NOT_FOUND,
          "The requested URL " + request.path() + " was not found on this server.");
    }
    throw GoogleFailure.of(
        FailureKind.METHOD_NOT_ALLOWED,
        "The request method " + request.method() + " is inappropriate for " + request.path());
  }

  private Response answer(Method method, Call call) {
    Optional<String> fields = call.text("fields").or(() -> call.text("$fields"));
    // A bad selector is refused before the method does anything.
    Selection wanted =
        fields
            .map(text -> FieldSelector.parse(text, schema, method.answer()))
            .orElseGet(Selection::everything);
    Selection shown = beta ? wanted : Selection.both(wanted, schema.withoutBeta(method.answer()));
    if (!method.verb().equals("GET")) {
      bodies.check(call.body(), method.request());
    }
    JsonNode answer = method.handler().handle(call);
    if (method.answer().isEmpty()) {
      return Response.empty(204);
    }
    return Response.json(200, JsonWriter.write(answer, shown, call.flag("prettyPrint")));
  }

  /** The official REST client sends PATCH as a POST with a header. */
  private static Request overridden(Request request) {
    return request
        .header("X-HTTP-Method-Override")
        .filter(override -> request.method().equals("POST"))
        .map(override -> request.withMethod(override.toUpperCase(Locale.ROOT)))
        .orElse(request);
  }
}
