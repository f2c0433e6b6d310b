package dev.imago.launcher.format;

import static dev.imago.launcher.format.ListRows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.launcher.format.Column.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each format on the same rows: one of every kind, one of hard texts, one of NULLs. */
class FormatsTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("name", Kind.TEXT),
          new Column("size", Kind.NUMBER),
          new Column("ready", Kind.BOOLEAN),
          new Column("created", Kind.TIMESTAMP),
          new Column("labels", Kind.NESTED));

  private static final @Nullable String[][] ROWS = {
    row(
        "debian-12",
        "18446744073709551615",
        "true",
        "2026-01-31 23:59:59.000",
        "{\"env\":\"a,b\"}"),
    row("a\tb\n\"c\",\\", "-1.50", "false", "2026-01-31 00:00:00.120", "[1,2]"),
    row("", null, null, null, null),
  };

  @Test
  void table() throws SQLException, IOException {
    assertThat(written(OutputFormat.TABLE))
        .isEqualTo(
            """
            name        |                 size | ready | created                 | labels
            ------------+----------------------+-------+-------------------------+--------------
            debian-12   | 18446744073709551615 | true  | 2026-01-31 23:59:59.000 | {"env":"a,b"}
            a\\tb\\n"c",\\ |                -1.50 | false | 2026-01-31 00:00:00.120 | [1,2]
                        |                 NULL | NULL  | NULL                    | NULL
            """);
  }

  @Test
  void vertical() throws SQLException, IOException {
    assertThat(written(OutputFormat.VERTICAL))
        .isEqualTo(
            """
            --- row 1
            name: debian-12
            size: 18446744073709551615
            ready: true
            created: 2026-01-31 23:59:59.000
            labels: {"env":"a,b"}
            --- row 2
            name: a\\tb\\n"c",\\
            size: -1.50
            ready: false
            created: 2026-01-31 00:00:00.120
            labels: [1,2]
            --- row 3
            name:\s
            size: NULL
            ready: NULL
            created: NULL
            labels: NULL
            """);
  }

  @Test
  void csv() throws SQLException, IOException {
    assertThat(written(OutputFormat.CSV))
        .isEqualTo(
            """
            name,size,ready,created,labels
            debian-12,18446744073709551615,true,2026-01-31 23:59:59.000,"{""env"":""a,b""}"
            "a\tb
            ""c"",\\",-1.50,false,2026-01-31 00:00:00.120,"[1,2]"
            "",,,,
            """);
  }

  @Test
  void tsv() throws SQLException, IOException {
    assertThat(written(OutputFormat.TSV))
        .isEqualTo(
            """
            name\tsize\tready\tcreated\tlabels
            debian-12\t18446744073709551615\ttrue\t2026-01-31 23:59:59.000\t{"env":"a,b"}
            a\\tb\\n"c",\\\\\t-1.50\tfalse\t2026-01-31 00:00:00.120\t[1,2]
            \t\\N\t\\N\t\\N\t\\N
            """);
  }

  @Test
  void json() throws SQLException, IOException {
    assertThat(written(OutputFormat.JSON))
        .isEqualTo(
            """
            [
            {"name":"debian-12","size":18446744073709551615,"ready":true,\
            "created":"2026-01-31T23:59:59Z","labels":{"env":"a,b"}},
            {"name":"a\\tb\\n\\"c\\",\\\\","size":-1.50,"ready":false,\
            "created":"2026-01-31T00:00:00.120Z","labels":[1,2]},
            {"name":"","size":null,"ready":null,"created":null,"labels":null}
            ]
            """);
  }

  @Test
  void jsonLines() throws SQLException, IOException {
    assertThat(written(OutputFormat.JSONL))
        .isEqualTo(
            """
            {"name":"debian-12","size":18446744073709551615,"ready":true,\
            "created":"2026-01-31T23:59:59Z","labels":{"env":"a,b"}}
            {"name":"a\\tb\\n\\"c\\",\\\\","size":-1.50,"ready":false,\
            "created":"2026-01-31T00:00:00.120Z","labels":[1,2]}
            {"name":"","size":null,"ready":null,"created":null,"labels":null}
            """);
  }

  @Test
  void noRows() throws SQLException, IOException {
    List<Column> columns = List.of(new Column("a,b", Kind.TEXT), new Column("", Kind.NUMBER));

    assertThat(written(OutputFormat.TABLE, new ListRows(columns))).isEqualTo("a,b | \n----+-\n");
    assertThat(written(OutputFormat.VERTICAL, new ListRows(columns))).isEmpty();
    assertThat(written(OutputFormat.CSV, new ListRows(columns))).isEqualTo("\"a,b\",\"\"\n");
    assertThat(written(OutputFormat.TSV, new ListRows(columns))).isEqualTo("a,b\t\n");
    assertThat(written(OutputFormat.JSON, new ListRows(columns))).isEqualTo("[]\n");
    assertThat(written(OutputFormat.JSONL, new ListRows(columns))).isEmpty();
  }

  @Test
  void namesTheMembersOfAnObjectOnce() throws SQLException, IOException {
    List<Column> columns =
        List.of(
            new Column("id", Kind.NUMBER),
            new Column("id", Kind.NUMBER),
            new Column("id_2", Kind.NUMBER),
            new Column("id", Kind.NUMBER));

    assertThat(written(OutputFormat.JSONL, new ListRows(columns, row("1", "2", "3", "4"))))
        .isEqualTo("{\"id\":1,\"id_3\":2,\"id_2\":3,\"id_4\":4}\n");
  }

  @Test
  void writesAsTextWhatIsNoNumberInJson() throws SQLException, IOException {
    List<Column> columns = List.of(new Column("n", Kind.NUMBER));

    assertThat(
            written(
                OutputFormat.JSONL,
                new ListRows(columns, row("NaN"), row("-Infinity"), row("1E9"))))
        .isEqualTo("{\"n\":\"NaN\"}\n{\"n\":\"-Infinity\"}\n{\"n\":1E9}\n");
  }

  @Test
  void leavesTheArrayOfAFailedResultOpen() {
    StringWriter out = new StringWriter();
    Rows failing = new FailingRows(one("x"));

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> OutputFormat.JSON.writer().write(failing, out));
    assertThat(out).hasToString("[\n{\"n\":\"x\"}");
  }

  @Test
  void writesTheTableOfAFailedResultAsFarAsItCame() {
    StringWriter out = new StringWriter();
    Rows failing = new FailingRows(one("x"));

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> OutputFormat.TABLE.writer().write(failing, out));
    assertThat(out).hasToString("n\n-\nx\n");
  }

  @Test
  void writesNothingOfAResultThatFailsBeforeItsFirstRow() {
    for (OutputFormat format : OutputFormat.values()) {
      StringWriter out = new StringWriter();

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> format.writer().write(new FailingRows(), out));
      assertThat(out.toString()).as(format.text()).isEmpty();
    }
  }

  private static String written(OutputFormat format) throws SQLException, IOException {
    return written(format, new ListRows(COLUMNS, ROWS));
  }

  private static String written(OutputFormat format, Rows rows) throws SQLException, IOException {
    StringWriter out = new StringWriter();
    format.writer().write(rows, out);
    return out.toString();
  }

  private static @Nullable String[][] one(String text) {
    return new @Nullable String[][] {row(text)};
  }

  /** Some rows, and then a failure. */
  private static final class FailingRows implements Rows {
    private final ListRows rows;

    FailingRows(@Nullable String[]... rows) {
      this.rows = new ListRows(List.of(new Column("n", Kind.TEXT)), rows);
    }

    @Override
    public List<Column> columns() {
      return rows.columns();
    }

    @Override
    public boolean next() throws SQLException {
      if (!rows.next()) {
        throw new SQLException("page 2 cannot be read", "08006");
      }
      return true;
    }

    @Override
    public @Nullable String text(int column) {
      return rows.text(column);
    }
  }
}
