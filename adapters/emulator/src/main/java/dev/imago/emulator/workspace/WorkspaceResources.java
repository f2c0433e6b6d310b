package dev.imago.emulator.workspace;

import dev.imago.emulator.list.StoredTable;
import dev.imago.emulator.openstack.DemoStore;

/**
 * What the service keeps: jobs without their sub-jobs, sub-jobs and image servers, each by {@code
 * region/project/id}. Safe for any number of threads.
 */
final class WorkspaceResources {
  private static final DemoStore.Kind JOBS = new DemoStore.Kind("jobs", "id");
  private static final DemoStore.Kind SUB_JOBS = new DemoStore.Kind("subJobs", "id");
  private static final DemoStore.Kind SERVERS = new DemoStore.Kind("imageServers", "id");

  private final DemoStore store = new DemoStore(WorkspaceResources.class, "demo");

  StoredTable jobs() {
    return store.table(JOBS);
  }

  StoredTable subJobs() {
    return store.table(SUB_JOBS);
  }

  StoredTable servers() {
    return store.table(SERVERS);
  }
}
