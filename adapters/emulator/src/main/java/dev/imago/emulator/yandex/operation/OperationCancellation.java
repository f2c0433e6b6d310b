package dev.imago.emulator.yandex.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.time.Duration;
import java.util.List;

/**
 * Cancels operations as well as it can: only the creation of an image, while it runs. It has an
 * error at once and is done when what there was of the image has been taken back. Any other
 * operation is answered as it is.
 */
final class OperationCancellation {
  private static final Duration ROLLBACK = Duration.ofSeconds(10);

  private final ResourceStore resources;
  private final Operations operations;

  OperationCancellation(ResourceStore resources, Operations operations) {
    this.resources = resources;
    this.operations = operations;
  }

  /** A GET, although it changes something: so the service's description has it. */
  Method method() {
    return Method.get("operations/{operationId}:cancel", List.of(), this::cancel);
  }

  private ObjectNode cancel(Call call) {
    String id = ResourceId.in(call, "operationId");
    ObjectNode operation = operations.get(id);
    if (!operations.isRunning(id)
        || !operation.at("/metadata/@type").asText().endsWith(".CreateImageMetadata")) {
      return operation;
    }
    String imageId = operation.at("/metadata/imageId").asText();
    operations.fail(id, RpcCode.CANCELLED, "The operation was cancelled");
    resources.plan(
        id,
        imageId,
        ROLLBACK,
        () -> {
          resources.table(Kind.IMAGES).change(imageId, image -> image.put("status", "ERROR"));
          operations.rolledBack(id);
        });
    return operations.get(id);
  }
}
