package dev.imago.emulator.google.project;

import dev.imago.emulator.list.ResourceTable;
import dev.imago.emulator.list.StoredTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** One project; its resources are read when they are first asked for. */
public final class Project {
  private final String id;
  private final Access access;
  private final Function<Kind, ResourceTable> source;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Kind, ResourceTable> tables = new EnumMap<>(Kind.class);

  Project(String id, Access access, Function<Kind, ResourceTable> source) {
    this.id = id;
    this.access = access;
    this.source = source;
  }

  public String id() {
    return id;
  }

  public Access access() {
    return access;
  }

  /** The project's path: {@code projects/acme-prod}. */
  public String path() {
    return "projects/" + id;
  }

  /**
   * The resources of one kind, to be changed.
   *
   * @throws IllegalStateException when they are generated
   */
  public StoredTable stored(Kind kind) {
    if (table(kind) instanceof StoredTable stored) {
      return stored;
    }
    throw new IllegalStateException("The " + kind + " of " + id + " are not stored");
  }

  /** The resources of one kind in all scopes. */
  public ResourceTable table(Kind kind) {
    lock.lock();
    try {
      return tables.computeIfAbsent(kind, source);
    } finally {
      lock.unlock();
    }
  }
}
