package dev.imago.core.reference;

import static dev.imago.core.reference.TablePages.code;

import dev.imago.core.description.Argument;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.Filtering.Condition;
import dev.imago.core.description.Filtering.Kind;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.PageSize;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of a table's page that says how it is read: what to bind, and what is sent for it. */
record ReadSections(
    Function<TableReference, Optional<TableDescription>> tables,
    TableDescription table,
    String url) {

  @Override
  public String toString() {
    return parameters() + aliases() + names() + reads();
  }

  private String parameters() {
    Set<String> parameters = new LinkedHashSet<>();
    table.reads().forEach(read -> parameters.addAll(read.parameters()));
    if (parameters.isEmpty()) {
      return "";
    }
    MarkdownTable rows =
        new MarkdownTable("parameter", "needed by", "where the query does not bind it");
    for (String parameter : parameters) {
      String needed =
          table.reads().stream()
              .filter(read -> read.parameters().contains(parameter))
              .map(read -> code(read.name()))
              .collect(Collectors.joining(", "));
      rows.row(code(parameter), needed, String.join("; else ", fallbacks(parameter)));
    }
    return "\n## Parameters\n\n" + rows;
  }

  /** What stands in for a parameter, the first first. */
  private List<String> fallbacks(String parameter) {
    List<String> fallbacks = new ArrayList<>();
    String property = table.defaults().get(parameter);
    if (property != null) {
      fallbacks.add("the property " + code(property));
    }
    table.reads().stream()
        .filter(read -> !read.parameters().contains(parameter))
        .forEach(read -> fallbacks.add("the read " + code(read.name())));
    if (table.known().contains(parameter)) {
      fallbacks.add("each of its documented values");
    }
    lister(parameter).ifPresent(ancestor -> fallbacks.add("the rows of " + link(ancestor)));
    return fallbacks.isEmpty() ? List.of("an error") : fallbacks;
  }

  /** The nearest ancestor that can be listed without the parameter and has it in its rows. */
  private Optional<TableDescription> lister(String parameter) {
    Optional<TableDescription> ancestor = table.parent().flatMap(tables);
    while (ancestor.isPresent() && !lists(ancestor.get(), parameter)) {
      ancestor = ancestor.get().parent().flatMap(tables);
    }
    return ancestor;
  }

  private static boolean lists(TableDescription ancestor, String parameter) {
    return ancestor.readableColumns().stream().anyMatch(c -> c.name().equals(parameter))
        && ancestor.reads().stream().anyMatch(read -> !read.parameters().contains(parameter));
  }

  private static String link(TableDescription ancestor) {
    return "[" + ancestor.name() + "](" + ancestor.qualifiedName() + ".md)";
  }

  private String names() {
    return table.columns().stream()
        .flatMap(
            column ->
                column.resource().stream()
                    .map(
                        resource ->
                            "\nA full resource path in "
                                + code(column.name())
                                + " binds them all: "
                                + code(resource.toString())
                                + ".\n"))
        .collect(Collectors.joining());
  }

  private String aliases() {
    return table.columns().stream()
        .flatMap(
            column ->
                table.parameter(column.name()).stream()
                    .filter(parameter -> !parameter.equals(column.name()))
                    .map(
                        parameter ->
                            "\n"
                                + code(column.name())
                                + " is the same as "
                                + code(parameter)
                                + " and binds it.\n"))
        .collect(Collectors.joining());
  }

  private String reads() {
    StringBuilder text = new StringBuilder("\n## Reads\n");
    for (ReadMethod read : table.reads()) {
      text.append("\n### ").append(read.name()).append("\n\n");
      text.append("`GET ").append(url).append('/').append(target(read.call())).append("`\n\n");
      facts(read).forEach(fact -> text.append("- ").append(fact).append('\n'));
    }
    return text.toString();
  }

  /** The path with the parameters that are always sent. */
  static String target(CallTemplate call) {
    String query =
        call.query().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + template(entry.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? call.path().toString() : call.path() + "?" + query;
  }

  private static String template(Argument argument) {
    return argument.text(column -> "{" + column + "}");
  }

  private Stream<String> facts(ReadMethod read) {
    List<String> facts = new ArrayList<>();
    facts.add(answer(read));
    facts.addAll(headers(read.call()));
    read.paging().ifPresent(paging -> facts.add(pages(paging.size())));
    read.ordering()
        .ifPresent(
            ordering ->
                facts.add(
                    "ORDER BY "
                        + ordering.terms().stream()
                            .map(ReadSections::order)
                            .collect(Collectors.joining(" or "))
                        + " is left to the API, in "
                        + code(ordering.parameter())
                        + "."));
    read.filtering().ifPresent(filtering -> facts.add(conditions(filtering)));
    read.mask()
        .ifPresent(
            mask ->
                facts.add(
                    "Only the columns that the query needs, by " + code(mask.parameter()) + "."));
    read.scope()
        .ifPresent(
            scope ->
                facts.add(
                    "Rows of every "
                        + code(scope.column())
                        + ": only what is under "
                        + code(scope.collection() + "/")
                        + " in the answer."));
    if (!read.lacks().isEmpty()) {
      facts.add(
          "Lacks "
              + read.lacks().stream()
                  .sorted()
                  .map(TablePages::code)
                  .collect(Collectors.joining(", "))
              + "; a query that needs it makes a get for each row.");
    }
    facts.add(
        "Needs "
            + read.permissions().stream().map(TablePages::code).collect(Collectors.joining(", "))
            + ".");
    return facts.stream();
  }

  /** A sentence for each header that is always sent. */
  static List<String> headers(CallTemplate call) {
    return call.headers().entrySet().stream()
        .map(
            entry -> "The header " + code(entry.getKey() + ": " + template(entry.getValue())) + ".")
        .toList();
  }

  private static String answer(ReadMethod read) {
    return switch (read.kind()) {
      case GET -> "One row or none.";
      case LIST -> "Any number of rows.";
      case WIDER -> "Any number of rows, in place of one list for each location.";
    };
  }

  private static String pages(PageSize size) {
    return String.format(Locale.ROOT, "Pages of at most %,d rows", size.most())
        + size.parameter()
            .map(name -> "; LIMIT over no other condition sets " + code(name))
            .orElse("")
        + ".";
  }

  private static String conditions(Filtering filtering) {
    List<String> parts = new ArrayList<>();
    String equality = filtering.grammar().takesSeveralValues() ? "equality and IN" : "equality";
    addPart(parts, equality + " on ", filtering, condition -> condition.kind() != Kind.TIME);
    addPart(parts, "ranges of ", filtering, condition -> condition.kind() == Kind.ORDERED);
    addPart(
        parts,
        "one bound, in whole seconds, of ",
        filtering,
        condition -> condition.kind() == Kind.TIME);
    String exact = columns(filtering, Condition::isExact);
    return "Conditions are sent in "
        + filtering.parameter().map(TablePages::code).orElse("parameters named as the fields")
        + ": "
        + String.join("; ", parts)
        + ". The rows of the answer are filtered again"
        + (exact.isEmpty() ? "." : ", except for " + exact + ".");
  }

  private static void addPart(
      List<String> parts, String what, Filtering filtering, Predicate<Condition> kind) {
    String columns = columns(filtering, kind);
    if (!columns.isEmpty()) {
      parts.add(what + columns);
    }
  }

  private static String columns(Filtering filtering, Predicate<Condition> kind) {
    return filtering.conditions().entrySet().stream()
        .filter(entry -> kind.test(entry.getValue()))
        .map(entry -> code(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String order(OrderTerm term) {
    return code(term.column()) + (term.descending() ? " DESC" : "");
  }
}
