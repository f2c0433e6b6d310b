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
import java.util.List;
import java.util.Map;

/**
 * Puts Open Telekom Cloud's APIs together. Each has a host of its own in each region; here they
 * share the path {@code /opentelekom}, below which come the service and the region.
 */
final class OpenTelekomCloud {
  private static final String IAM = "/opentelekom/iam";
  private static final String IMS = "/opentelekom/ims";
  private static final Domain ACME = new Domain("0f3d5c1a9b7e4862a1c4d8e6f2b09735", "ACME-OTC");

  /** The project that the service's own documentation takes its examples from. */
  private static final Project GERMANY =
      new Project(
          "ac234de25c6741d2b1273da49eea1b9e", "eu-de", "eu-de", ACME, "The shop and its images");

  private static final Project NETHERLANDS =
      new Project(
          "5d0c7f42b86e4f1f9a3e6c2d81b745e0", "eu-nl", "eu-nl", ACME, "What runs when eu-de fails");

  private static final User USER =
      new User("2b8c4f6e0a1d4739b5e7c9d1f3a5b708", "builder", "demo-password", "AKTEST", "SKTEST");

  private OpenTelekomCloud() {}

  static Cloud create(EmulatorConfig config) {
    Account account = new Account(ACME, USER, List.of(GERMANY, NETHERLANDS));
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
        "opentelekom",
        List.of(
            KeystoneApi.create(IAM, gate, issuer),
            ImsApi.create(
                IMS,
                gate,
                ImsDialect.OPEN_TELEKOM,
                config.mostRowsPerPage(),
                config.clock(),
                config.ids())),
        Map.of("auth", IAM + "/{region}/v3/auth/tokens", "ims", IMS + "/{region}"),
        Map.of("opentelekom.region", GERMANY.region(), "opentelekom.project_id", GERMANY.id()),
        () -> "");
  }
}
