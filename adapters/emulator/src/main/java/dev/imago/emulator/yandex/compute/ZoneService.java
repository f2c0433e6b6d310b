package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.List;

/** The availability zones, which are everybody's. */
final class ZoneService {
  private final ResourceStore resources;
  private final YandexLists lists;

  ZoneService(ResourceStore resources, YandexLists lists) {
    this.resources = resources;
    this.lists = lists;
  }

  List<Method> methods() {
    return List.of(
        Method.get("zones", YandexLists.parameters(ComputeApi.LONGEST_TOKEN), this::list),
        Method.get("zones/{zoneId}", List.of(), this::get));
  }

  private ObjectNode list(Call call) {
    return lists.answer(call, resources.table(Kind.ZONES).everywhere(), Filter.none(), "zones");
  }

  private ObjectNode get(Call call) {
    String id = ResourceId.in(call, "zoneId");
    return resources
        .table(Kind.ZONES)
        .find(id)
        .orElseThrow(() -> YandexFailure.notFound("Zone", id));
  }
}
