package dev.imago.core.description.yaml;

import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ViewDescription;
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
        words.need("branches").items().stream().map(ViewParser::branch).toList();
    return new ViewDescription(name, words.says(), columns, branches);
  }

  private static ViewColumn column(String name, YamlNode node) {
    if (node.isText()) {
      return new ViewColumn(name, ColumnType.Scalar.VARCHAR, YamlWords.sentence(node));
    }
    YamlWords words = node.words(Set.of("type", "says"));
    return new ViewColumn(name, SCALARS.typeOf(words), words.says());
  }

  private static Branch branch(YamlNode node) {
    YamlWords words = node.words(Set.of("provider", "accounts", "query"));
    return new Branch(
        words.need("provider").text(), words.text("accounts"), words.need("query").text());
  }
}
