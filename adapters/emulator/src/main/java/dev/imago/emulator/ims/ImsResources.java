package dev.imago.emulator.ims;

import dev.imago.emulator.list.StoredTable;
import dev.imago.emulator.openstack.DemoStore;

/**
 * What the service keeps, in every region: images by {@code region/id}, members by {@code
 * region/image/member}, jobs by {@code region/project/id}. Safe for any number of threads.
 */
final class ImsResources {
  private static final DemoStore.Kind IMAGES = new DemoStore.Kind("images", "id");
  private static final DemoStore.Kind MEMBERS = new DemoStore.Kind("members", "member_id");
  private static final DemoStore.Kind JOBS = new DemoStore.Kind("jobs", "job_id");

  private final DemoStore store;

  /** Begins with the sample data of a cloud. */
  ImsResources(ImsDialect dialect) {
    this.store = new DemoStore(ImsResources.class, "demo/" + dialect.demo());
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
}
