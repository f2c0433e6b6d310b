package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.imago.core.description.Comparison;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Aip160Test {
  @ParameterizedTest
  @MethodSource
  void valueIsWrittenAsItself(Object value, String literal) {
    assertThat(Aip160.comparison("f", Comparison.EQUAL, value)).contains("f = " + literal);
  }

  static Stream<Arguments> valueIsWrittenAsItself() {
    return Stream.of(
        arguments("debian-12", "\"debian-12\""),
        arguments("it's", "\"it's\""),
        arguments("a\"b", "\"a\\\"b\""),
        arguments("a\\b", "\"a\\\\b\""),
        arguments("\\", "\"\\\\\""),
        arguments("\") OR (name = \"x", "\"\\\") OR (name = \\\"x\""),
        arguments(" a  b ", "\" a  b \""),
        arguments("(a) AND b", "\"(a) AND b\""),
        arguments("true", "\"true\""),
        arguments("7", "\"7\""),
        arguments("Zürich İstanbul образ 像", "\"Zürich İstanbul образ 像\""),
        arguments("\uD83D\uDE00", "\"\uD83D\uDE00\""),
        arguments(7, "7"),
        arguments(0L, "0"),
        arguments(9_007_199_254_740_992L, "9007199254740992"),
        arguments(new BigDecimal("5.00"), "5"),
        arguments(new BigDecimal("1E+3"), "1000"),
        arguments(true, "true"),
        arguments(false, "false"),
        arguments(new Placeholder("?0"), "?0"));
  }

  @ParameterizedTest
  @MethodSource
  void valueThatCannotBeWrittenIsNotSent(Object value) {
    assertThat(Aip160.comparison("f", Comparison.EQUAL, value)).isEmpty();
  }

  static Stream<Object> valueThatCannotBeWrittenIsNotSent() {
    return Stream.of(
        "",
        "*",
        "debian-*",
        "a\nb",
        "a\tb",
        "a\u0000b",
        "a\u007fb",
        "a\u0085b",
        "\uD83D",
        "a\uDE00",
        -1,
        9_007_199_254_740_993L,
        new BigDecimal("18446744073709551615"),
        new BigDecimal("5.5"),
        1.5,
        List.of("a"));
  }

  @ParameterizedTest
  @CsvSource({"EQUAL, =", "LESS, <", "LESS_OR_EQUAL, <=", "GREATER, >", "GREATER_OR_EQUAL, >="})
  void comparisonsHaveSymbols(Comparison comparison, String symbol) {
    assertThat(Aip160.comparison("origin.batch", comparison, 5))
        .contains("origin.batch " + symbol + " 5");
  }

  @Test
  void everyComparisonStandsInParentheses() {
    assertThat(Aip160.filter(List.of(List.of("a = 1")))).isEqualTo("(a = 1)");
    assertThat(Aip160.filter(List.of(List.of("a = 1", "a = 2")))).isEqualTo("(a = 1) OR (a = 2)");
    assertThat(Aip160.filter(List.of(List.of("a = 1"), List.of("b = 2"))))
        .isEqualTo("(a = 1) (b = 2)");
    assertThat(Aip160.filter(List.of(List.of("a = 1", "a = 2"), List.of("b = 2"))))
        .isEqualTo("((a = 1) OR (a = 2)) (b = 2)");
  }
}
