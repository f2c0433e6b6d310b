package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnSource.Constant;
import dev.imago.core.description.ColumnSource.JsonField;
import dev.imago.core.description.ColumnSource.NameSegment;
import dev.imago.core.description.ColumnSource.RequestOnly;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.error.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the columns of a table. */
final class ColumnParser {
  private static final String REQUEST = "request";
  private static final Set<String> WORDS =
      Set.of(
          "type",
          "fields",
          "from",
          "part",
          "constant",
          "one of",
          "resource",
          "input",
          "secret",
          "says");

  private final Shapes shapes;

  ColumnParser(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * The columns by name: those that the table writes itself, then the fields of its shape.
   *
   * @param words the table, which has {@code columns}, {@code shape} or both
   */
  Map<String, ColumnDescription> columns(YamlWords words) {
    Map<String, YamlNode> own =
        words.has("shape") && !words.has("columns") ? Map.of() : words.need("columns").entries();
    Names names = new Names("column");
    Map<String, ColumnDescription> columns = new LinkedHashMap<>();
    own.forEach(
        (name, entry) -> {
          names.addIdentifier(name, entry);
          columns.put(name, column(name, entry.in("column " + name)));
        });
    words.find("shape").ifPresent(shape -> addFields(shape, names, columns));
    own.forEach((name, entry) -> checkResource(name, entry.in("column " + name), columns));
    return columns;
  }

  private void addFields(YamlNode shape, Names names, Map<String, ColumnDescription> columns) {
    for (Field field : shapes.named(shape).fields()) {
      if (!columns.containsKey(field.name())) {
        names.addIdentifier(field.name(), shape);
        columns.put(field.name(), column(field));
      }
    }
  }

  private static ColumnDescription column(Field field) {
    return new ColumnDescription(
        field.name(),
        field.type(),
        field.says(),
        new JsonField(List.of(field.json())),
        field.values(),
        Optional.empty(),
        false,
        field.secret());
  }

  private ColumnDescription column(String name, YamlNode node) {
    if (node.isText()) {
      String says = YamlWords.sentence(node);
      return column(shapes.text(name, says));
    }
    YamlWords words = node.words(WORDS);
    ColumnType type = shapes.typeOf(words);
    ColumnSource source = source(name, words);
    if (type != Scalar.VARCHAR) {
      words.refuse("part", "a segment of a name is a varchar");
      words.refuse("constant", "a constant is a varchar");
      words.refuse("resource", "a resource name is a varchar");
    }
    if (words.flag("input")) {
      words.refuse("part", "an input column is never read");
      words.refuse("constant", "an input column is never read");
      words.refuse("resource", "an input column is never read");
    }
    if (!(source instanceof JsonField)) {
      words.refuse("resource", "a resource name is the whole of a field");
    }
    return new ColumnDescription(
        name,
        type,
        words.says(),
        source,
        Shapes.valuesOf(words, type),
        words.find("resource").map(ColumnParser::path),
        words.flag("input"),
        words.flag("secret"));
  }

  private ColumnSource source(String name, YamlWords words) {
    if (words.has("constant")) {
      words.refuse("from", "a constant comes from no field");
      words.refuse("part", "a constant comes from no field");
      return new Constant(words.need("constant").text());
    }
    Optional<YamlNode> from = words.find("from");
    if (from.isPresent() && from.get().text().equals(REQUEST)) {
      words.refuse("part", "the request gives the value whole");
      return new RequestOnly();
    }
    List<String> path = from.map(ColumnParser::jsonPath).orElse(List.of(shapes.json(name)));
    return words
        .text("part")
        .<ColumnSource>map(part -> new NameSegment(path, part))
        .orElse(new JsonField(path));
  }

  /** The steps of a dotted path of JSON names. */
  static List<String> jsonPath(YamlNode node) {
    List<String> path = List.of(node.text().split("\\.", -1));
    if (path.contains("")) {
      throw node.error("\"" + node.text() + "\" has a step without a name");
    }
    return path;
  }

  /** A path template. */
  static PathTemplate path(YamlNode node) {
    try {
      return PathTemplate.parse(node.text());
    } catch (IllegalArgumentException e) {
      throw node.error(String.valueOf(e.getMessage()));
    }
  }

  /** The column of that name, for a word that names one. */
  static ColumnDescription column(
      String name, YamlNode namedBy, Map<String, ColumnDescription> columns) {
    ColumnDescription column = columns.get(name);
    if (column == null) {
      throw namedBy.error(
          "\"" + name + "\" is no column" + NearestName.hint(name, columns.keySet()));
    }
    return column;
  }

  private static void checkResource(
      String name, YamlNode node, Map<String, ColumnDescription> columns) {
    ColumnDescription column = column(name, node, columns);
    column
        .resource()
        .ifPresent(
            template -> template.variables().forEach(variable -> column(variable, node, columns)));
  }
}
