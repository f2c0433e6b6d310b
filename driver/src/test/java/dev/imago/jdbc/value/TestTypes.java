package dev.imago.jdbc.value;

import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** The engine's types, for tests. */
final class TestTypes {
  private static final RelDataTypeSystem WIDE_DECIMALS =
      new RelDataTypeSystemImpl() {
        @Override
        public int getMaxPrecision(SqlTypeName typeName) {
          return typeName == SqlTypeName.DECIMAL ? 38 : super.getMaxPrecision(typeName);
        }
      };
  private static final RelDataTypeFactory FACTORY = new JavaTypeFactoryImpl(WIDE_DECIMALS);

  static final RelDataType VARCHAR = of(SqlTypeName.VARCHAR);
  static final RelDataType BIGINT = of(SqlTypeName.BIGINT);
  static final RelDataType INTEGER = of(SqlTypeName.INTEGER);
  static final RelDataType DOUBLE = of(SqlTypeName.DOUBLE);
  static final RelDataType BOOLEAN = of(SqlTypeName.BOOLEAN);
  static final RelDataType DATE = of(SqlTypeName.DATE);
  static final RelDataType TIME = FACTORY.createSqlType(SqlTypeName.TIME, 3);
  static final RelDataType TIMESTAMP = FACTORY.createSqlType(SqlTypeName.TIMESTAMP, 3);
  static final RelDataType VARBINARY = of(SqlTypeName.VARBINARY);
  static final RelDataType DECIMAL_20 = FACTORY.createSqlType(SqlTypeName.DECIMAL, 20, 0);

  private TestTypes() {}

  static RelDataType of(SqlTypeName name) {
    return FACTORY.createSqlType(name);
  }

  static RelDataType array(RelDataType element) {
    return FACTORY.createArrayType(nullable(element), -1);
  }

  static RelDataType map(RelDataType key, RelDataType value) {
    return FACTORY.createMapType(key, nullable(value));
  }

  static RelDataType row(List<String> names, RelDataType... types) {
    return FACTORY.createStructType(List.of(types), names);
  }

  static RelDataType nullable(RelDataType type) {
    return FACTORY.createTypeWithNullability(type, true);
  }
}
