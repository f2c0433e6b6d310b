package dev.imago.core.reference;

import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.Scalar;

/** Types as a user of SQL sees them. The fields of a ROW are listed elsewhere. */
final class SqlTypeNames {

  private SqlTypeNames() {}

  static String of(ColumnType type) {
    if (type instanceof Scalar scalar) {
      return of(scalar);
    }
    if (type instanceof ArrayOf array) {
      return of(array.element()) + " ARRAY";
    }
    return type instanceof MapOf map ? "MAP<VARCHAR, " + of(map.value()) + ">" : "ROW";
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
