package dev.imago.calcite.plan;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.parser.statement.SqlShow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.sql.SqlDescribeTable;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.dialect.CalciteSqlDialect;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.jspecify.annotations.Nullable;

/**
 * The queries of {@code imago.system} that SHOW and DESCRIBE stand for. Patterns match in any case,
 * as names do.
 */
final class NameQueries {
  /** The columns of {@code imago.system} that hold the parts of a name, in their order. */
  private static final List<String> PARTS = List.of("provider", "service", "table_name");

  private final NameLookup names;
  private final SqlParser.Config parser;

  NameQueries(Catalog catalog, SqlParser.Config parser) {
    this.names = new NameLookup(catalog);
    this.parser = parser;
  }

  /**
   * The query that answers the statement; the statement itself when it is neither.
   *
   * @throws RuntimeException what the validator throws at a query over a name that does not exist
   */
  SqlNode queryFor(SqlNode statement, NameScope scope) {
    if (statement instanceof SqlShow show) {
      return parse(show(show, scope));
    }
    return statement instanceof SqlDescribeTable describe
        ? parse(describe(describe, scope))
        : statement;
  }

  private String show(SqlShow show, NameScope scope) {
    List<String> conditions = new ArrayList<>();
    show.scope()
        .map(name -> names.find(name, show.subject().mostParts(), scope))
        .ifPresent(parts -> conditions.addAll(equalities(parts)));
    show.pattern()
        .map(pattern -> named(show.subject()) + " ILIKE " + text(pattern))
        .ifPresent(conditions::add);
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return switch (show.subject()) {
      case CATALOGS -> "SELECT DISTINCT provider FROM imago.system.tables" + where + " ORDER BY 1";
      case SCHEMAS ->
          "SELECT DISTINCT provider, service FROM imago.system.tables" + where + " ORDER BY 1, 2";
      case TABLES ->
          "SELECT provider, service, table_name, kind, configured, remarks FROM imago.system.tables"
              + where
              + " ORDER BY 1, 2, 3";
      case METHODS ->
          "SELECT provider, service, table_name, method, sql_verb, http_method, path, permissions"
              + " FROM imago.system.methods"
              + where
              + " ORDER BY 1, 2, 3, 4";
    };
  }

  private static String named(SqlShow.Subject subject) {
    return switch (subject) {
      case CATALOGS -> "provider";
      case SCHEMAS -> "service";
      case TABLES -> "table_name";
      case METHODS -> "method";
    };
  }

  /** The rows of {@code imago.system.columns} come in the order of {@code SELECT *}. */
  private String describe(SqlDescribeTable describe, NameScope scope) {
    @Nullable SqlIdentifier column = describe.getColumn();
    scope.validator().validate(read(describe.getTable(), column));
    RelOptTable table = Objects.requireNonNull(scope.getTable(describe.getTable().names));
    List<String> conditions = new ArrayList<>(equalities(table.getQualifiedName()));
    if (column != null) {
      conditions.add(
          "column_name = "
              + quoted(
                  Objects.requireNonNull(
                          SqlNameMatchers.withCaseSensitive(false)
                              .field(table.getRowType(), column.getSimple()))
                      .getName()));
    }
    return "SELECT column_name, type, is_key, is_parameter, pushed, writable, remarks"
        + " FROM imago.system.columns WHERE "
        + String.join(" AND ", conditions);
  }

  /** A query over the table, which fails where the names are wrong. */
  private static SqlNode read(SqlIdentifier table, @Nullable SqlIdentifier column) {
    SqlParserPos position = table.getParserPosition();
    return new SqlSelect(
        position,
        null,
        SqlNodeList.of(column == null ? SqlIdentifier.star(position) : column),
        table,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static List<String> equalities(List<String> parts) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      conditions.add(PARTS.get(i) + " = " + quoted(parts.get(i)));
    }
    return conditions;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A string as it was written, or {@code ?}. */
  private static String text(SqlNode pattern) {
    return pattern.toSqlString(CalciteSqlDialect.DEFAULT).getSql();
  }

  private SqlNode parse(String query) {
    try {
      return SqlParser.create(query, parser).parseQuery();
    } catch (SqlParseException e) {
      throw new IllegalStateException("no query: " + query, e);
    }
  }
}
