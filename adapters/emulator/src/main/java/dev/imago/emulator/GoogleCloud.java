package dev.imago.emulator;

import dev.imago.emulator.google.AccessTokens;
import dev.imago.emulator.google.RequestIds;
import dev.imago.emulator.google.compute.ComputeApi;
import dev.imago.emulator.google.project.CloudState;
import dev.imago.emulator.google.project.ProjectDirectory;
import dev.imago.emulator.google.resourcemanager.ResourceManagerApi;
import dev.imago.emulator.google.vmmigration.MigrationApi;
import dev.imago.emulator.list.Pager;
import dev.imago.emulator.state.Outcomes;
import dev.imago.emulator.state.Timeline;
import java.util.List;
import java.util.Map;

/** Puts Google's APIs together over one state. */
final class GoogleCloud {
  private GoogleCloud() {}

  static Cloud create(EmulatorConfig config, Outcomes outcomes) {
    CloudState state =
        new CloudState(
            new ProjectDirectory(config.lockedProjects()),
            config.unreachable(),
            new Pager(config.mostRowsPerPage(), config.emptyFirstPages()),
            new AccessTokens(config.validTokens()),
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
            ResourceManagerApi.create(state)),
        Map.of("compute", "/compute/beta", "vmmigration", "/v1", "cloudresourcemanager", "/v3"),
        Map.of("google.project", "acme-prod,acme-dev"));
  }
}
