package dev.imago.calcite.type;

import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.StructKind;
import org.apache.calcite.sql.type.SqlTypeName;

/** The SQL types of the descriptions' types. */
public final class SqlTypes {
  private static final int UINT64_DIGITS = 20;
  private static final int MILLISECONDS = 3;

  private SqlTypes() {}

  /** The SQL type; every part of it is nullable, because an answer may leave any field out. */
  public static RelDataType nullable(ColumnType type, RelDataTypeFactory factory) {
    return factory.createTypeWithNullability(notNull(type, factory), true);
  }

  /**
   * The SQL type of a value that is never NULL itself, though its parts may be. A ROW has the kind
   * that lets {@code deprecated.state} stand without its table's name.
   */
  public static RelDataType notNull(ColumnType type, RelDataTypeFactory factory) {
    if (type instanceof ArrayOf array) {
      return factory.createArrayType(nullable(array.element(), factory), -1);
    }
    if (type instanceof MapOf map) {
      return factory.createMapType(
          notNull(Scalar.VARCHAR, factory), nullable(map.value(), factory));
    }
    if (type instanceof RowOf row) {
      RelDataTypeFactory.Builder fields = factory.builder().kind(StructKind.PEEK_FIELDS_NO_EXPAND);
      for (Field field : row.fields()) {
        fields.add(field.name(), nullable(field.type(), factory));
      }
      return fields.build();
    }
    return scalar((Scalar) type, factory);
  }

  private static RelDataType scalar(Scalar type, RelDataTypeFactory factory) {
    return switch (type) {
      case VARCHAR, JSON -> factory.createSqlType(SqlTypeName.VARCHAR);
      case BOOLEAN, PRESENCE -> factory.createSqlType(SqlTypeName.BOOLEAN);
      case INTEGER -> factory.createSqlType(SqlTypeName.INTEGER);
      case BIGINT -> factory.createSqlType(SqlTypeName.BIGINT);
      case UINT64 -> factory.createSqlType(SqlTypeName.DECIMAL, UINT64_DIGITS, 0);
      case DOUBLE -> factory.createSqlType(SqlTypeName.DOUBLE);
      case TIMESTAMP -> factory.createSqlType(SqlTypeName.TIMESTAMP, MILLISECONDS);
    };
  }
}
