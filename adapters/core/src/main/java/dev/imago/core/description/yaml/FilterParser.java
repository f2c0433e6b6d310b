package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.Filtering.Condition;
import dev.imago.core.description.Filtering.Grammar;
import dev.imago.core.description.Filtering.Kind;
import dev.imago.core.error.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads which conditions lists can be asked for, and how.
 *
 * @param parameter the query parameter that takes them; absent when each has its own
 * @param grammar how they are written
 * @param most the most characters that the parameter takes
 */
record FilterParser(Optional<String> parameter, Grammar grammar, OptionalInt most) {
  private static final Map<String, Grammar> GRAMMARS =
      Map.of(
          "aip160", Grammar.AIP160,
          "equalities", Grammar.EQUALITIES,
          "parameters", Grammar.PARAMETERS);
  private static final Set<Scalar> TIMES = Set.of(Scalar.TIMESTAMP);
  private static final Set<Scalar> NUMBERS = Set.of(Scalar.INTEGER, Scalar.BIGINT, Scalar.UINT64);
  private static final Set<Scalar> EQUAL_TYPES =
      Set.of(Scalar.VARCHAR, Scalar.BOOLEAN, Scalar.INTEGER, Scalar.BIGINT, Scalar.UINT64);

  /** The parameter and its grammar; empty when the word says none. */
  static Optional<FilterParser> filter(YamlNode node) {
    if (ReadParser.isNone(node)) {
      return Optional.empty();
    }
    YamlWords words = node.in("filter").words(Set.of("parameter", "grammar", "most"));
    Grammar grammar = grammar(words.need("grammar"));
    if (grammar != Grammar.EQUALITIES) {
      words.refuse("most", "the length of the URL alone is limited");
    }
    if (grammar == Grammar.PARAMETERS) {
      words.refuse("parameter", "each condition has its own");
      return Optional.of(new FilterParser(Optional.empty(), grammar, OptionalInt.empty()));
    }
    String parameter = words.need("parameter").text();
    OptionalInt most = words.find("most").stream().mapToInt(YamlNode::positiveNumber).findFirst();
    return Optional.of(new FilterParser(Optional.of(parameter), grammar, most));
  }

  private static Grammar grammar(YamlNode node) {
    Grammar grammar = GRAMMARS.get(node.text());
    if (grammar == null) {
      throw node.error(
          "unknown grammar \""
              + node.text()
              + "\""
              + NearestName.hint(node.text(), GRAMMARS.keySet()));
    }
    return grammar;
  }

  /** The filter of a read; empty when nothing may be asked of the table's columns. */
  Optional<Filtering> filtering(Map<String, Condition> conditions) {
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Filtering(parameter, grammar, most, conditions));
  }

  /**
   * What may be asked of the columns of a table, by column name.
   *
   * @param table may have the word {@code pushed}
   */
  static Map<String, Condition> conditions(
      YamlWords table, Map<String, ColumnDescription> columns) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    Optional<YamlNode> pushed = table.find("pushed").map(node -> node.in("pushed"));
    if (pushed.isEmpty()) {
      return conditions;
    }
    YamlWords words = pushed.get().words(Set.of("equal", "ordered", "times", "exact"));
    for (String column : names(words, "equal", EQUAL_TYPES, columns)) {
      conditions.put(column, new Condition(Kind.EQUAL, false));
    }
    for (String column : names(words, "ordered", NUMBERS, columns)) {
      if (conditions.put(column, new Condition(Kind.ORDERED, false)) != null) {
        throw words.need("ordered").error("\"" + column + "\" is in \"equal\" too");
      }
    }
    for (String column : names(words, "times", TIMES, columns)) {
      conditions.put(column, new Condition(Kind.TIME, false));
    }
    for (String column : names(words, "exact", EQUAL_TYPES, columns)) {
      Condition condition = conditions.get(column);
      if (condition == null) {
        throw words.need("exact").error("\"" + column + "\" is neither \"equal\" nor \"ordered\"");
      }
      conditions.put(column, new Condition(condition.kind(), true));
    }
    return conditions;
  }

  /** The columns that a word names: each a field that an answer holds whole. */
  private static List<String> names(
      YamlWords words, String word, Set<Scalar> types, Map<String, ColumnDescription> columns) {
    Optional<YamlNode> node = words.find(word);
    if (node.isEmpty()) {
      return List.of();
    }
    List<String> names = node.get().texts();
    for (String name : names) {
      ColumnDescription column = ColumnParser.column(name, node.get(), columns);
      boolean isPushable =
          column.type() instanceof Scalar scalar
              && types.contains(scalar)
              && column.source() instanceof ColumnSource.JsonField
              && !column.input()
              && !column.secret();
      if (!isPushable) {
        throw node.get().error("no filter can hold \"" + name + "\" under \"" + word + "\"");
      }
    }
    return names;
  }
}
