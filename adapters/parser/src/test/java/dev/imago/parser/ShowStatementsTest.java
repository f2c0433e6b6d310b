package dev.imago.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.imago.parser.statement.SqlShow;
import org.apache.calcite.sql.SqlDescribeTable;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.util.Litmus;
import org.junit.jupiter.api.Test;

class ShowStatementsTest {

  @Test
  void haveASubjectAScopeAndAPattern() throws SqlParseException {
    SqlShow show = (SqlShow) Statements.parse("SHOW TABLES FROM google.compute LIKE 'image%'");

    assertThat(show.subject()).isEqualTo(SqlShow.Subject.TABLES);
    assertThat(show.scope()).get().extracting(SqlIdentifier::toString).isEqualTo("google.compute");
    assertThat(show.pattern()).get().extracting(SqlNode::toString).isEqualTo("'image%'");
  }

  @Test
  void canHaveASubjectOnly() throws SqlParseException {
    for (SqlShow.Subject subject : SqlShow.Subject.values()) {
      SqlShow show = (SqlShow) Statements.parse("SHOW " + subject);

      assertThat(show.subject()).isEqualTo(subject);
      assertThat(show.scope()).isEmpty();
      assertThat(show.pattern()).isEmpty();
    }
  }

  @Test
  void sayFromOrIn() throws SqlParseException {
    SqlNode from = Statements.parse("SHOW METHODS FROM a.b.c LIKE ?");
    SqlNode in = Statements.parse("SHOW METHODS IN a.b.c LIKE ?");

    assertThat(in.equalsDeep(from, Litmus.IGNORE)).isTrue();
  }

  @Test
  void describeTablesInFourSpellings() throws SqlParseException {
    SqlNode expected = Statements.parse("DESCRIBE TABLE google.compute.images");

    for (String words : new String[] {"DESCRIBE", "DESC", "DESC TABLE", "describe table"}) {
      SqlNode described = Statements.parse(words + " google.compute.images");
      assertThat(described).isInstanceOf(SqlDescribeTable.class);
      assertThat(described.equalsDeep(expected, Litmus.IGNORE)).as(words).isTrue();
    }
  }

  @Test
  void describeAColumn() throws SqlParseException {
    assertThat(Statements.parse("DESC google.compute.images name"))
        .asInstanceOf(type(SqlDescribeTable.class))
        .extracting(SqlDescribeTable::getColumn)
        .hasToString("name");
  }
}
