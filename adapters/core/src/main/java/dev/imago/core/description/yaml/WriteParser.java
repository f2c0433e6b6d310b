package dev.imago.core.description.yaml;

import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.HttpVerb;
import dev.imago.core.description.TableReference;
import dev.imago.core.description.WriteAnswer;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteBody;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.description.WriteMethod.Kind;
import dev.imago.core.error.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the write methods of a table.
 *
 * @param service the service that the table belongs to
 * @param calls reads what is common to all calls
 * @param argumentParser reads what a write takes
 */
record WriteParser(String service, CallParser calls, ArgumentParser argumentParser) {
  private static final String NOTHING = "nothing";
  private static final Map<String, Kind> IMPLIED =
      Map.of(
          "insert", Kind.INSERT,
          "create", Kind.INSERT,
          "update", Kind.UPDATE,
          "patch", Kind.UPDATE,
          "delete", Kind.DELETE);
  private static final Map<String, Kind> KINDS =
      Map.of(
          "insert", Kind.INSERT,
          "update", Kind.UPDATE,
          "delete", Kind.DELETE,
          "action", Kind.ACTION);
  private static final Set<String> WORDS =
      Set.of(
          "says",
          "kind",
          "get",
          "post",
          "put",
          "patch",
          "delete",
          "query",
          "headers",
          "takes",
          "columns",
          "body",
          "exactly one",
          "at most one",
          "at least one",
          "needs",
          "repeats by",
          "read first",
          "look by",
          "answers",
          "safe",
          "permissions");

  /**
   * The writes in the order of the file.
   *
   * @param columns the table's columns by name
   */
  List<WriteMethod> writes(YamlNode node, Map<String, ColumnDescription> columns) {
    Names names = new Names("write");
    List<WriteMethod> writes = new ArrayList<>();
    node.entries()
        .forEach(
            (name, entry) -> {
              names.addIdentifier(name, entry);
              writes.add(write(name, entry.in("write " + name), columns));
            });
    return writes;
  }

  private WriteMethod write(String name, YamlNode node, Map<String, ColumnDescription> columns) {
    YamlWords words = node.words(WORDS);
    HttpVerb verb = verb(node, words);
    CallTemplate call =
        calls.call(words, words.need(verb.name().toLowerCase(Locale.ROOT)), columns);
    Kind kind = kind(name, words);
    List<WriteArgument> arguments = argumentParser.arguments(words, call, columns);
    if (kind == Kind.INSERT || kind == Kind.UPDATE) {
      arguments.forEach(argument -> checkColumn(argument, node, columns));
    }
    Set<String> given = new LinkedHashSet<>();
    arguments.forEach(argument -> given.add(argument.name()));
    WriteBody body = WriteBodyParser.body(words, arguments);
    Optional<String> repeatKey = words.find("repeats by").map(key -> named(key.text(), key, given));
    Set<String> readFirst = readFirst(words, given, columns);
    boolean safe = words.flag("safe");
    if (safe) {
      words.refuse("repeats by", "what changes nothing may always be repeated");
    }
    return new WriteMethod(
        name,
        kind,
        words.says(),
        verb,
        call,
        arguments,
        body,
        groups(words, "exactly one", given),
        groups(words, "at most one", given),
        groups(words, "at least one", given),
        needs(words, given),
        repeatKey,
        readFirst,
        lookBy(words, given, columns),
        answer(words.need("answers")),
        safe,
        words.find("permissions").map(YamlNode::texts).orElse(List.of()));
  }

  private static HttpVerb verb(YamlNode node, YamlWords words) {
    List<HttpVerb> verbs = new ArrayList<>();
    for (HttpVerb verb : HttpVerb.values()) {
      if (words.has(verb.name().toLowerCase(Locale.ROOT))) {
        verbs.add(verb);
      }
    }
    if (verbs.size() != 1) {
      throw node.error("needs one of \"get\", \"post\", \"put\", \"patch\", \"delete\", its path");
    }
    return verbs.get(0);
  }

