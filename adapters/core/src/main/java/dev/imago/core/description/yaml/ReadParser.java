package dev.imago.core.description.yaml;

import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.Filtering.Condition;
import dev.imago.core.description.Masking;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.Ordering;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.ReadMethod.Kind;
import dev.imago.core.description.ReadMethod.Scope;
import dev.imago.core.error.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the read methods of a table.
 *
 * @param paging how the lists of the file go on, where a read does not say otherwise
 * @param filter the parameter of the file that takes conditions, where a read does not say
 *     otherwise
 * @param mask the file's way to ask for fields, where a read does not say otherwise
 * @param calls reads what is common to all calls
 */
record ReadParser(
    Optional<Paging> paging,
    Optional<FilterParser> filter,
    Optional<Masking> mask,
    CallParser calls) {
  private static final String NONE = "none";
  private static final String DESCENDING = " desc";
  private static final Map<String, Kind> KINDS =
      Map.of("get", Kind.GET, "list", Kind.LIST, "wider", Kind.WIDER);
  private static final Set<String> WORDS =
      Set.of(
          "path",
          "kind",
          "query",
          "headers",
          "rows",
          "scope",
          "pages",
          "filter",
          "mask",
          "order",
          "unreachable",
          "lacks",
          "permissions");

  /**
   * The reads in the order of the file.
   *
   * @param columns the table's columns by name
   * @param pushed what may be asked of them, by column name
   */
  List<ReadMethod> reads(
      YamlNode node, Map<String, ColumnDescription> columns, Map<String, Condition> pushed) {
    List<ReadMethod> reads = new ArrayList<>();
    node.entries()
        .forEach(
            (name, entry) -> {
              YamlNode place = entry.in("read " + name);
              ReadMethod read = read(name, place, columns, pushed);
              if (!reads.isEmpty()) {
                checkOrder(reads.get(reads.size() - 1), read, place);
              }
              reads.add(read);
            });
    return reads;
  }

  private static void checkOrder(ReadMethod before, ReadMethod read, YamlNode node) {
    if (before.kind().compareTo(read.kind()) > 0) {
      throw node.error(
          "stands after \"" + before.name() + "\"; write gets first, then lists, then wider lists");
    }
  }

  private ReadMethod read(
      String name,
      YamlNode node,
      Map<String, ColumnDescription> columns,
      Map<String, Condition> pushed) {
    YamlWords words = node.words(WORDS);
    Kind kind = kind(name, node, words);
    CallTemplate call = calls.call(words, words.need("path"), columns);
    List<String> rows = words.find("rows").map(ReadParser::rows).orElse(List.of());
    boolean isGet = kind == Kind.GET;
    if (isGet) {
      words.refuse("pages", "a get answers one row");
      words.refuse("order", "a get answers one row");
      words.refuse("filter", "a get answers one row");
      words.refuse("unreachable", "a get answers one row");
      if (rows.contains(ReadMethod.EVERY_ENTRY)) {
        words.refuse("rows", "a get answers one row, not every entry of an object");
      }
    } else if (rows.isEmpty()) {
      words.need("rows");
    }
    return new ReadMethod(
        name,
        kind,
        call,
        rows,
        isGet ? Optional.empty() : words.find("pages").map(PagingParser::paging).orElse(paging),
        words.find("order").map(order -> ordering(order, columns)),
        isGet
            ? Optional.empty()
            : words
                .find("filter")
                .map(FilterParser::filter)
                .orElse(filter)
                .flatMap(parser -> parser.filtering(pushed)),
        words.find("mask").map(ReadParser::mask).orElse(mask),
        scope(kind, words, rows, call, columns),
        words.text("unreachable"),
        lacks(words, columns),
        words.find("permissions").map(YamlNode::texts).orElse(List.of()));
  }

  private static Set<String> lacks(YamlWords words, Map<String, ColumnDescription> columns) {
    Optional<YamlNode> node = words.find("lacks");
    List<String> names = node.map(YamlNode::texts).orElse(List.of());
    for (String name : names) {
      ColumnDescription column = ColumnParser.column(name, node.orElseThrow(), columns);
      if (column.input()) {
        throw node.orElseThrow().error("\"" + name + "\" is never read");
      }
    }
    return Set.copyOf(names);
  }

  private static Kind kind(String name, YamlNode node, YamlWords words) {
    Kind implied = name.equals("get") ? Kind.GET : name.equals("list") ? Kind.LIST : null;
    Optional<YamlNode> stated = words.find("kind");
    if (stated.isEmpty()) {
      if (implied == null) {
        throw node.error("needs \"kind\": get, list or wider");
      }
      return implied;
    }
    String text = stated.get().text();
    Kind kind = KINDS.get(text);
    if (kind == null) {
      throw stated
          .get()
          .error("unknown kind \"" + text + "\"" + NearestName.hint(text, KINDS.keySet()));
    }
    if (implied != null && implied != kind) {
      throw stated.get().error("a read of this name is no \"" + text + "\"");
    }
    return kind;
  }

  private static List<String> rows(YamlNode node) {
    List<String> rows = ColumnParser.jsonPath(node);
    if (Collections.frequency(rows, ReadMethod.EVERY_ENTRY) > 1) {
      throw node.error("\"" + node.text() + "\" has more than one \"*\"");
    }
    return rows;
  }

  /** How fields are asked for; empty when the word says none. */
  static Optional<Masking> mask(YamlNode node) {
    if (node.isText()) {
      return isNone(node) ? Optional.empty() : Optional.of(Masking.by(node.text()));
    }
    YamlWords words = node.in("mask").words(Set.of("parameter", "without"));
    return Optional.of(
        new Masking(
            words.need("parameter").text(),
            Set.copyOf(words.find("without").map(YamlNode::texts).orElse(List.of()))));
  }

  static boolean isNone(YamlNode node) {
    return node.isText() && node.text().equals(NONE);
  }

  private static Ordering ordering(YamlNode node, Map<String, ColumnDescription> columns) {
    YamlWords words = node.in("order").words(Set.of("parameter", "terms"));
    YamlNode terms = words.need("terms");
    return new Ordering(
        words.need("parameter").text(),
        terms.texts().stream().map(term -> orderTerm(term, terms, columns)).toList());
  }

  private static OrderTerm orderTerm(
      String text, YamlNode node, Map<String, ColumnDescription> columns) {
    boolean descending = text.endsWith(DESCENDING);
    String name =
        descending ? text.substring(0, text.length() - DESCENDING.length()).strip() : text;
    ColumnDescription column = ColumnParser.column(name, node, columns);
    if (!(column.type() instanceof Scalar) || column.input()) {
      throw node.error("no rows can be ordered by \"" + name + "\"");
    }
    return new OrderTerm(name, descending);
  }

  private static Optional<Scope> scope(
      Kind kind,
      YamlWords words,
      List<String> rows,
      CallTemplate call,
      Map<String, ColumnDescription> columns) {
    if (kind != Kind.WIDER) {
      words.refuse("scope", "only a wider list has one");
      return Optional.empty();
    }
    if (!rows.contains(ReadMethod.EVERY_ENTRY)) {
      throw words.need("rows").error("the rows of a wider list need a \"*\": items.*.disks");
    }
    YamlNode node = words.need("scope").in("scope");
    Map<String, YamlNode> entries = node.entries();
    if (entries.size() != 1) {
      throw node.error("must be one column and its collection: {zone: zones}");
    }
    Map.Entry<String, YamlNode> entry = entries.entrySet().iterator().next();
    ColumnDescription column = ColumnParser.column(entry.getKey(), node, columns);
    if (column.type() != Scalar.VARCHAR || column.input()) {
      throw node.error("\"" + column.name() + "\" must be a varchar that is read");
    }
    if (call.parameters().contains(column.name())) {
      throw node.error("the call binds {" + column.name() + "} already");
    }
    return Optional.of(new Scope(column.name(), entry.getValue().text()));
  }
}
