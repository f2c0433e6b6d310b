package dev.imago.differential;

import java.util.List;

/**
 * A table of the demo, with some of its columns, and the list of the cloud's API that holds its
 * rows.
 *
 * @param name the full name, the same in both databases
 * @param parent the table whose columns are the variables of the path; empty when a project is all
 *     that it needs
 * @param path the path of the list
 * @param rows the field of the answer that holds the rows
 * @param bound the columns that a call needs and that nothing stands in for
 * @param columns the scalar columns, the key columns among them
 * @param nested columns of nested types, which come after the others
 */
record DemoTable(
    String name,
    String parent,
    String path,
    String rows,
    List<String> bound,
    List<DemoColumn> columns,
    List<NestedColumn> nested) {

  DemoTable {
    bound = List.copyOf(bound);
    columns = List.copyOf(columns);
    nested = List.copyOf(nested);
  }

  /** The same table with columns of nested types. */
  DemoTable with(NestedColumn... more) {
    return new DemoTable(name, parent, path, rows, bound, columns, List.of(more));
  }

  List<Column> sqlColumns() {
    return columns.stream().map(DemoColumn::column).toList();
  }

  /** The schema: {@code google.compute}. */
  String schema() {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