  private static Kind kind(String name, YamlWords words) {
    Optional<YamlNode> stated = words.find("kind");
    if (stated.isEmpty()) {
      return IMPLIED.getOrDefault(name, Kind.ACTION);
    }
    Kind kind = KINDS.get(stated.get().text());
    if (kind == null) {
      throw stated
          .get()
          .error(
              "unknown kind \""
                  + stated.get().text()
                  + "\""
                  + NearestName.hint(stated.get().text(), KINDS.keySet()));
    }
    return kind;
  }

  /** INSERT and UPDATE name columns, so nothing else can be given. */
  private static void checkColumn(
      WriteArgument argument, YamlNode node, Map<String, ColumnDescription> columns) {
    ColumnDescription column = columns.get(argument.name());
    if (column == null) {
      throw node.error(
          "\""
              + argument.name()
              + "\" is no column, as what INSERT and UPDATE give is; write one with \"input: true\"");
    }
    if (!column.type().equals(argument.type())) {
      throw node.error("\"" + argument.name() + "\" has another type than the column");
    }
  }

  private static String named(String name, YamlNode node, Set<String> given) {
    if (!given.contains(name)) {
      throw node.error("\"" + name + "\" is nothing that it takes" + NearestName.hint(name, given));
    }
    return name;
  }

  /** What is read first is a column, so that a read can answer it. */
  private static Set<String> readFirst(
      YamlWords words, Set<String> given, Map<String, ColumnDescription> columns) {
    Optional<YamlNode> node = words.find("read first");
    List<String> names = node.map(YamlNode::texts).orElse(List.of());
    for (String name : names) {
      named(name, node.orElseThrow(), given);
      if (ColumnParser.column(name, node.orElseThrow(), columns).input()) {
        throw node.orElseThrow().error("\"" + name + "\" is never read");
      }
    }
    return Set.copyOf(names);
  }

  /** What a query looks by is a column that it can read. */
  private static Set<String> lookBy(
      YamlWords words, Set<String> given, Map<String, ColumnDescription> columns) {
    Optional<YamlNode> node = words.find("look by");
    Set<String> names = new LinkedHashSet<>(node.map(YamlNode::texts).orElse(List.of()));
    for (String name : names) {
      named(name, node.orElseThrow(), given);
      if (ColumnParser.column(name, node.orElseThrow(), columns).input()) {
        throw node.orElseThrow().error("\"" + name + "\" is never read");
      }
    }
    return names;
  }

  private static List<Set<String>> groups(YamlWords words, String word, Set<String> given) {
    List<Set<String>> groups = new ArrayList<>();
    for (YamlNode item : words.find(word).map(YamlNode::items).orElse(List.of())) {
      YamlNode group = item.in(word);
      List<String> names = group.texts();
      names.forEach(name -> named(name, group, given));
      groups.add(new LinkedHashSet<>(names));
    }
    return groups;
  }

  private static Map<String, Set<String>> needs(YamlWords words, Set<String> given) {
    Map<String, Set<String>> needs = new HashMap<>();
    words
        .find("needs")
        .ifPresent(
            node ->
                node.in("needs")
                    .entries()
                    .forEach(
                        (name, entry) -> {
                          named(name, entry, given);
                          List<String> needed = entry.texts();
                          needed.forEach(other -> named(other, entry, given));
                          needs.put(name, new LinkedHashSet<>(needed));
                        }));
    return needs;
  }

  private WriteAnswer answer(YamlNode node) {
    if (node.isText()) {
      return node.text().equals(NOTHING)
          ? WriteAnswer.NOTHING
          : new WriteAnswer(Optional.of(reference(node)), Map.of());
    }
    YamlWords words = node.in("answers").words(Set.of("table", "from"));
    Map<String, List<String>> from = new HashMap<>();
    words
        .need("from")
        .entries()
        .forEach((column, path) -> from.put(column, ColumnParser.jsonPath(path)));
    return new WriteAnswer(Optional.of(reference(words.need("table"))), from);
  }

  private TableReference reference(YamlNode node) {
    return TableReferences.reference(node, service, Map.of());
  }
}
