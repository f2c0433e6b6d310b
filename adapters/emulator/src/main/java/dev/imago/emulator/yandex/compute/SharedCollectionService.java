package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.List;

/** A collection that lies in no folder and is everybody's: zones, types of disks. */
final class SharedCollectionService {
  private final ComputeCollection collection;
  private final ResourceStore resources;
  private final YandexLists lists;

  SharedCollectionService(
      ComputeCollection collection, ResourceStore resources, YandexLists lists) {
    this.collection = collection;
    this.resources = resources;
    this.lists = lists;
  }

  List<Method> methods() {
    return List.of(
        Method.get(
            collection.segment(), YandexLists.parameters(ComputeApi.LONGEST_TOKEN), this::list),
        Method.get(collection.path(), List.of(), this::get));
  }

  private ObjectNode list(Call call) {
    return lists.answer(
        call, resources.table(collection.kind()).everywhere(), Filter.none(), collection.segment());
  }

  private ObjectNode get(Call call) {
    String id = ResourceId.in(call, collection.variable());
    return resources
        .table(collection.kind())
        .find(id)
        .orElseThrow(() -> YandexFailure.notFound(collection.noun(), id));
  }
}
