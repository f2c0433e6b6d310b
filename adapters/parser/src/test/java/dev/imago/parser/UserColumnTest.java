package dev.imago.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.tools.Frameworks;
import org.apache.calcite.tools.Planner;
import org.junit.jupiter.api.Test;

/** {@code user} is the column, not the function USER that Calcite finds before any column. */
class UserColumnTest {
  @Test
  void isTheColumnOfTheTable() throws Exception {
    assertThat(typeOf("SELECT user FROM operations")).isEqualTo(SqlTypeName.BIGINT);
    assertThat(typeOf("SELECT User FROM operations")).isEqualTo(SqlTypeName.BIGINT);
    assertThat(typeOf("SELECT user + 1 FROM operations")).isEqualTo(SqlTypeName.BIGINT);
    assertThat(typeOf("SELECT o.user FROM operations AS o")).isEqualTo(SqlTypeName.BIGINT);
    assertThat(typeOf("SELECT max(user) FROM operations")).isEqualTo(SqlTypeName.BIGINT);
    assertThat(typeOf("SELECT user FROM operations GROUP BY user ORDER BY user"))
        .isEqualTo(SqlTypeName.BIGINT);
  }

  @Test
  void isAnAliasOfATable() throws Exception {
    assertThat(typeOf("SELECT user.user FROM operations AS user")).isEqualTo(SqlTypeName.BIGINT);
    assertThat(typeOf("SELECT user.* FROM operations AS user")).isEqualTo(SqlTypeName.BIGINT);
  }

  @Test
  void leavesTheFunctionsOfTheSession() throws Exception {
    assertThat(typeOf("SELECT CURRENT_USER FROM operations")).isEqualTo(SqlTypeName.VARCHAR);
    assertThat(typeOf("SELECT SESSION_USER FROM operations")).isEqualTo(SqlTypeName.VARCHAR);
  }

  private static SqlTypeName typeOf(String sql) throws Exception {
    SchemaPlus schema = Frameworks.createRootSchema(false);
    schema.add("operations", new Operations());
    try (Planner planner =
        Frameworks.getPlanner(
            Frameworks.newConfigBuilder()
                .parserConfig(ParserConfig.of(SqlConformanceEnum.LENIENT))
                .defaultSchema(schema)
                .build())) {
      SqlNode statement = planner.parse(sql);
      RelDataType row = planner.validateAndGetType(statement).right;
      return row.getFieldList().get(0).getType().getSqlTypeName();
    }
  }

  /** A table whose column {@code user} has a type that the function USER does not have. */
  private static final class Operations extends AbstractTable {
    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
      return types.builder().add("user", SqlTypeName.BIGINT).build();
    }
  }
}
