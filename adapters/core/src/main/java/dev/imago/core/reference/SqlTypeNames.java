package dev.imago.core.reference;

import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Types as a user of SQL sees them. */
public final class SqlTypeNames {

  private SqlTypeNames() {}

  /** The type, the fields of a ROW left out: they are listed elsewhere. */
  static String of(ColumnType type) {
    return of(type, row -> "ROW");
  }

  /** The type, every ROW with its fields: {@code ROW(state VARCHAR, since TIMESTAMP(3)) ARRAY}. */
  public static String whole(ColumnType type) {
    return of(
        type,
        row ->
            row.fields().stream()
                .map(field -> field.name() + " " + whole(field.type()))
                .collect(Collectors.joining(", ", "ROW(", ")")));
  }

  private static String of(ColumnType type, Function<RowOf, String> rows) {
    if (type instanceof ArrayOf array) {
      return of(array.element(), rows) + " ARRAY";
    }
    if (type instanceof MapOf map) {
      return "MAP<VARCHAR, " + of(map.value(), rows) + ">";
    }
    return type instanceof RowOf row ? rows.apply(row) : of((Scalar) type);
  }

  private static String of(Scalar scalar) {
    return switch (scalar) {
      case VARCHAR, JSON -> "VARCHAR";
      case BOOLEAN, PRESENCE -> "BOOLEAN";
      case INTEGER -> "INTEGER";
      case BIGINT -> "BIGINT";
      case UINT64 -> "DECIMAL(20,0)";
      case DOUBLE -> "DOUBLE";
      case TIMESTAMP -> "TIMESTAMP(3)";
    };
  }

  /** What the name alone does not say: that a text is JSON, that TRUE stands for a message. */
  static String remark(ColumnType type) {
    if (type instanceof ArrayOf array) {
      return remark(array.element());
    }
    if (type instanceof MapOf map) {
      return remark(map.value());
    }
    if (type == Scalar.JSON) {
      return " JSON text.";
    }
    return type == Scalar.PRESENCE ? " TRUE, or NULL." : "";
  }
}
