package dev.imago.jdbc.value;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.Locale;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** The plain types of what the driver itself makes: rows of metadata, arrays for parameters. */
public final class BasicTypes {
  private final RelDataTypeFactory factory = new SqlTypeFactoryImpl(RelDataTypeSystem.DEFAULT);

  /** A type without length, as {@code VARCHAR}. */
  public RelDataType of(SqlTypeName name, boolean nullable) {
    return factory.createTypeWithNullability(factory.createSqlType(name), nullable);
  }

  /**
   * An array of elements that can be NULL.
   *
   * @param elementType the name of a type without parts: VARCHAR, BIGINT
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} for a type that there is not
   */
  public RelDataType arrayOf(String elementType) {
    SqlTypeName name = SqlTypeName.get(elementType.toUpperCase(Locale.ROOT));
    if (name == null || !name.allowsNoPrecNoScale()) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, "there is no array of the type \"" + elementType + "\"");
    }
    return factory.createArrayType(of(name, true), -1);
  }
}
