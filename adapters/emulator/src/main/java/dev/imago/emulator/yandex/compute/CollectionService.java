package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.list.FilterGrammar;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.resource.Folders;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.List;

/** The list and get methods of one collection. */
final class CollectionService {
  private final ComputeCollection collection;
  private final ResourceStore resources;
  private final Folders folders;
  private final YandexLists lists;

  CollectionService(
      ComputeCollection collection, ResourceStore resources, Folders folders, YandexLists lists) {
    this.collection = collection;
    this.resources = resources;
    this.folders = folders;
    this.lists = lists;
  }

  List<Method> methods() {
    return List.of(
        Method.get(
            collection.segment(),
            YandexLists.parameters(
                ComputeApi.LONGEST_TOKEN,
                ResourceId.parameter("folderId").mandatory(),
                YandexLists.FILTER,
                YandexLists.ORDER_BY),
            this::list),
        Method.get(collection.path(), List.of(), this::get));
  }

  /**
   * The resource that a call's path names.
   *
   * @throws YandexFailure when it does not exist
   */
  ObjectNode get(Call call) {
    String id = ResourceId.in(call, collection.variable());
    return resources
        .find(collection.kind(), id)
        .orElseThrow(() -> YandexFailure.notFound(collection.noun(), id));
  }

  private ObjectNode list(Call call) {
    String folderId = call.required("folderId");
    folders.check(folderId, collection.kind());
    Filter inFolder = resource -> resource.path("folderId").asText().equals(folderId);
    return lists.filtered(
        call,
        resources.list(collection.kind(), inFolder),
        inFolder,
        FilterGrammar.CONDITIONS,
        collection.segment());
  }
}
