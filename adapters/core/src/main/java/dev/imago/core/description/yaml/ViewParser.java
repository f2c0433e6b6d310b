package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ViewDescription;
import dev.imago.core.description.ViewDescription.AskedBy;
import dev.imago.core.description.ViewDescription.Branch;
import dev.imago.core.description.ViewDescription.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file of views. */
final class ViewParser {
  private static final Shapes SCALARS = new Shapes(Map.of(), JsonNaming.AS_WRITTEN);

  private ViewParser() {}

  static List<ViewDescription> views(YamlNode root) {
    List<ViewDescription> views = new ArrayList<>();
    Names names = new Names("view");
    root.words(Set.of("views"))
        .need("views")
        .entries()
        .forEach(
            (name, entry) -> {
              names.addIdentifier(name, entry);
              views.add(view(name, entry.in("view " + name)));
            });
    return views;
  }

  private static ViewDescription view(String name, YamlNode node) {
    YamlWords words = node.words(Set.of("says", "columns", "branches"));
    List<ViewColumn> columns = new ArrayList<>();
    Names names = new Names("column");
    words
        .need("columns")
        .entries()
        .forEach(
            (column, entry) -> {
              names.addIdentifier(column, entry);
              columns.add(column(column, entry.in("column " + column)));
            });
    List<Branch> branches =
        words.need("branches").items().stream().map(item -> branch(item, columns)).toList();
    return new ViewDescription(name, words.says(), columns, branches);
  }

  private static ViewColumn column(String name, YamlNode node) {
    if (node.isText()) {
      return new ViewColumn(name, ColumnType.Scalar.VARCHAR, YamlWords.sentence(node));
    }
    YamlWords words = node.words(Set.of("type", "says"));
    return new ViewColumn(name, SCALARS.typeOf(words), words.says());
  }

  private static Branch branch(YamlNode node, List<ViewColumn> columns) {
    YamlWords words = node.words(Set.of("provider", "accounts", "asked by", "query"));
    return new Branch(
        words.need("provider").text(),
        words.text("accounts"),
        words.find("asked by").map(entry -> askedBy(entry.in("asked by"), columns)),
        words.need("query").text());
  }

  private static AskedBy askedBy(YamlNode node, List<ViewColumn> columns) {
    Map<String, YamlNode> entries = node.entries();
    Map.Entry<String, YamlNode> only = entries.entrySet().iterator().next();
    if (entries.size() > 1) {
      throw node.error("names more than one column");
    }
    if (columns.stream().noneMatch(column -> column.name().equals(only.getKey()))) {
      throw node.error("\"" + only.getKey() + "\" is no column of the view");
    }
    return new AskedBy(only.getKey(), only.getValue().text());
  }
}
