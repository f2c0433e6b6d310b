package dev.imago.emulator;

import dev.imago.emulator.list.Pager;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.state.Timeline;
import dev.imago.emulator.yandex.Gate;
import dev.imago.emulator.yandex.compute.ComputeApi;
import dev.imago.emulator.yandex.compute.ImageWrites;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.operation.OperationApi;
import dev.imago.emulator.yandex.operation.Operations;
import dev.imago.emulator.yandex.resource.ResourceStore;
import dev.imago.emulator.yandex.resourcemanager.ResourceManagerApi;
import java.util.List;
import java.util.Map;

/**
 * Puts Yandex Cloud's APIs together over one state. Each has a host of its own in the cloud; here
 * they share the path {@code /yandex}, behind which every path is the cloud's.
 */
final class YandexCloud {
  private static final String HOST = "/yandex";
  private static final String COMPUTE = HOST + "/compute/v1";
  private static final String RESOURCE_MANAGER = HOST + "/resource-manager/v1";

  private YandexCloud() {}

  static Cloud create(EmulatorConfig config) {
    ResourceStore resources = new ResourceStore(new Timeline(config.clock()));
    Operations operations = new Operations(resources, config.clock(), config.ids());
    Gate gate = new Gate(config.validTokens(), IdGenerator.from(1));
    YandexLists lists =
        new YandexLists(new Pager(config.mostRowsPerPage(), config.emptyFirstPages()));
    return new Cloud(
        "yandex",
        List.of(
            ComputeApi.create(
                COMPUTE,
                gate,
                resources,
                lists,
                new ImageWrites(resources, operations, config.clock(), config.ids())),
            OperationApi.create(HOST, gate, resources, operations),
            ResourceManagerApi.create(RESOURCE_MANAGER, gate, resources, lists)),
        Map.of("compute", COMPUTE, "operation", HOST, "resourcemanager", RESOURCE_MANAGER),
        Map.of("yandex.folder_id", "b1gfolderprod,b1gfolderdev"));
  }
}
