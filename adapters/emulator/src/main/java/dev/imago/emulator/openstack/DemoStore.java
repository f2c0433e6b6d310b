package dev.imago.emulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.list.StoredTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The resources of one service in every region, a table for each kind; it begins with the demo's,
 * which are read when they are first asked for. A file holds the resources by their collection
 * ({@code {"eu-de": [...]}}), and a resource's path is that of its collection and its id. Safe for
 * any number of threads.
 */
public final class DemoStore {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Kind, StoredTable> tables = new HashMap<>();
  private final Class<?> owner;
  private final String folder;

  /**
   * Begins with the demo's resources.
   *
   * @param owner a class of the package that the files stand in
   * @param folder their folder in it
   */
  public DemoStore(Class<?> owner, String folder) {
    this.owner = owner;
    this.folder = folder;
  }

  /**
   * A kind of resources.
   *
   * @param file the file in the demo's folder, without its extension
   * @param idField the field that a resource is known by in its collection
   */
  public record Kind(String file, String idField) {}

  /** The resources of one kind. */
  public StoredTable table(Kind kind) {
    lock.lock();
    try {
      return tables.computeIfAbsent(kind, this::demo);
    } finally {
      lock.unlock();
    }
  }

  private StoredTable demo(Kind kind) {
    String file = folder + "/" + kind.file() + ".json";
    try (InputStream in = owner.getResourceAsStream(file)) {
      StoredTable table = new StoredTable();
      JsonNode collections = JsonReader.read(Objects.requireNonNull(in, file));
      for (Map.Entry<String, JsonNode> collection : collections.properties()) {
        table.putAll(
            collection.getValue(),
            resource -> collection.getKey() + "/" + resource.path(kind.idField()).asText());
      }
      return table;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The demo file " + file + " cannot be read", unreadable);
    }
  }
}
