package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.imago.core.description.Comparison;
import dev.imago.core.description.Filtering.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldParametersTest {
  @ParameterizedTest
  @MethodSource
  void aValueIsItsText(Object value, String text) {
    assertThat(FieldParameters.value(Kind.EQUAL, Comparison.EQUAL, value)).contains(text);
  }

  static Stream<Arguments> aValueIsItsText() {
    return Stream.of(
        arguments("Red Hat", "Red Hat"),
        arguments("gte:x", "gte:x"),
        arguments(true, "true"),
        arguments(false, "false"),
        arguments(40, "40"),
        arguments(new BigDecimal("1E+3"), "1000"),
        arguments(new Placeholder("?0"), "?0"));
  }

  @ParameterizedTest
  @MethodSource
  void aValueThatMayMeanAnotherIsNotSent(Object value) {
    assertThat(FieldParameters.value(Kind.EQUAL, Comparison.EQUAL, value)).isEmpty();
  }

  static Stream<Object> aValueThatMayMeanAnotherIsNotSent() {
    return Stream.of("", "a,b", " a", "a ", "a\nb", -1, 5.5);
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER,          2018-10-28T10:00:00.000Z, gte:2018-10-28T10:00:00Z",
    "GREATER,          2018-10-28T10:00:00.001Z, gte:2018-10-28T10:00:00Z",
    "GREATER_OR_EQUAL, 2018-10-28T10:00:00.000Z, gte:2018-10-28T10:00:00Z",
    "GREATER_OR_EQUAL, 2018-10-28T10:00:00.999Z, gte:2018-10-28T10:00:00Z",
    "EQUAL,            2018-10-28T10:00:00.500Z, gte:2018-10-28T10:00:00Z",
    "LESS,             2018-10-28T10:00:00.000Z, lte:2018-10-28T10:00:00Z",
    "LESS,             2018-10-28T10:00:00.001Z, lte:2018-10-28T10:00:01Z",
    "LESS,             2018-10-28T10:00:00.999Z, lte:2018-10-28T10:00:01Z",
    // A row of this time may be some microseconds later than it shows.
    "LESS_OR_EQUAL,    2018-10-28T10:00:00.000Z, lte:2018-10-28T10:00:01Z",
    "LESS_OR_EQUAL,    2018-10-28T10:00:00.999Z, lte:2018-10-28T10:00:01Z",
    "LESS_OR_EQUAL,    2018-12-31T23:59:59.000Z, lte:2019-01-01T00:00:00Z",
    "GREATER,          1970-01-01T00:00:00.000Z, gte:1970-01-01T00:00:00Z",
    "LESS_OR_EQUAL,    9999-12-31T23:59:58.000Z, lte:9999-12-31T23:59:59Z",
  })
  void aTimeIsWidenedToWholeSeconds(Comparison comparison, Instant time, String bound) {
    assertThat(FieldParameters.value(Kind.TIME, comparison, time.toEpochMilli())).contains(bound);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 253_402_300_799_000L, Long.MIN_VALUE, Long.MAX_VALUE})
  void aTimeThatNoCloudKnowsIsNotSent(long millis) {
    assertThat(FieldParameters.value(Kind.TIME, Comparison.GREATER, millis)).isEmpty();
    assertThat(FieldParameters.value(Kind.TIME, Comparison.LESS_OR_EQUAL, millis)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GREATER, gte:?0", "LESS, lte:?0"})
  void aTimeThatIsNotKnownYetShowsItsOperator(Comparison comparison, String bound) {
    assertThat(FieldParameters.value(Kind.TIME, comparison, new Placeholder("?0"))).contains(bound);
  }
}
