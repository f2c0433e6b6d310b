package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcEscapesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select 1 | select 1",
        "select {fn ucase(name)} | select {fn UCASE(name)}",
        "select {FN  insert('a', 1, 1, 'b')} | select {FN  INSERT('a', 1, 1, 'b')}",
        "select {fn ucase({fn lcase(x)})} | select {fn UCASE({fn LCASE(x)})}",
        "values {ts '2026-01-01 00:00:00'}, {d '2026-01-01'} |"
            + " values {ts '2026-01-01 00:00:00'}, {d '2026-01-01'}",
        "from {oj a left join b on x = y} w | from     a left join b on x = y  w",
        "like 'a' { escape '\\'} and {fn now()} > z |"
            + " like 'a'   escape '\\'  and {fn NOW()} > z",
        "(from a {limit 2 offset 1}) | (from a  limit 2 offset 1 )",
        "select '{fn ucase(x)}', \"{oj\" -- {fn now()} |"
            + " select '{fn ucase(x)}', \"{oj\" -- {fn now()}",
        "/* {oj */ select 'it''s {fn x' | /* {oj */ select 'it''s {fn x'",
        "select '{fn | select '{fn",
        "{fn | {fn"
      })
  void preparesEscapesForTheParser(String sql, String expected) throws SQLException {
    assertThat(JdbcEscapes.translate(sql)).isEqualTo(expected.replace("`", ""));
    assertThat(JdbcEscapes.translate(sql)).hasSameSizeAs(sql);
  }
}
