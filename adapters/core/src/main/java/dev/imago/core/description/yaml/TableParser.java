package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource.RequestOnly;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import dev.imago.core.description.WriteMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the tables of a service. */
final class TableParser {
  private static final Set<String> WORDS =
      Set.of(
          "says",
          "key",
          "shape",
          "columns",
          "reads",
          "writes",
          "settles",
          "pushed",
          "parent",
          "defaults",
          "known");

  private final String provider;
  private final String service;
  private final ColumnParser columnParser;
  private final ReadParser readParser;
  private final WriteParser writeParser;
  private final DefaultsParser defaultsParser;
  private final Map<String, String> serviceDefaults;

  /**
   * A parser for the tables of one service.
   *
   * @param serviceDefaults the property of each parameter, for all tables
   */
  TableParser(
      String provider,
      String service,
      ColumnParser columnParser,
      ReadParser readParser,
      WriteParser writeParser,
      DefaultsParser defaultsParser,
      Map<String, String> serviceDefaults) {
    this.provider = provider;
    this.service = service;
    this.columnParser = columnParser;
    this.readParser = readParser;
    this.writeParser = writeParser;
    this.defaultsParser = defaultsParser;
    this.serviceDefaults = serviceDefaults;
  }

  /** The tables in the order of the file. */
  List<TableDescription> tables(YamlNode node) {
    Names names = new Names("table");
    Parents parents = new Parents(service);
    Answers answers = new Answers(service);
    Map<String, TableDescription> tables = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (name, entry) -> {
              names.addIdentifier(name, entry);
              YamlWords words = entry.in("table " + name).words(WORDS);
              TableDescription table = table(name, words);
              parents.add(table, words);
              answers.add(table, words);
              tables.put(name, table);
            });
    parents.check();
    answers.check();
    return List.copyOf(tables.values());
  }

  private TableDescription table(String name, YamlWords words) {
    Map<String, ColumnDescription> columns = columnParser.columns(words);
    YamlNode readsNode = words.need("reads");
    List<ReadMethod> reads =
        readParser.reads(readsNode, columns, FilterParser.conditions(words, columns));
    checkFilter(words, columns, reads);
    checkRequestColumns(readsNode, columns, reads);
    checkLacks(readsNode, reads);
    List<WriteMethod> writes =
        words.find("writes").map(node -> writeParser.writes(node, columns)).orElse(List.of());
    return new TableDescription(
        provider,
        service,
        name,
        words.says(),
        List.copyOf(columns.values()),
        key(words.need("key"), columns),
        reads,
        words.find("parent").map(this::reference),
        defaults(words.find("defaults"), reads),
        known(words, columns, reads),
        writes,
        words
            .find("settles")
            .map(node -> SettlingParser.settling(node.in("settles"), columns, reads, writes)));
  }

  /** A table of this service by its name, or of another as {@code service.table}. */
  private TableReference reference(YamlNode node) {
    if (node.isText()) {
      return TableReferences.reference(node, service, Map.of());
    }
    YamlWords words = node.in("parent").words(Set.of("table", "unless"));
    Map<String, String> unless = new LinkedHashMap<>();
    words.need("unless").entries().forEach((column, value) -> unless.put(column, value.text()));
    return TableReferences.reference(words.need("table"), service, unless);
  }

  private static Set<String> known(
      YamlWords words, Map<String, ColumnDescription> columns, List<ReadMethod> reads) {
    Optional<YamlNode> node = words.find("known");
    List<String> names = node.map(YamlNode::texts).orElse(List.of());
    for (String name : names) {
      if (!isParameter(name, reads)) {
        throw node.orElseThrow().error("\"" + name + "\" is no parameter of a read");
      }
      if (ColumnParser.column(name, node.orElseThrow(), columns).values().isEmpty()) {
        throw node.orElseThrow().error("\"" + name + "\" has no \"one of\"");
      }
    }
    return Set.copyOf(names);
  }

  private static List<String> key(YamlNode node, Map<String, ColumnDescription> columns) {
    List<String> key = node.texts();
    for (String name : key) {
      ColumnDescription column = ColumnParser.column(name, node, columns);
      if (column.input() || !CallParser.isParameterType(column.type())) {
        throw node.error("\"" + name + "\" is never read, or has a type that no key can hold");
      }
    }
    return key;
  }

  private static void checkFilter(
      YamlWords words, Map<String, ColumnDescription> columns, List<ReadMethod> reads) {
    if (reads.stream().allMatch(read -> read.filtering().isEmpty())) {
      words.refuse("pushed", "no read of the table has a \"filter\"");
    }
    reads.forEach(
        read -> read.filtering().ifPresent(f -> checkGrammar(words, columns, read.name(), f)));
  }

  private static void checkGrammar(
      YamlWords words, Map<String, ColumnDescription> columns, String read, Filtering filtering) {
    filtering
        .conditions()
        .forEach(
            (column, condition) -> {
              ColumnType type = Objects.requireNonNull(columns.get(column)).type();
              if (!filtering.grammar().has(condition.kind(), type)) {
                throw words
                    .need("pushed")
                    .error(
                        "the grammar of the read \""
                            + read
                            + "\" has no words for \""
                            + column
                            + "\"");
              }
            });
  }

  /** A column that only the request knows has a value in every row, so every read binds it. */
  private static void checkRequestColumns(
      YamlNode node, Map<String, ColumnDescription> columns, List<ReadMethod> reads) {
    for (ColumnDescription column : columns.values()) {
      if (!(column.source() instanceof RequestOnly) || column.input()) {
        continue;
      }
      for (ReadMethod read : reads) {
        if (!binds(read, column.name())) {
          throw node.error(
              "the read \""
                  + read.name()
                  + "\" does not bind \""
                  + column.name()
                  + "\", which only the request knows");
        }
      }
    }
  }

  /** What a read lacks must come from a get, which finds the row again by its key. */
  private static void checkLacks(YamlNode node, List<ReadMethod> reads) {
    for (ReadMethod read : reads) {
      for (String column : read.lacks()) {
        boolean isAnswered =
            reads.stream()
                .anyMatch(
                    other ->
                        other.kind() == ReadMethod.Kind.GET && !other.lacks().contains(column));
        if (!isAnswered) {
          throw node.error(
              "no get answers \"" + column + "\", which \"" + read.name() + "\" lacks");
        }
      }
    }
  }

  private static boolean binds(ReadMethod read, String column) {
    return read.parameters().contains(column)
        || read.scope().filter(scope -> scope.column().equals(column)).isPresent();
  }

  private Map<String, String> defaults(Optional<YamlNode> node, List<ReadMethod> reads) {
    Map<String, String> defaults = new LinkedHashMap<>();
    serviceDefaults.forEach(
        (parameter, property) -> {
          if (isParameter(parameter, reads)) {
            defaults.put(parameter, property);
          }
        });
    if (node.isPresent()) {
      YamlNode own = node.get().in("defaults");
      DefaultsParser.checkParameters(own, parameter -> isParameter(parameter, reads));
      defaults.putAll(defaultsParser.defaults(own));
    }
    return defaults;
  }

  private static boolean isParameter(String column, List<ReadMethod> reads) {
    return reads.stream().anyMatch(read -> read.parameters().contains(column));
  }
}
