package dev.imago.jdbc;

import dev.imago.calcite.engine.Changes;
import dev.imago.calcite.statement.OutputColumn;
import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.result.ImagoResultSet;
import dev.imago.jdbc.result.ListCursor;
import dev.imago.jdbc.result.ResultColumns;
import dev.imago.jdbc.result.ResultOwner;
import dev.imago.jdbc.value.BasicTypes;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to know of each row that a statement changes. There are two columns, both
 * VARCHAR: {@code operation} is the id of the operation that carries the change out, {@code
 * target_id} the id of what is made or changed. Either is NULL where no answer says it.
 *
 * @param columns those of the result, in their order
 * @param wanted whether there are rows at all
 */
record KeyColumns(List<KeyColumn> columns, boolean wanted) {
  /** No rows. */
  static final KeyColumns NONE = new KeyColumns(List.of(KeyColumn.values()), false);

  private static final KeyColumns ALL = new KeyColumns(List.of(KeyColumn.values()), true);

  KeyColumns {
    columns = List.copyOf(columns);
  }

  /** A column of the result. */
  enum KeyColumn {
    OPERATION("operation"),
    TARGET("target_id");

    private final String label;

    KeyColumn(String label) {
      this.label = label;
    }

    private @Nullable Object value(Changes.Key key) {
      return (this == OPERATION ? key.operation() : key.target()).orElse(null);
    }
  }

  /**
   * What one of JDBC's constants asks for.
   *
   * @throws SQLException 22023 for any other number
   */
  static KeyColumns asked(int constant) throws SQLException {
    return switch (constant) {
      case Statement.RETURN_GENERATED_KEYS -> ALL;
      case Statement.NO_GENERATED_KEYS -> NONE;
      default ->
          throw SqlErrors.invalidArgument(
              constant + " is neither RETURN_GENERATED_KEYS nor NO_GENERATED_KEYS");
    };
  }

  /**
   * The columns of a table by their numbers: what is known of a change is no column of its table.
   *
   * @throws SQLException 0A000 for any number
   */
  static KeyColumns numbered(int @Nullable [] numbers) throws SQLException {
    if (numbers != null && numbers.length > 0) {
      throw SqlErrors.unsupported("generated keys by the numbers of columns");
    }
    return NONE;
  }

  /**
   * The columns of those names, whatever their letter case.
   *
   * @throws SQLException 42S22 when there is no such column
   */
  static KeyColumns named(@Nullable String @Nullable [] names) throws SQLException {
    if (names == null || names.length == 0) {
      return NONE;
    }
    List<KeyColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(
          Arrays.stream(KeyColumn.values())
              .filter(column -> column.label.equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> unknown(name)));
    }
    return new KeyColumns(columns, true);
  }

  private static SQLException unknown(@Nullable String name) {
    return SqlErrors.of(
        ErrorCode.COLUMN_NOT_FOUND,
        "a change gives no key \"" + name + "\"; it gives operation and target_id");
  }

  /** The result: one row for each key if any are wanted. */
  ImagoResultSet result(List<Changes.Key> keys, ResultOwner owner) {
    RelDataType text = new BasicTypes().of(SqlTypeName.VARCHAR, true);
    List<OutputColumn> outputs =
        columns.stream()
            .map(column -> new OutputColumn(column.label, text, Optional.empty()))
            .toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Changes.Key key : wanted ? keys : List.<Changes.Key>of()) {
      List<@Nullable Object> row = new ArrayList<>();
      columns.forEach(column -> row.add(column.value(key)));
      rows.add(row);
    }
    return new ImagoResultSet(new ResultColumns(outputs, false), new ListCursor(rows), owner, 0);
  }
}
