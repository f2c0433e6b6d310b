package dev.imago.emulator;

import dev.imago.emulator.identity.AccountKey;
import dev.imago.emulator.identity.IssuedTokens;
import dev.imago.emulator.identity.MetadataApi;
import dev.imago.emulator.list.Pager;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.state.Timeline;
import dev.imago.emulator.yandex.Gate;
import dev.imago.emulator.yandex.compute.ComputeApi;
import dev.imago.emulator.yandex.compute.ImageWrites;
import dev.imago.emulator.yandex.iam.IamApi;
import dev.imago.emulator.yandex.iam.ServiceAccount;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.operation.OperationApi;
import dev.imago.emulator.yandex.operation.Operations;
import dev.imago.emulator.yandex.resource.ResourceStore;
import dev.imago.emulator.yandex.resourcemanager.ResourceManagerApi;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts Yandex Cloud's APIs together over one state. Each has a host of its own in the cloud; here
 * they share the path {@code /yandex}, behind which every path is the cloud's.
 */
final class YandexCloud {
  private static final String HOST = "/yandex";
  private static final String COMPUTE = HOST + "/compute/v1";
  private static final String IAM = HOST + "/iam/v1";
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);
  private static final String RESOURCE_MANAGER = HOST + "/resource-manager/v1";

  private YandexCloud() {}

  static Cloud create(EmulatorConfig config) {
    ResourceStore resources = new ResourceStore(new Timeline(config.clock()));
    Operations operations = new Operations(resources, config.clock(), config.ids());
    IssuedTokens tokens = new IssuedTokens(config.clock(), TOKEN_LIFE, YandexCloud::token);
    IdGenerator requestIds = IdGenerator.from(1);
    Gate gate = new Gate(config.validTokens(), tokens, requestIds);
    Gate openGate = new Gate(Set.of(), tokens, requestIds);
    ServiceAccount account =
        new ServiceAccount("ajeacmereader0000000", "ajkacmekey0000000000", new AccountKey());
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
            ResourceManagerApi.create(RESOURCE_MANAGER, gate, resources, lists),
            IamApi.create(IAM, openGate, account, tokens, config.clock()),
            new MetadataApi(HOST + "/computeMetadata/v1", tokens)),
        Map.of(
            "auth",
            IAM + "/tokens",
            "compute",
            COMPUTE,
            "operation",
            HOST,
            "resourcemanager",
            RESOURCE_MANAGER),
        Map.of("yandex.folder_id", "b1gfolderprod,b1gfolderdev"),
        account::keyFile);
  }

  /** Three parts, of which the last has 86 characters. */
  private static String token(long number) {
    return String.format(Locale.ROOT, "t1.emulated%d.%086d", number, number);
  }
}
