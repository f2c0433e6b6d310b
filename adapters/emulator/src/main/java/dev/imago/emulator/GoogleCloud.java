package dev.imago.emulator;

import dev.imago.emulator.google.AccessTokens;
import dev.imago.emulator.google.RequestIds;
import dev.imago.emulator.google.compute.ComputeApi;
import dev.imago.emulator.google.identity.ServiceAccount;
import dev.imago.emulator.google.identity.TokenApi;
import dev.imago.emulator.google.project.CloudState;
import dev.imago.emulator.google.project.ProjectDirectory;
import dev.imago.emulator.google.resourcemanager.ResourceManagerApi;
import dev.imago.emulator.google.vmmigration.MigrationApi;
import dev.imago.emulator.identity.AccountKey;
import dev.imago.emulator.identity.IssuedTokens;
import dev.imago.emulator.identity.MetadataApi;
import dev.imago.emulator.list.Pager;
import dev.imago.emulator.state.Outcomes;
import dev.imago.emulator.state.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Puts Google's APIs together over one state. */
final class GoogleCloud {
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private GoogleCloud() {}

  static Cloud create(EmulatorConfig config, Outcomes outcomes) {
    IssuedTokens tokens =
        new IssuedTokens(config.clock(), TOKEN_LIFE, number -> "ya29.emulated-" + number);
    ServiceAccount account =
        new ServiceAccount(
            "reader@acme-prod.iam.gserviceaccount.com",
            "3f1c0d5e7a9b4c2d8e6f0a1b2c3d4e5f60718293",
            new AccountKey());
    CloudState state =
        new CloudState(
            new ProjectDirectory(config.lockedProjects()),
            config.unreachable(),
            new Pager(config.mostRowsPerPage(), config.emptyFirstPages()),
            new AccessTokens(config.validTokens(), tokens),
            config.clock(),
            config.ids(),
            new Timeline(config.clock()),
            outcomes,
            new RequestIds());
    return new Cloud(
        "google",
        List.of(
            ComputeApi.create("beta", state),
            ComputeApi.create("v1", state),
            MigrationApi.create(state),
            ResourceManagerApi.create(state),
            new TokenApi(account, tokens, config.clock()),
            new MetadataApi("/computeMetadata/v1", tokens)),
        Map.of(
            "auth",
            "/token",
            "compute",
            "/compute/beta",
            "vmmigration",
            "/v1",
            "cloudresourcemanager",
            "/v3"),
        Map.of("google.project", "acme-prod,acme-dev"),
        account::keyFile);
  }
}
