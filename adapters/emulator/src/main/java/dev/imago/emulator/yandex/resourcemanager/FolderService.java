package dev.imago.emulator.yandex.resourcemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.list.FilterGrammar;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.resource.Folders;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.List;

/** The folders of the caller's clouds. */
final class FolderService {
  private final CloudService clouds;
  private final ResourceStore resources;
  private final Folders folders;
  private final YandexLists lists;

  FolderService(CloudService clouds, ResourceStore resources, YandexLists lists) {
    this.clouds = clouds;
    this.resources = resources;
    this.folders = new Folders(resources);
    this.lists = lists;
  }

  List<Method> methods() {
    return List.of(
        Method.get(
            "folders",
            YandexLists.parameters(
                ResourceManagerApi.LONGEST_TOKEN,
                ResourceId.parameter("cloudId").mandatory(),
                YandexLists.FILTER),
            this::list),
        Method.get("folders/{folderId}", List.of(), this::get));
  }

  private ObjectNode list(Call call) {
    String cloudId = clouds.find(call.required("cloudId")).path("id").asText();
    return lists.filtered(
        call,
        resources.table(Kind.FOLDERS).everywhere(),
        folder -> folder.path("cloudId").asText().equals(cloudId),
        FilterGrammar.ONE_NAME,
        "folders");
  }

  private ObjectNode get(Call call) {
    String id = ResourceId.in(call, "folderId");
    folders.check(id, Kind.FOLDERS);
    return resources
        .table(Kind.FOLDERS)
        .find(id)
        .orElseThrow(() -> YandexFailure.notFound("Folder", id));
  }
}
