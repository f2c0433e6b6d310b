package dev.imago.launcher.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a command that lists things asks a system table. */
enum ListQuery {
  TABLES(
      "SELECT provider, service, table_name, kind, configured, remarks FROM imago.system.tables",
      "table_name",
      "List the tables of all clouds, or those that a pattern matches: !tables google.%.images"),
  COLUMNS(
      "SELECT provider, service, table_name, column_name, is_key, is_parameter, type"
          + " FROM imago.system.columns",
      "table_name",
      "List the columns of the tables that a pattern matches: !columns google.compute.images"),
  PROCEDURES(
      "SELECT provider, service, table_name, method, sql_verb, permissions"
          + " FROM imago.system.methods",
      "method",
      "List what EXEC and CALL can run, or what a pattern matches: !procedures google.%.images.%"),
  PRIMARYKEYS(
      "SELECT provider, service, table_name, column_name, type FROM imago.system.columns",
      "table_name",
      "List the key columns of the tables that a pattern matches: !primarykeys images");

  private static final List<String> LEVELS = List.of("provider", "service", "table_name", "method");

  private final String select;
  private final String innermost;
  private final String help;

  ListQuery(String select, String innermost, String help) {
    this.select = select;
    this.innermost = innermost;
    this.help = help;
  }

  /** The command's name: {@code tables}. */
  String command() {
    return name().toLowerCase(Locale.ROOT);
  }

  String help() {
    return help;
  }

  /**
   * The query.
   *
   * @param pattern names between dots with the wildcards of LIKE, the innermost last, in any letter
   *     case and perhaps in quotes: {@code compute.%_images}; nothing for all
   */
  String sql(String pattern) {
    List<String> conditions = new ArrayList<>();
    switch (this) {
      case PROCEDURES -> conditions.add("sql_verb <> 'SELECT'");
      case PRIMARYKEYS -> conditions.add("is_key");
      case TABLES, COLUMNS -> {
        // All of them.
      }
    }
    String bare = pattern.strip().replace("\"", "");
    if (!bare.isEmpty()) {
      String[] names = bare.split("\\.", -1);
      int level = LEVELS.indexOf(innermost) - names.length + 1;
      for (int part = Math.max(0, -level); part < names.length; part++) {
        conditions.add(like(LEVELS.get(level + part), names[part]));
      }
    }
    return conditions.isEmpty() ? select : select + " WHERE " + String.join(" AND ", conditions);
  }

  private static String like(String column, String name) {
    String text = name.strip().replace("'", "''");
    return "UPPER(" + column + ") LIKE UPPER('" + text + "')";
  }
}
