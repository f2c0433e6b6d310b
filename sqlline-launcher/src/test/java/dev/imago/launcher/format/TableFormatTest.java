package dev.imago.launcher.format;

import static dev.imago.launcher.format.ListRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.format.Column.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFormatTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("name", Kind.TEXT), new Column("n", Kind.NUMBER));

  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "'', 0",
    "İıçş, 4",
    "日本語, 6",
    "한국, 4",
    "e\u0301, 1",
    "न्, 1",
    "😀, 2",
    "ﾊﾝ, 2",
    "Ａ, 2",
    "a\u200Db, 2",
    "👨‍👩‍👧, 2",
    "👩🏽‍💻, 2",
    "👍🏽, 2",
    "🇩🇪, 2",
    "❤️, 2",
    "🇩🇪🇫🇷, 4",
    "שלום, 4",
    "مرحبا, 5",
    "กำ, 1",
  })
  void measuresTextsAsATerminalDoes(String text, int width) {
    assertThat(TextWidth.of(text)).isEqualTo(width);
  }

  @Test
  void alignsWideTexts() throws SQLException, IOException {
    assertThat(written(new ListRows(COLUMNS, row("日本語", "1"), row("e\u0301t", "22"))))
        .isEqualTo(
            """
            name   |  n
            -------+---
            日本語 |  1
            e\u0301t     | 22
            """);
  }

  @Test
  void doesNotTurnTheOrderOfALine() throws SQLException, IOException {
    assertThat(written(new ListRows(COLUMNS, row("a\u202Eb\u2028c\u2066", "1"))))
        .isEqualTo(
            """
            name                  | n
            ----------------------+--
            a\\u202eb\\u2028c\\u2066 | 1
            """);
  }

  @Test
  void writesNoEscapeSequenceToATerminal() throws SQLException, IOException {
    assertThat(written(new ListRows(COLUMNS, row("\u001B[2J\u009B", "1"))))
        .isEqualTo(
            """
            name            | n
            ----------------+--
            \\u001b[2J\\u009b | 1
            """);
  }

  @Test
  void takesTheWidthsFromTheFirstThousandRows() throws SQLException, IOException {
    IntStream numbers = IntStream.rangeClosed(1, 1002);
    ListRows rows = new ListRows(COLUMNS, numbers.mapToObj(TableFormatTest::numbered).iterator());

    String[] lines = written(rows).split("\n");

    assertThat(lines).hasSize(2 + 1002);
    assertThat(lines[0]).isEqualTo("name |    n");
    assertThat(lines[2]).isEqualTo("i    |    1");
    assertThat(lines[1001]).isEqualTo("i    | 1000");
    assertThat(lines[1002]).isEqualTo("longer than before | 1001");
    assertThat(lines[1003]).isEqualTo("longer than before | 1002");
  }

  @Test
  void holdsNoMoreThanTheFirstThousandRows() throws SQLException, IOException {
    StringWriter out = new StringWriter();
    IntStream numbers =
        IntStream.rangeClosed(1, 1001)
            .peek(n -> assertThat(out.getBuffer().isEmpty()).isEqualTo(n <= 1000));
    ListRows rows = new ListRows(COLUMNS, numbers.mapToObj(TableFormatTest::numbered).iterator());

    new TableFormat().write(rows, out);

    assertThat(out.toString().lines()).hasSize(2 + 1001);
  }

  private static @Nullable String[] numbered(int number) {
    return row(number <= 1000 ? "i" : "longer than before", Integer.toString(number));
  }

  private static String written(Rows rows) throws SQLException, IOException {
    StringWriter out = new StringWriter();
    new TableFormat().write(rows, out);
    return out.toString();
  }
}
