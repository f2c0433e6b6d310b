package dev.imago.calcite.plan;

import dev.imago.calcite.function.ContextFunctions;
import dev.imago.calcite.function.Functions;
import dev.imago.calcite.type.Conformance;
import java.util.List;
import java.util.Properties;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.apache.calcite.sql.validate.SqlValidator;

/**
 * Where the names of one statement are looked up: a bare table in the default schema, a table with
 * its service in the default catalog, and a full name from the root.
 */
final class NameScope extends CalciteCatalogReader {
  /** What SQL is accepted; the parser and the validator must agree. */
  static final SqlConformance CONFORMANCE = new Conformance();

  private static final SqlOperatorTable OPERATORS = Functions.table();

  private final ContextFunctions contextFunctions;

  NameScope(CalciteSchema rootSchema, JavaTypeFactory typeFactory, String catalog, String schema) {
    super(
        rootSchema,
        SqlNameMatchers.withCaseSensitive(false),
        List.of(List.of(catalog, schema), List.of(catalog), List.of()),
        typeFactory,
        config());
    contextFunctions = new ContextFunctions(catalog, schema);
  }

  /** What a statement learns of where its names are looked up. */
  ContextFunctions contextFunctions() {
    return contextFunctions;
  }

  private static CalciteConnectionConfig config() {
    Properties properties = new Properties();
    properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
    return new CalciteConnectionConfigImpl(properties);
  }

  /** Checks statements against these names. */
  SqlValidator validator() {
    return new StatementValidator(
        SqlOperatorTables.chain(OPERATORS, this),
        this,
        typeFactory,
        SqlValidator.Config.DEFAULT.withConformance(CONFORMANCE).withIdentifierExpansion(true));
  }
}
