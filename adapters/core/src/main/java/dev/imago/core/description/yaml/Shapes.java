package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.error.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of a file: the scalars, and the shapes that it defines itself, in any order. */
final class Shapes {
  private static final Map<String, ColumnType> SCALARS =
      Arrays.stream(Scalar.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  scalar -> scalar.name().toLowerCase(Locale.ROOT), Function.identity()));
  private static final Set<String> FIELD_WORDS =
      Set.of("type", "fields", "one of", "says", "secret");
  private static final String ARRAY = "[]";
  private static final String MAP = "map<";

  private final Map<String, YamlNode> definitions;
  private final JsonNaming naming;
  private final Map<String, RowOf> resolved = new HashMap<>();

  /** The shapes that are being resolved, the outermost first. */
  private final Set<String> open = new LinkedHashSet<>();

  /**
   * Reads every shape.
   *
   * @param definitions the fields of each shape, by its name
   */
  Shapes(Map<String, YamlNode> definitions, JsonNaming naming) {
    this.definitions = definitions;
    this.naming = naming;
    definitions.forEach(
        (name, fields) -> {
          if (!YamlNode.isName(name) || SCALARS.containsKey(name)) {
            throw fields.error("\"" + name + "\" is no name for a type");
          }
        });
    definitions.forEach(this::shape);
  }

  /** The type that {@code type} or {@code fields} give; a text where neither does. */
  ColumnType typeOf(YamlWords words) {
    if (words.has("fields")) {
      words.refuse("type", "\"fields\" gives the type");
      return row(words.need("fields"));
    }
    return words.find("type").map(node -> type(node.text(), node)).orElse(Scalar.VARCHAR);
  }

  /** The shape of that name, for a word that names one. */
  RowOf named(YamlNode node) {
    if (type(node.text(), node) instanceof RowOf shape) {
      return shape;
    }
    throw node.error("\"" + node.text() + "\" is no shape of \"types\"");
  }

  /**
   * The values that {@code one of} documents.
   *
   * @param type what it documents them for
   */
  static List<String> valuesOf(YamlWords words, ColumnType type) {
    if (!words.has("one of")) {
      return List.of();
    }
    if (!isEnumerable(type)) {
      words.refuse("one of", "only a varchar, an integer or a bigint has documented values");
    }
    return words.need("one of").texts();
  }

  private static boolean isEnumerable(ColumnType type) {
    if (type instanceof ArrayOf array) {
      return isEnumerable(array.element());
    }
    if (type instanceof MapOf map) {
      return isEnumerable(map.value());
    }
    return type == Scalar.VARCHAR || type == Scalar.INTEGER || type == Scalar.BIGINT;
  }

  private ColumnType type(String text, YamlNode node) {
    if (text.endsWith(ARRAY)) {
      return new ArrayOf(type(text.substring(0, text.length() - ARRAY.length()), node));
    }
    if (text.startsWith(MAP) && text.endsWith(">")) {
      return new MapOf(type(text.substring(MAP.length(), text.length() - 1), node));
    }
    ColumnType scalar = SCALARS.get(text);
    if (scalar != null) {
      return scalar;
    }
    YamlNode definition = definitions.get(text);
    if (definition == null) {
      List<String> known = new ArrayList<>(SCALARS.keySet());
      known.addAll(definitions.keySet());
      throw node.error("unknown type \"" + text + "\"" + NearestName.hint(text, known));
    }
    if (open.contains(text)) {
      List<String> circle = open.stream().dropWhile(name -> !name.equals(text)).toList();
      throw node.error("the types go in a circle: " + String.join(" -> ", circle) + " -> " + text);
    }
    return shape(text, definition);
  }

  private RowOf shape(String name, YamlNode fields) {
    RowOf known = resolved.get(name);
    if (known != null) {
      return known;
    }
    open.add(name);
    RowOf shape = row(fields.in("type " + name));
    open.remove(name);
    resolved.put(name, shape);
    return shape;
  }

  private RowOf row(YamlNode node) {
    Map<String, YamlNode> entries = node.entries();
    Names names = new Names("field");
    List<Field> fields = new ArrayList<>(entries.size());
    entries.forEach(
        (name, entry) -> {
          names.add(name, entry);
          fields.add(field(name, entry.in("field " + name)));
        });
    return new RowOf(fields);
  }

  private Field field(String name, YamlNode node) {
    if (node.isText()) {
      return text(name, YamlWords.sentence(node));
    }
    YamlWords words = node.words(FIELD_WORDS);
    ColumnType type = typeOf(words);
    return new Field(
        name, json(name), type, words.says(), valuesOf(words, type), words.flag("secret"));
  }

  /** A field that holds a text and is described by no more than what it says. */
  Field text(String name, String says) {
    return new Field(name, json(name), Scalar.VARCHAR, says, List.of(), false);
  }

  /** The JSON name of a column or field, where the file does not say another. */
  String json(String name) {
    return naming.json(name);
  }
}
