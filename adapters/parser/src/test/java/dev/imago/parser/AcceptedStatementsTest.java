package dev.imago.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.CalciteSqlDialect;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.util.Litmus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JavaCC checks no conflict at this look-ahead, so these statements are the proof of the grammar.
 */
class AcceptedStatementsTest {
  /** Calcite's own grammar, read with the same quotes and cases. */
  private static final SqlParser.Config CALCITE =
      SqlParser.config().withLex(Lex.MYSQL_ANSI).withConformance(Statements.CONFORMANCE);

  static List<String> statements() {
    return Statements.accepted();
  }

  @Test
  void areMany() {
    assertThat(statements()).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    assertThat(statementsOfCalcite()).hasSizeGreaterThan(180);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void parse(String sql) {
    assertThatCode(() -> Statements.parse(sql)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void meanTheSameWhenWrittenOutAndReadAgain(String sql) throws SqlParseException {
    SqlNode first = Statements.parse(sql);
    String written = first.toSqlString(CalciteSqlDialect.DEFAULT).getSql();

    SqlNode second = SqlParser.create(written, Statements.CONFIG).parseStmt();

    assertThat(second.toSqlString(CalciteSqlDialect.DEFAULT).getSql()).isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("statementsOfCalcite")
  void readAsInCalcite(String sql) throws SqlParseException {
    SqlNode calcites = SqlParser.create(sql, CALCITE).parseStmt();

    assertThat(Statements.parse(sql).equalsDeep(calcites, Litmus.IGNORE)).isTrue();
  }

  /** Those that need nothing of what Imago adds, but for CALL, which is no node of Calcite here. */
  static List<String> statementsOfCalcite() {
    return statements().stream().filter(AcceptedStatementsTest::isOfCalcite).toList();
  }

  private static boolean isOfCalcite(String sql) {
    try {
      return SqlParser.create(sql, CALCITE).parseStmt().getKind() != SqlKind.PROCEDURE_CALL;
    } catch (SqlParseException e) {
      return false;
    }
  }
}
