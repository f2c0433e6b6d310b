package dev.imago.launcher.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a statement can go on, from the names that there are. */
final class Completion {
  /** A name stands among them because it may hold the signs of the others. */
  private static final Pattern CLOSED =
      Pattern.compile("'[^']*'|\"[^\"]*\"|--[^\\n]*\\n|/\\*.*?\\*/", Pattern.DOTALL);

  private static final Pattern UNFINISHED = Pattern.compile("@?[\\w.\"]*$");
  private static final Pattern BEFORE_METHOD = Pattern.compile("\\b(?:exec|execute|call)\\s+$");
  private static final Pattern METHOD =
      Pattern.compile("\\b(?:exec|execute|call)\\s+([\\w.\"]+)[\\s(]");
  private static final Pattern BEFORE_SHOWN = Pattern.compile("^\\s*show\\s+$");
  private static final Pattern BEFORE_TABLE =
      Pattern.compile("(?:\\b(?:from|join|into|update|describe|desc)|^\\s*!\\w+)\\s+$");
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|join|into|update)\\s+([\\w.\"]+)(?:\\s+(?:as\\s+)?(\\w+))?");

  private static final List<String> SHOWN = List.of("CATALOGS", "METHODS", "SCHEMAS", "TABLES");

  private static final List<String> KEYWORDS =
      List.of(
          "AND",
          "AS",
          "ASC",
          "AWAIT",
          "BETWEEN",
          "BY",
          "CALL",
          "CASE",
          "CAST",
          "COUNT",
          "DELETE",
          "DESC",
          "DESCRIBE",
          "DISTINCT",
          "ELSE",
          "END",
          "EXEC",
          "EXISTS",
          "EXPLAIN",
          "FETCH",
          "FROM",
          "FULL",
          "GROUP",
          "HAVING",
          "IN",
          "INSERT",
          "INTERSECT",
          "INTO",
          "IS",
          "JOIN",
          "LEFT",
          "LIKE",
          "LIMIT",
          "MAX",
          "MIN",
          "NOT",
          "NULL",
          "OFFSET",
          "ON",
          "OR",
          "ORDER",
          "PLAN",
          "SELECT",
          "SET",
          "SHOW",
          "SUM",
          "THEN",
          "TRUE",
          "UNION",
          "UNNEST",
          "UPDATE",
          "VALUES",
          "WHEN",
          "WHERE",
          "WITH");

  private final ShellNames names;

  Completion(ShellNames names) {
    this.names = names;
  }

  /** The end of a statement that a completion replaces: the name that is not finished. */
  static String unfinished(String statement) {
    Matcher name = UNFINISHED.matcher(statement);
    return name.find() ? name.group() : "";
  }

  /**
   * What can stand in the place of the {@link #unfinished} name.
   *
   * @param statement up to the cursor, as {@link #last} has it: with an apostrophe only where a
   *     literal is open
   */
  Set<String> of(String statement) {
    if (statement.contains("'")) {
      return Set.of();
    }
    String begun = unfinished(statement);
    String text = statement.toLowerCase(Locale.ROOT);
    String before = text.substring(0, text.length() - begun.length());
    if (BEFORE_METHOD.matcher(before).find()) {
      return paths(names.methods(), begun);
    }
    Matcher method = METHOD.matcher(before);
    if (method.find()) {
      return parameters(method.group(1), begun);
    }
    if (BEFORE_TABLE.matcher(before).find()) {
      return paths(names.tables(), begun);
    }
    if (BEFORE_SHOWN.matcher(before).find()) {
      return Set.copyOf(keywords(SHOWN, begun));
    }
    Set<String> found = columns(before, begun);
    found.addAll(keywords(KEYWORDS, begun));
    return found;
  }

  /**
   * The statement at the end of a text, without its literals and comments, and without what in a
   * quoted name looks like their beginning; an open literal stays.
   */
  static String last(String text) {
    String plain =
        CLOSED
            .matcher(text)
            .replaceAll(
                closed ->
                    closed.group().startsWith("\"")
                        ? Matcher.quoteReplacement(closed.group().replaceAll("[';]", ""))
                        : " ");
    return plain.substring(plain.lastIndexOf(';') + 1);
  }

  /** Whole names that begin so, or whose innermost name does; without what need not be said. */
  private Set<String> paths(List<List<String>> rows, String begun) {
    Set<String> found = new TreeSet<>();
    for (List<String> row : rows) {
      String path = String.join(".", row);
      String inSchema =
          path.startsWith(names.schema() + ".")
              ? path.substring(names.schema().length() + 1)
              : path;
      if (startsWith(inSchema, begun) || startsWith(row.get(row.size() - 1), begun)) {
        found.add(inSchema);
      } else if (startsWith(path, begun)) {
        found.add(path);
      }
    }
    return found;
  }

  private Set<String> parameters(String method, String begun) {
    String wanted = begun.startsWith("@") ? begun : "@" + begun;
    Set<String> found = new LinkedHashSet<>();
    for (List<String> row : names.parameters()) {
      String parameter = "@" + row.get(row.size() - 1);
      if (isCalled(owner(row), method) && startsWith(parameter, wanted)) {
        found.add(parameter);
      }
    }
    return found;
  }

  /** Columns of the tables that the statement names, or of the one that stands before a dot. */
  private Set<String> columns(String before, String begun) {
    String qualifier = begun.substring(0, begun.lastIndexOf('.') + 1);
    List<String> tables = tables(before, qualifier.toLowerCase(Locale.ROOT));
    Set<String> found = new TreeSet<>();
    for (List<String> row : names.columns()) {
      String column = qualifier + row.get(row.size() - 1);
      boolean isWanted =
          tables.isEmpty()
              ? qualifier.isEmpty()
              : tables.stream().anyMatch(table -> isCalled(owner(row), table));
      if (isWanted && startsWith(column, begun)) {
        found.add(column);
      }
    }
    return found;
  }

  private static List<String> tables(String before, String qualifier) {
    List<String> tables = new ArrayList<>();
    Matcher table = TABLE.matcher(before);
    while (table.find()) {
      boolean isMeant =
          qualifier.isEmpty()
              || qualifier.equals(table.group(2) + ".")
              || ("." + table.group(1) + ".").endsWith("." + qualifier);
      if (isMeant) {
        tables.add(table.group(1));
      }
    }
    return tables;
  }

  private static List<String> keywords(List<String> words, String begun) {
    boolean isLower = !begun.isEmpty() && begun.equals(begun.toLowerCase(Locale.ROOT));
    return words.stream()
        .filter(word -> startsWith(word, begun))
        .map(word -> isLower ? word.toLowerCase(Locale.ROOT) : word)
        .toList();
  }

  /** The names without the innermost one. */
  private static List<String> owner(List<String> row) {
    return row.subList(0, row.size() - 1);
  }

  /** Whether a name means this: in full, or with the default catalog or schema before it. */
  private boolean isCalled(List<String> path, String name) {
    String whole = String.join(".", path).toLowerCase(Locale.ROOT);
    String bare = name.replace("\"", "");
    String schema = names.schema().toLowerCase(Locale.ROOT);
    String catalog = schema.substring(0, schema.indexOf('.'));
    return whole.equals(bare)
        || whole.equals(catalog + "." + bare)
        || whole.equals(schema + "." + bare);
  }

  private static boolean startsWith(String name, String prefix) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
