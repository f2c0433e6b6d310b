package dev.imago.emulator.workspace;

import dev.imago.emulator.list.StoredTable;
import dev.imago.emulator.openstack.DemoStore;
import dev.imago.emulator.state.Timeline;
import java.time.Duration;
import java.util.Set;

/**
 * What the service keeps: jobs without their sub-jobs, sub-jobs and image servers, each by {@code
 * region/project/id}. Safe for any number of threads.
 */
final class WorkspaceResources {
  private static final DemoStore.Kind JOBS = new DemoStore.Kind("jobs", "id");
  private static final DemoStore.Kind SUB_JOBS = new DemoStore.Kind("subJobs", "id");
  private static final DemoStore.Kind SERVERS = new DemoStore.Kind("imageServers", "id");

  private final DemoStore store = new DemoStore(WorkspaceResources.class, "demo");
  private final Timeline timeline;

  /**
   * Begins with the sample data.
   *
   * @param timeline what is going to change by itself
   */
  WorkspaceResources(Timeline timeline) {
    this.timeline = timeline;
  }

  /** To be called before a resource is read: makes the changes that are due for it. */
  void beforeRead(String path) {
    timeline.beforeRead(path::equals);
  }

  /**
   * To be called before resources of one kind are listed.
   *
   * @param collection the region and the project that they belong to
   */
  void beforeList(StoredTable listed, String collection) {
    timeline.beforeRead(path -> path.startsWith(collection + "/") && listed.find(path).isPresent());
  }

  /** To be called before a write. */
  void beforeWrite() {
    timeline.beforeWrite();
  }

  /**
   * Plans a change of some resources.
   *
   * @param delay when it happens, if none of them has been looked at twice by then
   */
  void plan(Set<String> paths, Duration delay, Runnable change) {
    timeline.plan(paths, 1, delay, change);
  }

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
