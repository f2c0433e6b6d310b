package dev.imago.calcite.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What equals a column in another type is no value of the column. */
final class CastColumnsTest {
  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of("lab.project", "a,b"))
            .with("projects/a/things/anvil", "{'name': 'anvil'}")
            .with("projects/a/things", "{'things': [{'name': 'anvil'}]}")
            .with("projects/b/things", "{'things': [{'name': 'bolt'}]}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "BIGINT, VARCHAR, '1', '2'",
    "'DECIMAL(5, 2)', VARCHAR, '1.00', '2.00'",
    "REAL, VARCHAR, '1.0', '2.0'",
    "INTEGER, BIGINT, '1', '2'",
    "BIGINT, 'DECIMAL(19, 0)', '1', '2'",
    "INTEGER, DOUBLE, '1.0', '2.0'",
  })
  void aNumberThatAJoinComparesInAnotherType(
      String number, String compared, String one, String two) {
    String counted =
        "SELECT project, name, CAST(COUNT(*) AS %s) AS n FROM things".formatted(number)
            + " WHERE project = 'a' AND name = 'anvil' GROUP BY project, name";
    String values =
        "(CAST('%s' AS %s)), (CAST('%s' AS %s))".formatted(one, compared, two, compared);
    assertThat(
            lab.rows(
                "SELECT v.k, x.name FROM (VALUES "
                    + values
                    + ") AS v(k) LEFT JOIN (SELECT t.name, CAST(c.n AS "
                    + compared
                    + ") AS k FROM things t LEFT JOIN ("
                    + counted
                    + ") AS c ON t.project = c.project) AS x ON v.k = x.k"))
        .containsExactly(one + "|anvil", two + "|null");
  }

  @Test
  void aTextThatAJoinComparesAsALongerOneIsStillAKey() {
    assertThat(
            lab.rows(
                "SELECT v.k, t.name FROM (VALUES ('b')) AS v(k)"
                    + " JOIN things t ON CAST(t.project AS VARCHAR) = CAST(v.k AS VARCHAR)"))
        .containsExactly("b|bolt");
    assertThat(lab.calls()).hasSize(1);
  }
}
