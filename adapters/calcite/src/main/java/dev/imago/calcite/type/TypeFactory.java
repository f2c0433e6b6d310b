package dev.imago.calcite.type;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Calcite's type factory, but text is UTF-8, and there is no CHAR: a text literal is a VARCHAR.
 * Stock Calcite types {@code 'a'} as CHAR(1) and pads it with blanks wherever it meets a longer
 * one: in VALUES, CASE, COALESCE, UNION, ARRAY and MAP.
 */
public final class TypeFactory extends JavaTypeFactoryImpl {

  public TypeFactory() {
    super(new TypeSystem());
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  @Override
  public RelDataType createSqlType(SqlTypeName typeName) {
    return super.createSqlType(withoutChar(typeName));
  }

  @Override
  public RelDataType createSqlType(SqlTypeName typeName, int precision) {
    return super.createSqlType(withoutChar(typeName), precision);
  }

  private static SqlTypeName withoutChar(SqlTypeName typeName) {
    return typeName == SqlTypeName.CHAR ? SqlTypeName.VARCHAR : typeName;
  }
}
