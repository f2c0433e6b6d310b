package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EqualitiesTest {
  @ParameterizedTest
  @MethodSource
  void aTextIsQuoted(Object value, String equality) {
    assertThat(Equalities.equality("name", value)).contains(equality);
  }

  static Stream<Arguments> aTextIsQuoted() {
    return Stream.of(
        arguments("debian-12", "name=\"debian-12\""),
        arguments("it's *", "name=\"it's *\""),
        arguments("a\"b", "name=\"a\\\"b\""),
        arguments("a\\b", "name=\"a\\\\b\""),
        arguments("\" AND x=\"y", "name=\"\\\" AND x=\\\"y\""),
        arguments(new Placeholder("?0"), "name=?0"));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoPlainTextIsNotSent(Object value) {
    assertThat(Equalities.equality("name", value)).isEmpty();
  }

  static Stream<Object> whatIsNoPlainTextIsNotSent() {
    return Stream.of("", "a\nb", "\uD83D", 7, true);
  }

  @Test
  void allOfThemHold() {
    WrittenCondition name = new WrittenCondition("name", "name", List.of("name=\"a\""));
    WrittenCondition family = new WrittenCondition("family", "family", List.of("family=\"b\""));
    assertThat(Equalities.filter(List.of(name))).isEqualTo("name=\"a\"");
    assertThat(Equalities.filter(List.of(name, family))).isEqualTo("name=\"a\" AND family=\"b\"");
  }
}
