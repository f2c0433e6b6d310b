package dev.imago.core.description.yaml;

import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource.JsonField;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.ValueCheck;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteArgument.Place;
import dev.imago.core.error.NearestName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a write takes. */
final class ArgumentParser {
  private static final Set<String> WORDS =
      Set.of(
          "type",
          "fields",
          "one of",
          "says",
          "secret",
          "to",
          "in",
          "called",
          "required",
          "matches",
          "least",
          "most",
          "longest");
  private static final Set<String> PLACES = Set.of("body", "query", "header");
  private static final Set<Scalar> NUMBERS =
      Set.of(Scalar.INTEGER, Scalar.BIGINT, Scalar.UINT64, Scalar.DOUBLE);

  private final Shapes shapes;

  ArgumentParser(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * The arguments in the order in which they are given by place: the variables of the call, those
   * that are required, the others.
   *
   * @param words the write, which may have {@code takes} and {@code columns}
   * @param columns the table's columns by name
   */
  List<WriteArgument> arguments(
      YamlWords words, CallTemplate call, Map<String, ColumnDescription> columns) {
    Map<String, YamlNode> taken =
        words.find("takes").map(node -> node.in("takes").entries()).orElse(Map.of());
    Names names = new Names("argument");
    List<WriteArgument> variables = new ArrayList<>();
    for (String variable : call.parameters()) {
      YamlNode details = taken.get(variable);
      names.add(variable, details == null ? words.need("answers") : details);
      variables.add(variable(Objects.requireNonNull(columns.get(variable)), details));
    }
    List<WriteArgument> others = new ArrayList<>();
    taken.forEach(
        (name, node) -> {
          if (!call.parameters().contains(name)) {
            names.addIdentifier(name, node);
            others.add(argument(name, node.in(name), columns));
          }
        });
    words
        .find("columns")
        .ifPresent(
            node -> {
              for (String name : node.texts()) {
                names.add(name, node);
                others.add(bare(ColumnParser.column(name, node, columns), node));
              }
            });
    List<WriteArgument> arguments =
        Stream.of(
                variables.stream(),
                others.stream().filter(WriteArgument::required),
                others.stream().filter(argument -> !argument.required()))
            .flatMap(each -> each)
            .toList();
    checkOtherNames(words, arguments);
    return arguments;
  }

  private static void checkOtherNames(YamlWords words, List<WriteArgument> arguments) {
    for (WriteArgument argument : arguments) {
      for (String other : argument.alsoCalled()) {
        if (arguments.stream().filter(each -> each.isCalled(other)).count() > 1) {
          throw words.need("takes").error("\"" + other + "\" is the name of another argument");
        }
      }
    }
  }

  private static WriteArgument variable(ColumnDescription column, @Nullable YamlNode details) {
    List<String> alsoCalled = List.of();
    ValueCheck check = ValueCheck.NONE;
    if (details != null) {
      YamlWords words =
          details.in(column.name()).words(Set.of("called", "matches", "least", "most", "longest"));
      alsoCalled = called(words);
      check = check(words, column.type());
    }
    return new WriteArgument(
        column.name(),
        alsoCalled,
        column.type(),
        column.says(),
        column.values(),
        new Place.CallVariable(),
        true,
        check,
        column.secret());
  }

  private static WriteArgument bare(ColumnDescription column, YamlNode node) {
    return new WriteArgument(
        column.name(),
        List.of(),
        column.type(),
        column.says(),
        column.values(),
        new Place.BodyField(path(column, node)),
        false,
        ValueCheck.NONE,
        column.secret());
  }

  private WriteArgument argument(
      String name, YamlNode node, Map<String, ColumnDescription> columns) {
    ColumnDescription column = columns.get(name);
    if (node.isText()) {
      if (column != null) {
        throw node.error("\"" + name + "\" is a column, which says itself what it is");
      }
      return ownText(name, YamlWords.sentence(node));
    }
    YamlWords words = node.words(WORDS);
    return column == null || words.has("says") ? own(name, words) : ofColumn(column, node, words);
  }

  private WriteArgument ownText(String name, String says) {
    return new WriteArgument(
        name,
        List.of(),
        Scalar.VARCHAR,
        says,
        List.of(),
        new Place.BodyField(List.of(shapes.json(name))),
        false,
        ValueCheck.NONE,
        false);
  }

  private WriteArgument own(String name, YamlWords words) {
    ColumnType type = shapes.typeOf(words);
    boolean isSecret = words.flag("secret");
    return new WriteArgument(
        name,
        called(words),
        type,
        words.says(),
        Shapes.valuesOf(words, type),
        place(name, words, isSecret, () -> List.of(shapes.json(name))),
        words.flag("required"),
        check(words, type),
        isSecret);
  }

  /** A column says itself what it is, unless the API takes other values than it answers. */
  private WriteArgument ofColumn(ColumnDescription column, YamlNode node, YamlWords words) {
    words.refuse("type", "a column has its own; say what it is where it is another");
    words.refuse("fields", "a column has its own; say what it is where it is another");
    boolean isSecret = words.flag("secret") || column.secret();
    return new WriteArgument(
        column.name(),
        called(words),
        column.type(),
        column.says(),
        words.has("one of") ? Shapes.valuesOf(words, column.type()) : column.values(),
        place(column.name(), words, isSecret, () -> path(column, node)),
        words.flag("required"),
        check(words, column.type()),
        isSecret);
  }

  private static List<String> called(YamlWords words) {
    return words.find("called").map(YamlNode::texts).orElse(List.of());
  }

  private Place place(String name, YamlWords words, boolean isSecret, Supplier<List<String>> path) {
    String in = words.text("in").orElse("body");
    Optional<YamlNode> to = words.find("to");
    if (in.equals("query") && isSecret) {
      throw words
          .find("secret")
          .orElseGet(() -> words.need("in"))
          .error("a secret has no place in the query, where a URL would show it");
    }
    return switch (in) {
      case "query" -> new Place.QueryParameter(to.map(YamlNode::text).orElse(shapes.json(name)));
      case "header" -> new Place.HeaderField(words.need("to").text());
      case "body" -> new Place.BodyField(to.map(ColumnParser::jsonPath).orElseGet(path));
      default ->
          throw words
              .need("in")
              .error("unknown place \"" + in + "\"" + NearestName.hint(in, PLACES));
    };
  }

  private static List<String> path(ColumnDescription column, YamlNode node) {
    if (column.source() instanceof JsonField field) {
      return field.path();
    }
    throw node.error("\"" + column.name() + "\" is no field of a body; say where it goes \"to\"");
  }

  private static ValueCheck check(YamlWords words, ColumnType type) {
    if (type != Scalar.VARCHAR) {
      words.refuse("matches", "only a varchar has characters");
      words.refuse("longest", "only a varchar has characters");
    }
    if (!(type instanceof Scalar scalar) || !NUMBERS.contains(scalar)) {
      words.refuse("least", "only a number has a size");
      words.refuse("most", "only a number has a size");
    }
    return new ValueCheck(
        words.find("matches").map(ArgumentParser::pattern),
        words.find("least").map(ArgumentParser::number),
        words.find("most").map(ArgumentParser::number),
        words.find("longest").map(YamlNode::positiveNumber));
  }

  private static Pattern pattern(YamlNode node) {
    try {
      return Pattern.compile(node.text());
    } catch (PatternSyntaxException e) {
      throw node.error("is no pattern: " + e.getDescription());
    }
  }

  private static BigDecimal number(YamlNode node) {
    try {
      return new BigDecimal(node.text());
    } catch (NumberFormatException e) {
      throw node.error("must be a number, not \"" + node.text() + "\"");
    }
  }
}
