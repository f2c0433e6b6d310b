package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.Settling;
import dev.imago.core.description.WriteMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how the rows of a table tell that what they stand for has ended. */
final class SettlingParser {
  private static final String GET = "get";

  private SettlingParser() {}

  /**
   * How a row settles.
   *
   * @param columns the table's columns by name
   */
  static Settling settling(
      YamlNode node,
      Map<String, ColumnDescription> columns,
      List<ReadMethod> reads,
      List<WriteMethod> writes) {
    YamlWords words = node.words(Set.of("done", "failed", "error", "poll", "target"));
    YamlNode done = words.need("done");
    Map<String, List<String>> failed = new HashMap<>();
    words.find("failed").ifPresent(each -> failed.putAll(values(each, columns)));
    YamlWords error = words.need("error").in("error").words(Set.of("code", "text"));
    return new Settling(
        values(done, columns),
        failed,
        place(error.need("code"), columns),
        place(error.need("text"), columns),
        poll(node, words.find("poll"), reads, writes),
        words
            .find("target")
            .map(target -> ColumnParser.column(target.text(), target, columns).name()));
  }

  private static Map<String, List<String>> values(
      YamlNode node, Map<String, ColumnDescription> columns) {
    Map<String, List<String>> values = new HashMap<>();
    node.entries()
        .forEach(
            (column, entry) ->
                values.put(ColumnParser.column(column, entry, columns).name(), entry.texts()));
    return values;
  }

  /** A column, then fields of its ROWs: {@code error.errors.code}. */
  private static List<String> place(YamlNode node, Map<String, ColumnDescription> columns) {
    List<String> place = ColumnParser.jsonPath(node);
    ColumnType type = ColumnParser.column(place.get(0), node, columns).type();
    for (String name : place.subList(1, place.size())) {
      type = field(node, elementOf(type), name);
    }
    return place;
  }

  private static ColumnType elementOf(ColumnType type) {
    return type instanceof ColumnType.ArrayOf array ? array.element() : type;
  }

  private static ColumnType field(YamlNode node, ColumnType type, String name) {
    if (type instanceof ColumnType.RowOf row) {
      return row.fields().stream()
          .filter(field -> field.name().equals(name))
          .map(ColumnType.Field::type)
          .findFirst()
          .orElseThrow(() -> noField(node, name));
    }
    throw noField(node, name);
  }

  private static RuntimeException noField(YamlNode node, String name) {
    return node.error("\"" + name + "\" is no field that comes there");
  }

  private static String poll(
      YamlNode node, Optional<YamlNode> stated, List<ReadMethod> reads, List<WriteMethod> writes) {
    String name = stated.map(YamlNode::text).orElse(GET);
    boolean isGet =
        reads.stream()
            .anyMatch(read -> read.name().equals(name) && read.kind() == ReadMethod.Kind.GET);
    boolean isSafe = writes.stream().anyMatch(write -> write.name().equals(name) && write.safe());
    if (!isGet && !isSafe) {
      throw stated.orElse(node).error("\"" + name + "\" is no get and no safe write of the table");
    }
    return name;
  }
}
