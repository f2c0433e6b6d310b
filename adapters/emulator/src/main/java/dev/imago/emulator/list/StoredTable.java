package dev.imago.emulator.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Resources held in memory, by path. A resource that is stored is never changed: {@link #change}
 * puts a changed copy in its place, so that answers under way are not disturbed.
 */
public final class StoredTable implements ResourceTable {
  private final NavigableMap<String, ObjectNode> byPath = new ConcurrentSkipListMap<>();

  /** Stores a resource, instead of the one at its path if there is one. */
  public void put(String path, ObjectNode resource) {
    byPath.put(path, resource);
  }

  /**
   * Stores a list of resources.
   *
   * @param path what a resource is to be known by
   * @throws IllegalArgumentException when one of them is no object
   */
  public void putAll(JsonNode resources, Function<ObjectNode, String> path) {
    for (JsonNode resource : resources) {
      if (resource instanceof ObjectNode object) {
        put(path.apply(object), object);
      } else {
        throw new IllegalArgumentException("A resource is no object: " + resource);
      }
    }
  }

  /**
   * Stores a new resource.
   *
   * @return false, and nothing is stored, when there is one at its path
   */
  public boolean putIfAbsent(String path, ObjectNode resource) {
    return byPath.putIfAbsent(path, resource) == null;
  }

  /**
   * Changes a copy of a resource and stores it; nothing when there is no such resource. A change
   * that throws leaves the resource as it was. One between which and its storing another change
   * came is made again, on a copy of what is there then: it should do nothing but change the copy.
   */
  public void change(String path, Consumer<ObjectNode> change) {
    byPath.computeIfPresent(
        path,
        (key, before) -> {
          ObjectNode after = before.deepCopy();
          change.accept(after);
          return after;
        });
  }

  /** Takes a resource away; nothing when there is none at this path. */
  public void remove(String path) {
    byPath.remove(path);
  }

  @Override
  public Optional<ObjectNode> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  @Override
  public Rows in(String collection) {
    String prefix = collection + "/";
    NavigableMap<String, ObjectNode> below =
        byPath.subMap(prefix, true, prefix + Character.MAX_VALUE, true);
    return (position, order) ->
        sorted(
            below.entrySet().stream()
                .filter(entry -> entry.getKey().indexOf('/', prefix.length()) < 0),
            position,
            order);
  }

  @Override
  public Rows everywhere() {
    return (position, order) -> sorted(byPath.entrySet().stream(), position, order);
  }

  private static Iterator<Row> sorted(
      Stream<Map.Entry<String, ObjectNode>> entries, Position position, Order order) {
    Comparator<Row> comparator =
        Comparator.comparing(row -> Position.of(row, order), order.comparator());
    return entries
        .map(entry -> new Row(entry.getKey(), entry.getValue()))
        .filter(row -> position.isStart() || isBehind(position, row, order))
        .sorted(comparator)
        .iterator();
  }

  private static boolean isBehind(Position position, Row row, Order order) {
    return order.comparator().compare(Position.of(row, order), position) > 0;
  }
}
