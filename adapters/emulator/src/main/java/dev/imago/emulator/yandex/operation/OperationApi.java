package dev.imago.emulator.yandex.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.Gate;
import dev.imago.emulator.yandex.YandexApi;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.List;

/** Puts the operation service together: operations of every service by id. There is no list. */
public final class OperationApi {
  private OperationApi() {}

  /** The API under a root. */
  public static YandexApi create(
      String root, Gate gate, ResourceStore resources, Operations operations) {
    return new YandexApi(
        root,
        gate,
        List.of(
            Method.get("operations/{operationId}", List.of(), call -> get(call, resources)),
            new OperationCancellation(resources, operations).method()));
  }

  private static ObjectNode get(Call call, ResourceStore resources) {
    String id = call.variable("operationId");
    return resources
        .find(Kind.OPERATIONS, id)
        .orElseThrow(() -> YandexFailure.notFound("Operation", id));
  }
}
