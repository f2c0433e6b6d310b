package dev.imago.emulator.google.vmmigration;

import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.google.ErrorFormat;
import dev.imago.emulator.google.GoogleApi;
import dev.imago.emulator.google.InputFields;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.list.RpcLists;
import dev.imago.emulator.google.project.CloudState;
import java.util.ArrayList;
import java.util.List;

/** Puts VM Migration together. */
public final class MigrationApi {
  private MigrationApi() {}

  /** The API, version 1. */
  public static GoogleApi create(CloudState state) {
    ApiSchema schema = new ApiSchema("vmmigration.json");
    MigrationContext context =
        new MigrationContext(
            state,
            new MigrationAccess(state.projects(), state.unreachable()),
            new RpcLists(schema, state.pager()),
            new InputFields(schema));
    List<Method> methods = new ArrayList<>();
    for (MigrationCollection collection :
        List.of(
            MigrationCollection.LOCATIONS,
            MigrationCollection.IMAGE_IMPORTS,
            MigrationCollection.IMAGE_IMPORT_JOBS,
            MigrationCollection.TARGET_PROJECTS,
            MigrationCollection.OPERATIONS)) {
      methods.addAll(new MigrationService(context, collection).methods());
    }
    Operations operations = new Operations(context);
    ImportJobs jobs = new ImportJobs();
    methods.add(new ImportCreation(context, operations, new JobRun(context, jobs)).method());
    methods.add(new ImportDeletion(context, operations).method());
    methods.add(new JobCancellation(context, operations, jobs).method());
    methods.add(new OperationCancellation(context, operations).method());
    methods.add(new OperationDeletion(context).method());
    return new GoogleApi("/v1", ErrorFormat.RPC, schema, true, state.tokens(), methods);
  }
}
