package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.Settling;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.NearestName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how the rows of a table tell that what they stand for has ended. */
final class SettlingParser {
  private static final String GET = "get";
  private static final List<String> BOOLEANS = List.of("true", "false");

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
            (name, entry) -> {
              ColumnDescription column = ColumnParser.column(name, entry, columns);
              List<String> texts = entry.texts();
              texts.forEach(text -> checkValue(text, entry, column));
              values.put(column.name(), texts);
            });
    return values;
  }

  /** A value that is misspelt would never come. */
  private static void checkValue(String text, YamlNode node, ColumnDescription column) {
    List<String> known = column.type() == Scalar.BOOLEAN ? BOOLEANS : column.values();
    if (!known.isEmpty() && !known.contains(text)) {
      throw node.error(
          "\""
              + text
              + "\" is no value of \""
              + column.name()
              + "\""
              + NearestName.hint(text, known));
    }
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
          .orElseThrow(
              () ->
                  noField(node, name, row.fields().stream().map(ColumnType.Field::name).toList()));
    }
    throw noField(node, name, List.of());
  }

  private static RuntimeException noField(YamlNode node, String name, List<String> known) {
    return node.error(
        "\"" + name + "\" is no field that comes there" + NearestName.hint(name, known));
  }

  private static String poll(
      YamlNode node, Optional<YamlNode> stated, List<ReadMethod> reads, List<WriteMethod> writes) {
    String name = stated.map(YamlNode::text).orElse(GET);
    List<String> known =
        Stream.concat(
                reads.stream()
                    .filter(read -> read.kind() == ReadMethod.Kind.GET)
                    .map(ReadMethod::name),
                writes.stream().filter(WriteMethod::safe).map(WriteMethod::name))
            .toList();
    if (!known.contains(name)) {
      throw stated
          .orElse(node)
          .error(
              "\""
                  + name
                  + "\" is no get and no safe write of the table"
                  + NearestName.hint(name, known));
    }
    return name;
  }
}
