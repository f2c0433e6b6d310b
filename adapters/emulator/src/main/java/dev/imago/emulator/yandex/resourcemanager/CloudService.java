package dev.imago.emulator.yandex.resourcemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.ResourceId;
import dev.imago.emulator.yandex.YandexFailure;
import dev.imago.emulator.yandex.list.FilterGrammar;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.resource.Kind;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.List;
import java.util.Optional;

/** The clouds that the caller has access to. */
final class CloudService {
  private final ResourceStore resources;
  private final YandexLists lists;

  CloudService(ResourceStore resources, YandexLists lists) {
    this.resources = resources;
    this.lists = lists;
  }

  List<Method> methods() {
    return List.of(
        Method.get(
            "clouds",
            YandexLists.parameters(
                ResourceManagerApi.LONGEST_TOKEN,
                YandexLists.FILTER,
                ResourceId.parameter("organizationId")),
            this::list),
        Method.get("clouds/{cloudId}", List.of(), call -> find(ResourceId.in(call, "cloudId"))));
  }

  /**
   * The cloud of an id.
   *
   * @throws YandexFailure when it does not exist
   */
  ObjectNode find(String id) {
    return resources
        .table(Kind.CLOUDS)
        .find(id)
        .orElseThrow(() -> YandexFailure.notFound("Cloud", id));
  }

  private ObjectNode list(Call call) {
    Optional<String> organization = call.parameter("organizationId");
    Filter scope =
        cloud ->
            organization.isEmpty()
                || organization.get().equals(cloud.path("organizationId").asText());
    return lists.filtered(
        call, resources.table(Kind.CLOUDS).everywhere(), scope, FilterGrammar.ONE_NAME, "clouds");
  }
}
