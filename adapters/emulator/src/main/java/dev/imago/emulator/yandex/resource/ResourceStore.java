package dev.imago.emulator.yandex.resource;

import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.list.StoredTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The resources of all folders by id, a table for each kind; it begins with the demo's, which are
 * read when they are first asked for. Safe for any number of threads.
 */
public final class ResourceStore {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Kind, StoredTable> tables = new EnumMap<>(Kind.class);

  /** The resources of one kind. */
  public StoredTable table(Kind kind) {
    lock.lock();
    try {
      return tables.computeIfAbsent(kind, ResourceStore::demo);
    } finally {
      lock.unlock();
    }
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
