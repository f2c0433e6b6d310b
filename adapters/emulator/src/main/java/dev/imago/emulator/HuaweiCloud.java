package dev.imago.emulator;

import dev.imago.emulator.ims.ImsApi;
import dev.imago.emulator.ims.ImsDialect;
import dev.imago.emulator.openstack.Account;
import dev.imago.emulator.openstack.Domain;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import dev.imago.emulator.openstack.Tokens;
import java.util.List;
import java.util.Map;

/**
 * Puts Huawei Cloud's APIs together. Each has a host of its own in each region; here they share the
 * path {@code /huawei}, below which come the service and the region.
 */
final class HuaweiCloud {
  private static final String IMS = "/huawei/ims";
  private static final Domain ACME = new Domain("7c2b9e10d4a64f3c8e5b1f60a9d3c247", "acme");

  /** The project that the Workspace service's own documentation takes its example from. */
  private static final Project HONG_KONG =
      new Project(
          "a4da8115c9d8464ead3a38309130523f",
          "ap-southeast-1",
          "ap-southeast-1",
          ACME,
          "Desktops and their images");

  private HuaweiCloud() {}

  static Cloud create(EmulatorConfig config) {
    Account account = new Account(ACME, List.of(HONG_KONG));
    Gate gate = new Gate(account, new Tokens(config.validTokens(), config.clock()));
    return new Cloud(
        "huawei",
        List.of(ImsApi.create(IMS, gate, ImsDialect.HUAWEI, config.mostRowsPerPage())),
        Map.of("ims", IMS + "/{region}"),
        Map.of("huawei.region", HONG_KONG.region(), "huawei.project_id", HONG_KONG.id()));
  }
}
