package dev.imago.emulator.google.resourcemanager;

import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.google.ErrorFormat;
import dev.imago.emulator.google.GoogleApi;
import dev.imago.emulator.google.list.RpcLists;
import dev.imago.emulator.google.project.CloudState;

/** Puts Cloud Resource Manager together. */
public final class ResourceManagerApi {
  private ResourceManagerApi() {}

  /** The API, version 3. */
  public static GoogleApi create(CloudState state) {
    ApiSchema schema = new ApiSchema("cloudresourcemanager.json");
    RpcLists lists = new RpcLists(schema, state.pager());
    return new GoogleApi(
        "/v3",
        ErrorFormat.RPC,
        schema,
        true,
        state.tokens(),
        new ProjectService(state.projects(), lists).methods());
  }
}
