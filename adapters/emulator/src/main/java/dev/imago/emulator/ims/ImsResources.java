package dev.imago.emulator.ims;

import dev.imago.emulator.list.StoredTable;
import dev.imago.emulator.openstack.DemoStore;
import dev.imago.emulator.state.Timeline;
import java.time.Duration;
import java.util.Set;

/**
 * What the service keeps, in every region: images by {@code region/id}, members by {@code
 * region/image/member}, jobs by {@code region/project/id}. Safe for any number of threads.
 */
final class ImsResources {
  private static final DemoStore.Kind IMAGES = new DemoStore.Kind("images", "id");
  private static final DemoStore.Kind MEMBERS = new DemoStore.Kind("members", "member_id");
  private static final DemoStore.Kind JOBS = new DemoStore.Kind("jobs", "job_id");

  private final DemoStore store;
  private final Timeline timeline;

  /**
   * Begins with the sample data of a cloud.
   *
   * @param timeline what is going to change by itself
   */
  ImsResources(ImsDialect dialect, Timeline timeline) {
    this.store = new DemoStore(ImsResources.class, "demo/" + dialect.demo());
    this.timeline = timeline;
  }

  StoredTable images() {
    return store.table(IMAGES);
  }

  StoredTable members() {
    return store.table(MEMBERS);
  }

  StoredTable jobs() {
    return store.table(JOBS);
  }

  /** To be called before a resource is read: makes the changes that are due for it. */
  void beforeRead(String path) {
    timeline.beforeRead(path::equals);
  }

  /** To be called before a region's images are listed. */
  void beforeList(String region) {
    timeline.beforeRead(path -> path.startsWith(region + "/") && images().find(path).isPresent());
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
}
