package dev.imago.calcite.plan;

import dev.imago.parser.SyntaxErrors;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.plan.RelOptTable.ViewExpander;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.jspecify.annotations.Nullable;

/** Makes the query of a view a part of a statement. */
final class ViewExpansion implements ViewExpander {
  private final NameScope scope;
  private final SqlParser.Config parser;
  private final Function<SqlValidator, SqlToRelConverter> converters;

  /**
   * @param scope where the names in a view's query are looked up; they are full names
   * @param converters makes a converter for a query that the validator has checked
   */
  ViewExpansion(
      NameScope scope,
      SqlParser.Config parser,
      Function<SqlValidator, SqlToRelConverter> converters) {
    this.scope = scope;
    this.parser = parser;
    this.converters = converters;
  }

  @Override
  public RelRoot expandView(
      RelDataType rowType, String query, List<String> schemaPath, @Nullable List<String> viewPath) {
    SqlValidator validator = scope.validator();
    SqlNode valid = validator.validate(parse(query, viewPath));
    return converters.apply(validator).convertQuery(valid, false, true);
  }

  private SqlNode parse(String query, @Nullable List<String> viewPath) {
    try {
      return SqlParser.create(query, parser).parseQuery();
    } catch (SqlParseException e) {
      throw new IllegalStateException(
          "the view " + viewPath + ": " + new SyntaxErrors(parser).describe(query, e).message(), e);
    }
  }
}
