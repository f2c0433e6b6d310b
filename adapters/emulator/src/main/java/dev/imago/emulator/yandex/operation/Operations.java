package dev.imago.emulator.yandex.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * The operations that writes start. One runs, and then either is done with a response, or has an
 * error while what it did is rolled back, and is done with that error.
 */
public final class Operations {
  private static final String CALLER = "ajebuild000000000svc";
  private static final String TYPES = "type.googleapis.com/";

  private final ResourceStore resources;
  private final Clock clock;
  private final IdGenerator ids;

  /**
   * Begins without operations of its own.
   *
   * @param resources keeps them
   * @param clock by which they begin and end
   * @param ids numbers them
   */
  public Operations(ResourceStore resources, Clock clock, IdGenerator ids) {
    this.resources = resources;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Starts an operation on an image.
   *
   * @param description what it does, in words
   * @param metadata the name of the message that names the image
   */
  public ObjectNode start(String description, String metadata, String imageId) {
    String id = ResourceId.make("fdv", ids.next());
    String now = clock.instant().toString();
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put("id", id).put("description", description).put("createdAt", now);
    operation.put("createdBy", CALLER).put("modifiedAt", now);
    operation.set("metadata", message(metadata).put("imageId", imageId));
    resources.table(Kind.OPERATIONS).put(id, operation);
    return operation;
  }

  /**
   * The operation of an id, as a write finds it.
   *
   * @throws YandexFailure when there is none
   */
  ObjectNode get(String id) {
    return resources
        .findForWrite(Kind.OPERATIONS, id)
        .orElseThrow(() -> YandexFailure.notFound("Operation", id));
  }

  /** Whether an operation is under way to success: neither done nor rolled back. */
  public boolean isRunning(String id) {
    return resources.table(Kind.OPERATIONS).find(id).filter(Operations::isRunning).isPresent();
  }

  private static boolean isRunning(JsonNode operation) {
    return !operation.path("done").asBoolean() && !operation.has("error");
  }

  /**
   * Ends an operation with a response.
   *
   * @param type the name of the response's message
   * @param response the message's fields
   */
  public void succeed(String id, String type, ObjectNode response) {
    change(
        id,
        operation -> {
          operation.put("done", true);
          operation.set("response", message(type).setAll(response));
        });
  }

  /** Gives an operation an error; it is not done before it has been rolled back. */
  public void fail(String id, RpcCode code, String why) {
    change(
        id,
        operation -> operation.putObject("error").put("code", code.number()).put("message", why));
  }

  /** Ends an operation that has an error. */
  public void rolledBack(String id) {
    change(id, operation -> operation.put("done", true));
  }

  private void change(String id, Consumer<ObjectNode> change) {
    resources
        .table(Kind.OPERATIONS)
        .change(
            id,
            operation -> {
              operation.put("modifiedAt", clock.instant().toString());
              change.accept(operation);
            });
  }

  private static ObjectNode message(String type) {
    return JsonNodeFactory.instance.objectNode().put("@type", TYPES + type);
  }
}
