package dev.imago.emulator.google.compute;

import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.google.ErrorFormat;
import dev.imago.emulator.google.GoogleApi;
import dev.imago.emulator.google.InputFields;
import dev.imago.emulator.google.Method;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.project.CloudState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts Compute Engine together. */
public final class ComputeApi {
  private ComputeApi() {}

  /**
   * One version of the API.
   *
   * @param version {@code beta} or {@code v1}
   */
  public static GoogleApi create(String version, CloudState state) {
    ApiSchema schema = new ApiSchema("compute.json");
    ComputeContext context =
        new ComputeContext(
            version,
            state,
            new ComputeAccess(state.projects(), state.unreachable()),
            new ComputeLists(schema, state.pager()),
            new InputFields(schema));
    return new GoogleApi(
        "/compute/" + version,
        ErrorFormat.LEGACY,
        schema,
        version.equals("beta"),
        state.tokens(),
        methods(context));
  }

  private static List<Method> methods(ComputeContext context) {
    List<Method> methods = new ArrayList<>(new ImageService(context).methods());
    ComputeOperations operations = new ComputeOperations(context);
    methods.add(new ImageInsertion(context, operations).method());
    methods.addAll(new ImageUpdates(context, operations).methods());
    methods.add(new Deletion(context, ComputeCollection.IMAGES, operations).method());
    add(methods, context, ComputeCollection.MACHINE_IMAGES, Scope.GLOBAL);
    methods.add(new Deletion(context, ComputeCollection.MACHINE_IMAGES, operations).method());
    add(methods, context, ComputeCollection.SNAPSHOTS, Scope.GLOBAL);
    add(methods, context, ComputeCollection.ZONES, Scope.PROJECT);
    add(methods, context, ComputeCollection.REGIONS, Scope.PROJECT);
    add(methods, context, ComputeCollection.DISKS, Scope.ZONE);
    add(methods, context, ComputeCollection.DISKS, Scope.REGION);
    methods.addAll(
        new CollectionService(context, ComputeCollection.INSTANCES, Scope.ZONE)
            .methods(Map.of(), Map.of("view", ParameterType.TEXT)));
    for (Scope scope : List.of(Scope.GLOBAL, Scope.ZONE, Scope.REGION)) {
      methods.addAll(new OperationService(context, scope).methods());
    }
    methods.add(
        new AggregatedService(
                context,
                ComputeCollection.OPERATIONS,
                List.of(Scope.GLOBAL, Scope.REGION, Scope.ZONE))
            .method());
    methods.add(
        new AggregatedService(context, ComputeCollection.DISKS, List.of(Scope.REGION, Scope.ZONE))
            .method());
    methods.add(
        new AggregatedService(context, ComputeCollection.INSTANCES, List.of(Scope.ZONE)).method());
    return List.copyOf(methods);
  }

  private static void add(
      List<Method> methods, ComputeContext context, ComputeCollection collection, Scope scope) {
    methods.addAll(new CollectionService(context, collection, scope).methods(Map.of(), Map.of()));
  }
}
