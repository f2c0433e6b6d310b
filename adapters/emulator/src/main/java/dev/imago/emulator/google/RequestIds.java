package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The ids that clients give their requests, so that one that is sent twice is done once: who sends
 * an id again is answered with the operation that the first request began, whatever the second one
 * asks for. A request that was refused does not use its id up. Ids are kept for good, where the
 * APIs promise an hour. Safe for any number of threads.
 */
public final class RequestIds {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String ZERO = "00000000-0000-0000-0000-000000000000";

  private final Map<String, ObjectNode> operations = new ConcurrentHashMap<>();

  /**
   * The id of a call, if it has one.
   *
   * @throws GoogleFailure when it is none that the APIs take
   */
  public static Optional<String> of(Call call) {
    Optional<String> id = call.text("requestId");
    id.filter(text -> !UUID.matcher(text).matches() || text.equals(ZERO))
        .ifPresent(
            text -> {
              throw GoogleFailure.invalidField(
                  "requestId", text, "Must be a UUID other than the zero UUID.");
            });
    return id;
  }

  /**
   * Begins the operation of a call, unless a call with its id has begun one before.
   *
   * @param scope whose ids they are, such as a service and a project
   * @return the operation as it was when it began
   * @throws GoogleFailure when beginning is refused
   */
  public ObjectNode once(Call call, String scope, Supplier<ObjectNode> begin) {
    return of(call)
        .map(id -> operations.computeIfAbsent(scope + " " + id, key -> begin.get()))
        .orElseGet(begin);
  }
}
