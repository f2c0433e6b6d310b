package dev.imago.emulator.yandex.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Rows;
import dev.imago.emulator.list.StoredTable;
import dev.imago.emulator.state.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The resources of all folders by id, a table for each kind; it begins with the demo's, which are
 * read when they are first asked for. Safe for any number of threads.
 */
public final class ResourceStore {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Kind, StoredTable> tables = new EnumMap<>(Kind.class);
  private final Timeline timeline;

  /**
   * Begins with the demo's resources.
   *
   * @param timeline what is going to change by itself
   */
  public ResourceStore(Timeline timeline) {
    this.timeline = timeline;
  }

  /** A resource as a caller sees it: after the changes that are due. */
  public Optional<ObjectNode> find(Kind kind, String id) {
    timeline.beforeRead(path(kind, id)::equals);
    return table(kind).find(id);
  }

  /** A resource as a write finds it, which is no look at it. */
  public Optional<ObjectNode> findForWrite(Kind kind, String id) {
    timeline.beforeWrite();
    return table(kind).find(id);
  }

  /**
   * The resources of one kind as a caller sees them: after the changes that are due.
   *
   * @param scope those that the caller reads; the others stay as they are
   */
  public Rows list(Kind kind, Filter scope) {
    String prefix = path(kind, "");
    timeline.beforeRead(
        path ->
            path.startsWith(prefix)
                && table(kind)
                    .find(path.substring(prefix.length()))
                    .filter(scope::matches)
                    .isPresent());
    return table(kind).everywhere();
  }

  /**
   * Plans a change that an operation makes to an image.
   *
   * @param delay when it happens, if neither has been looked at twice by then
   * @param change does it
   */
  public void plan(String operationId, String imageId, Duration delay, Runnable change) {
    timeline.plan(
        Set.of(path(Kind.OPERATIONS, operationId), path(Kind.IMAGES, imageId)), 1, delay, change);
  }

  /** The resources of one kind as they are. */
  public StoredTable table(Kind kind) {
    lock.lock();
    try {
      return tables.computeIfAbsent(kind, ResourceStore::demo);
    } finally {
      lock.unlock();
    }
  }

  private static String path(Kind kind, String id) {
    return kind.file() + "/" + id;
  }

  private static StoredTable demo(Kind kind) {
    String file = "demo/" + kind.file() + ".json";
    try (InputStream in = ResourceStore.class.getResourceAsStream(file)) {
      StoredTable table = new StoredTable();
      table.putAll(
          JsonReader.read(Objects.requireNonNull(in, file)),
          resource -> resource.path("id").asText());
      return table;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The demo file " + file + " cannot be read", unreadable);
    }
  }
}
