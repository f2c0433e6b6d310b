package dev.imago.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.imago.parser.statement.SqlAwait;
import dev.imago.parser.statement.SqlExec;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.Litmus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EXEC and CALL are one node, whichever way they are written. */
class MethodStatementsTest {

  @Test
  void haveAMethodArgumentsABodyAndAWait() throws SqlParseException {
    SqlExec exec =
        exec(
            "EXEC google.compute.images.deprecate"
                + " @project = 'p', @\"image\" = ?, @@json = '{}' AWAIT 2 MINUTES");

    assertThat(exec.method().names).containsExactly("google", "compute", "images", "deprecate");
    assertThat(exec.arguments())
        .extracting(argument -> argument.name().map(SqlIdentifier::getSimple).orElse(""))
        .containsExactly("project", "image");
    assertThat(exec.arguments())
        .extracting(argument -> argument.value().getKind())
        .containsExactly(SqlKind.LITERAL, SqlKind.DYNAMIC_PARAM);
    assertThat(exec.json()).get().isInstanceOf(SqlLiteral.class).hasToString("'{}'");
    assertThat(exec.await()).get().extracting(SqlAwait::unit).isEqualTo(TimeUnit.MINUTE);
    assertThat(exec.await().flatMap(SqlAwait::amount)).get().hasToString("2");
  }

  @Test
  void canHaveNothingButAMethod() throws SqlParseException {
    SqlExec exec = exec("EXEC imago.system.cache.clear");

    assertThat(exec.arguments()).isEmpty();
    assertThat(exec.json()).isEmpty();
    assertThat(exec.await()).isEmpty();
  }

  @Test
  void canWaitWithoutALimit() throws SqlParseException {
    SqlAwait await = exec("EXEC t.m AWAIT").await().orElseThrow();

    assertThat(await.amount()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXECUTE t.m @a = 1, @b = 'x' AWAIT 5 SECOND",
        "EXEC t.m @a = 1 @b = 'x' AWAIT 5 SECONDS",
        "EXEC t.m @ a = 1, @\"b\" = 'x' AWAIT 5 SECOND;",
        "CALL t.m(a => 1, b => 'x') AWAIT 5 SECOND",
        "{call t.m(a => 1, \"b\" => 'x') AWAIT 5 SECOND}"
      })
  void areOneNodeInEverySpelling(String sql) throws SqlParseException {
    SqlExec expected = exec("EXEC t.m @a = 1, @b = 'x' AWAIT 5 SECOND");

    assertThat(exec(sql).equalsDeep(expected, Litmus.IGNORE)).isTrue();
  }

  @Test
  void tellPositionalArgumentsByNoName() throws SqlParseException {
    SqlExec exec = exec("CALL t.m('p', ?, b => DEFAULT)");

    assertThat(exec.arguments())
        .extracting(argument -> argument.name().isPresent())
        .containsExactly(false, false, true);
    assertThat(exec.arguments().get(2).value().getKind()).isEqualTo(SqlKind.DEFAULT);
  }

  @Test
  void differInEachOfTheirParts() throws SqlParseException {
    SqlExec exec = exec("EXEC t.m @a = 1, @@json = 'x' AWAIT 5 SECOND");
    for (String other :
        List.of(
            "EXEC t.n @a = 1, @@json = 'x' AWAIT 5 SECOND",
            "EXEC t.m @b = 1, @@json = 'x' AWAIT 5 SECOND",
            "EXEC t.m @a = 2, @@json = 'x' AWAIT 5 SECOND",
            "EXEC t.m @a = 1, @@json = 'y' AWAIT 5 SECOND",
            "EXEC t.m @a = 1 AWAIT 5 SECOND",
            "EXEC t.m @a = 1, @@json = 'x' AWAIT 6 SECOND",
            "EXEC t.m @a = 1, @@json = 'x' AWAIT 5 MINUTE",
            "EXEC t.m @a = 1, @@json = 'x' AWAIT",
            "EXEC t.m @a = 1, @@json = 'x'")) {
      assertThat(exec(other).equalsDeep(exec, Litmus.IGNORE)).as(other).isFalse();
    }
  }

  @Test
  void areCopiedByVisitors() throws SqlParseException {
    SqlExec exec = exec("EXEC t.m @a = 1, @@json = ? AWAIT 5 SECOND");

    SqlNode copy = exec.accept(new CopyingVisitor());

    assertThat(copy)
        .isNotSameAs(exec)
        .asInstanceOf(type(SqlExec.class))
        .matches(node -> node.equalsDeep(exec, Litmus.IGNORE));
  }

  @Test
  void areExplained() throws SqlParseException {
    for (String sql : List.of("EXEC t.m @a = ?", "CALL t.m(a => ?)", "{call t.m(a => ?)}")) {
      assertThat(Statements.parse("EXPLAIN PLAN FOR " + sql))
          .asInstanceOf(type(SqlExplain.class))
          .matches(explain -> explain.getExplicandum().equalsDeep(exec(sql), Litmus.IGNORE))
          .matches(explain -> explain.getDynamicParamCount() == 1);
    }
  }

  static SortedSet<String> reserved() {
    return Words.reserved();
  }

  /** Methods are verbs, and many verbs are reserved. */
  @ParameterizedTest
  @MethodSource("reserved")
  void haveNamesThatAreReservedElsewhere(String word) throws SqlParseException {
    String name = word.toLowerCase(Locale.ROOT);
    for (String statement :
        List.of("EXEC s.$.$ @$ = 1, @x = 2", "CALL s.t.$($ => 1)", "{call t.$(1)}", "EXEC t.$")) {
      String plain = statement.replace("$", name);
      String quoted = statement.replace("$", '"' + name + '"');
      assertThat(exec(plain).equalsDeep(exec(quoted), Litmus.IGNORE)).as(plain).isTrue();
    }
  }

  private static SqlExec exec(String sql) {
    try {
      return (SqlExec) Statements.parse(sql);
    } catch (SqlParseException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Copies every call, as the planner's visitors do with what they change. */
  private static final class CopyingVisitor extends SqlShuttle {
    @Override
    public SqlNode visit(SqlCall call) {
      CallCopyingArgHandler copies = new CallCopyingArgHandler(call, true);
      call.getOperator().acceptCall(this, call, false, copies);
      return copies.result();
    }
  }
}
