package dev.imago.emulator;

import dev.imago.emulator.google.AccessTokens;
import dev.imago.emulator.google.compute.ComputeApi;
import dev.imago.emulator.google.list.Pager;
import dev.imago.emulator.google.project.CloudState;
import dev.imago.emulator.google.project.ProjectDirectory;
import dev.imago.emulator.google.resourcemanager.ResourceManagerApi;
import dev.imago.emulator.google.vmmigration.MigrationApi;
import dev.imago.emulator.http.Api;
import dev.imago.emulator.state.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google's APIs over one state. */
final class GoogleCloud {
  private GoogleCloud() {}

  static List<Api> apis(EmulatorConfig config) {
    CloudState state =
        new CloudState(
            new ProjectDirectory(config.lockedProjects()),
            config.unreachable(),
            new Pager(config.mostRowsPerPage(), config.emptyFirstPages()),
            new AccessTokens(config.validTokens()),
            config.clock(),
            config.ids(),
            new Timeline(config.clock()));
    return List.of(
        ComputeApi.create("beta", state),
        ComputeApi.create("v1", state),
        MigrationApi.create(state),
        ResourceManagerApi.create(state));
  }

  /** The driver's properties that lead to these APIs. */
  static Map<String, String> serviceUrls(String baseUrl) {
    Map<String, String> urls = new LinkedHashMap<>();
    urls.put("google.compute.url", baseUrl + "/compute/beta");
    urls.put("google.vmmigration.url", baseUrl + "/v1");
    urls.put("google.cloudresourcemanager.url", baseUrl + "/v3");
    urls.put("google.auth", "none");
    return urls;
  }

  /** The driver's properties that name the demo's accounts. */
  static Map<String, String> defaults() {
    return Map.of("google.project", "acme-prod,acme-dev");
  }
}
