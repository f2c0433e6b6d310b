package dev.imago.parser;

import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformance;

/** How Imago reads SQL: names keep their case, match in any case, and are quoted with {@code "}. */
public final class ParserConfig {
  /** Full resource names serve as names of result columns, so Calcite's 128 is not enough. */
  private static final int LONGEST_IDENTIFIER = 1024;

  private ParserConfig() {}

  /**
   * The configuration for {@link SqlParser#create(String, SqlParser.Config)}.
   *
   * @param conformance which variants of SQL the parser accepts; the validator must get the same
   */
  public static SqlParser.Config of(SqlConformance conformance) {
    return SqlParser.config()
        .withLex(Lex.MYSQL_ANSI)
        .withParserFactory(ImagoParser.FACTORY)
        .withIdentifierMaxLength(LONGEST_IDENTIFIER)
        .withConformance(conformance);
  }
}
