package dev.imago.emulator;

import dev.imago.emulator.ims.ImsApi;
import dev.imago.emulator.ims.ImsDialect;
import dev.imago.emulator.keystone.CatalogService;
import dev.imago.emulator.keystone.KeystoneApi;
import dev.imago.emulator.keystone.TokenIssuer;
import dev.imago.emulator.openstack.Account;
import dev.imago.emulator.openstack.Domain;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import dev.imago.emulator.openstack.Signatures;
import dev.imago.emulator.openstack.Tokens;
import dev.imago.emulator.openstack.User;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.workspace.WorkspaceApi;
import java.util.List;
import java.util.Map;

/**
 * Puts Huawei Cloud's APIs together. Each has a host of its own in each region; here they share the
 * path {@code /huawei}, below which come the service and the region.
 */
final class HuaweiCloud {
  private static final String IAM = "/huawei/iam";
  private static final String IMS = "/huawei/ims";
  private static final String WORKSPACE = "/huawei/workspace";
  private static final Domain ACME = new Domain("7c2b9e10d4a64f3c8e5b1f60a9d3c247", "acme");

  /** The project that the Workspace service's own documentation takes its example from. */
  private static final Project HONG_KONG =
      new Project(
          "a4da8115c9d8464ead3a38309130523f",
          "ap-southeast-1",
          "ap-southeast-1",
          ACME,
          "Desktops and their images");

  private static final User USER =
      new User("91e3d5c7b9a14f2d8c6e4a0b2f1d3957", "builder", "demo-password", "AKTEST", "SKTEST");

  private HuaweiCloud() {}

  static Cloud create(EmulatorConfig config) {
    Account account = new Account(ACME, USER, List.of(HONG_KONG));
    Tokens tokens = new Tokens(config.validTokens(), config.clock());
    Gate gate = new Gate(account, tokens, new Signatures(USER, config.clock()));
    TokenIssuer issuer =
        new TokenIssuer(
            account,
            tokens,
            config.clock(),
            IdGenerator.from(1),
            List.of(
                new CatalogService("image", "glance", IMS, ""),
                new CatalogService("identity", "keystone", IAM, "/v3")));
    return new Cloud(
        "huawei",
        List.of(
            KeystoneApi.create(IAM, gate, issuer),
            ImsApi.create(
                IMS,
                gate,
                ImsDialect.HUAWEI,
                config.mostRowsPerPage(),
                config.clock(),
                config.ids()),
            WorkspaceApi.create(WORKSPACE, gate, config.clock(), config.ids())),
        Map.of(
            "auth",
            IAM + "/{region}/v3/auth/tokens",
            "ims",
            IMS + "/{region}",
            "workspace",
            WORKSPACE + "/{region}"),
        Map.of("huawei.region", HONG_KONG.region(), "huawei.project_id", HONG_KONG.id()),
        () -> "");
  }
}
