package dev.imago.core.reference;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The reference pages, in Markdown: one for each table, and one that lists them. They say what the
 * descriptions say and nothing else, so that they cannot be out of date once they are written anew.
 */
public final class TablePages {
  /** The file that lists the tables. */
  public static final String INDEX = "README.md";

  private final Function<TableDescription, String> examples;

  /**
   * @param examples a query that shows what a table is good for
   */
  public TablePages(Function<TableDescription, String> examples) {
    this.examples = examples;
  }

  /**
   * The pages of a provider's tables, by file name: {@code google.compute.images.md}.
   *
   * @param services all services of the provider
   */
  public Map<String, String> pages(
      ProviderDescription provider, List<ServiceDescription> services) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (ServiceDescription service : services) {
      String url = provider.service(service.name()).orElseThrow().url().toString();
      for (TableDescription table : service.tables()) {
        pages.put(
            file(table),
            page(new ReadSections(among(services), table, url), new WriteSections(table, url)));
      }
    }
    return pages;
  }

  private static Function<TableReference, Optional<TableDescription>> among(
      List<ServiceDescription> services) {
    return reference ->
        services.stream()
            .filter(service -> service.name().equals(reference.service()))
            .findFirst()
            .flatMap(service -> service.table(reference.table()));
  }

  /** The page that lists the tables of the services, in their order. */
  public static String index(List<ServiceDescription> services) {
    StringBuilder text = new StringBuilder("# Tables\n");
    for (ServiceDescription service : services) {
      MarkdownTable tables = new MarkdownTable("table", "a row is");
      for (TableDescription table : service.tables()) {
        tables.row("[" + table.name() + "](" + file(table) + ")", table.says());
      }
      text.append("\n## ").append(service.provider()).append('.').append(service.name());
      text.append("\n\n").append(service.says()).append("\n\n").append(tables);
    }
    return text.toString();
  }

  private static String file(TableDescription table) {
    return table.qualifiedName() + ".md";
  }

  private String page(ReadSections reads, WriteSections writes) {
    TableDescription table = reads.table();
    StringBuilder text = new StringBuilder();
    text.append("# ").append(table.qualifiedName()).append("\n\n").append(table.says());
    text.append("\n\n```sql\n").append(examples.apply(table)).append("\n```\n");
    text.append("\n## Columns\n\n").append(columns(table));
    List<ColumnDescription> input =
        table.columns().stream().filter(ColumnDescription::input).toList();
    if (!input.isEmpty()) {
      MarkdownTable columns = new MarkdownTable("input column", "type", "what it holds");
      input.forEach(column -> columns.row(cells(column)));
      text.append("\nWritten only, and not shown by `SELECT *`:\n\n").append(columns);
    }
    text.append(reads).append(writes);
    NestedFields.of(table.columns()).forEach((row, places) -> text.append(fields(row, places)));
    return text.toString();
  }

  private static MarkdownTable columns(TableDescription table) {
    MarkdownTable columns = new MarkdownTable("column", "type", "what it holds");
    for (ColumnDescription column : table.readableColumns()) {
      String[] cells = cells(column);
      if (table.key().contains(column.name())) {
        cells[1] += ", key";
      }
      columns.row(cells);
    }
    return columns;
  }

  private static String fields(ColumnType.RowOf row, List<String> places) {
    MarkdownTable fields = new MarkdownTable("field", "type", "what it holds");
    for (ColumnType.Field field : row.fields()) {
      fields.row(cells(field.name(), field.type(), field.says(), field.values(), field.secret()));
    }
    String heading = places.stream().map(TablePages::code).collect(Collectors.joining(", "));
    return "\n## Fields of " + heading + "\n\n" + fields;
  }

  private static String[] cells(ColumnDescription column) {
    return cells(column.name(), column.type(), column.says(), column.values(), column.secret());
  }

  private static String[] cells(
      String name, ColumnType type, String says, List<String> values, boolean secret) {
    return new String[] {
      code(name),
      code(SqlTypeNames.of(type)),
      says + SqlTypeNames.remark(type) + documented(values) + secrecy(secret)
    };
  }

  /** A sentence about the values that the API documents; empty when there are none. */
  static String documented(List<String> values) {
    return values.isEmpty()
        ? ""
        : values.stream().map(TablePages::code).collect(Collectors.joining(", ", " One of ", "."));
  }

  /** A sentence about what is never shown; empty for anything else. */
  static String secrecy(boolean secret) {
    return secret ? " Secret: never printed." : "";
  }

  static String code(String text) {
    return "`" + text + "`";
  }
}
