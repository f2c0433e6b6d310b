package dev.imago.jdbc.value;

import static dev.imago.jdbc.value.TestTypes.BIGINT;
import static dev.imago.jdbc.value.TestTypes.BOOLEAN;
import static dev.imago.jdbc.value.TestTypes.DATE;
import static dev.imago.jdbc.value.TestTypes.DECIMAL_20;
import static dev.imago.jdbc.value.TestTypes.DOUBLE;
import static dev.imago.jdbc.value.TestTypes.INTEGER;
import static dev.imago.jdbc.value.TestTypes.TIME;
import static dev.imago.jdbc.value.TestTypes.TIMESTAMP;
import static dev.imago.jdbc.value.TestTypes.VARBINARY;
import static dev.imago.jdbc.value.TestTypes.VARCHAR;
import static dev.imago.jdbc.value.TestTypes.array;
import static dev.imago.jdbc.value.TestTypes.map;
import static dev.imago.jdbc.value.TestTypes.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.imago.core.error.ImagoException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterCoercionTest {
  private static final Instant EVENING = Instant.parse("2023-11-14T22:13:20.5Z");
  private static final long EVENING_MILLIS = EVENING.toEpochMilli();

  static Stream<Object> evenings() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));
    calendar.setTimeInMillis(EVENING_MILLIS);
    return Stream.of(
        EVENING,
        EVENING.plusNanos(999),
        OffsetDateTime.parse("2023-11-14T23:13:20.5+01:00"),
        EVENING.atZone(ZoneId.of("Asia/Tokyo")),
        calendar,
        LocalDateTime.parse("2023-11-14T22:13:20.5"),
        Timestamp.valueOf("2023-11-14 22:13:20.5"),
        java.util.Date.from(Timestamp.valueOf("2023-11-14 22:13:20.5").toInstant()),
        "2023-11-14 22:13:20.5",
        "2023-11-14T22:13:20.5Z",
        "2023-11-15T07:13:20.5+09:00");
  }

  @ParameterizedTest
  @MethodSource("evenings")
  void takesAnyOfJavasDatesForATimestamp(Object value) {
    assertThat(ParameterCoercion.internal(TIMESTAMP, value)).isEqualTo(EVENING_MILLIS);
  }

  static Stream<Arguments> conversions() {
    return Stream.of(
        arguments(BIGINT, 5, 5L),
        arguments(BIGINT, "5", 5L),
        arguments(BIGINT, new BigDecimal("5.00"), 5L),
        arguments(BIGINT, BigInteger.TEN, 10L),
        arguments(BIGINT, true, 1L),
        arguments(INTEGER, 5L, 5),
        arguments(TestTypes.of(SqlTypeName.SMALLINT), 5, (short) 5),
        arguments(TestTypes.of(SqlTypeName.TINYINT), "-5", (byte) -5),
        arguments(DECIMAL_20, "18446744073709551615", new BigDecimal("18446744073709551615")),
        arguments(DECIMAL_20, 0.1, new BigDecimal("0.1")),
        arguments(DOUBLE, 1, 1.0),
        arguments(TestTypes.of(SqlTypeName.REAL), 1.5, 1.5f),
        arguments(BOOLEAN, "False", false),
        arguments(BOOLEAN, 1, true),
        arguments(VARCHAR, 5, "5"),
        arguments(VARCHAR, new BigDecimal("1E+3"), "1000"),
        arguments(VARCHAR, 'x', "x"),
        arguments(VARCHAR, Thread.State.NEW, "NEW"),
        arguments(VARCHAR, EVENING, "2023-11-14T22:13:20.500Z"),
        arguments(VARCHAR, Timestamp.valueOf("2023-11-14 22:13:20"), "2023-11-14 22:13:20.000"),
        arguments(DATE, LocalDate.EPOCH.plusDays(3), 3),
        arguments(DATE, "1970-01-04", 3),
        arguments(DATE, java.sql.Date.valueOf("1970-01-04"), 3),
        arguments(TIMESTAMP, LocalDate.EPOCH.plusDays(1), 86_400_000L),
        arguments(TIME, LocalTime.of(0, 0, 1), 1000),
        arguments(TIME, "00:00:01", 1000),
        arguments(TIME, java.sql.Time.valueOf("00:00:01"), 1000),
        arguments(VARBINARY, new byte[] {1}, new ByteString(new byte[] {1})),
        arguments(array(BIGINT), List.of("1", 2), List.of(1L, 2L)),
        arguments(array(BIGINT), new Integer[] {1, null}, Arrays.asList(1L, null)),
        arguments(array(BIGINT), ListArray.of("integer", new Object[] {"7"}), List.of(7L)),
        arguments(map(VARCHAR, BIGINT), Map.of(1, "2"), Map.of("1", 2L)),
        arguments(TestTypes.of(SqlTypeName.ANY), 5, 5),
        arguments(BIGINT, null, null));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void convertsWhatHasOneMeaning(
      RelDataType type, @Nullable Object value, @Nullable Object expected) {
    assertThat(ParameterCoercion.internal(type, value)).isEqualTo(expected);
  }

  @Test
  void takesAMapOrAStructForARow() {
    RelDataType type = row(List.of("a", "b"), BIGINT, VARCHAR);

    assertThat((Object[]) ParameterCoercion.internal(type, Map.of("b", "x")))
        .containsExactly(null, "x");
    assertThat((Object[]) ParameterCoercion.internal(type, new Row(type, new Object[] {1L, "y"})))
        .containsExactly(1L, "y");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(BIGINT, "abc", "22018"),
        arguments(BIGINT, "1.5", "22018"),
        arguments(BIGINT, EVENING, "22018"),
        arguments(INTEGER, 1L << 40, "22003"),
        arguments(DECIMAL_20, Double.NaN, "22003"),
        arguments(BOOLEAN, "perhaps", "22018"),
        arguments(TIMESTAMP, "yesterday", "22007"),
        arguments(TIMESTAMP, 5L, "22018"),
        arguments(TIMESTAMP, java.sql.Time.valueOf("00:00:01"), "22018"),
        arguments(TIMESTAMP, Instant.MAX, "22003"),
        arguments(TIME, "noon", "22007"),
        arguments(VARCHAR, new byte[] {1}, "22018"),
        arguments(VARBINARY, "x", "22018"),
        arguments(array(BIGINT), "x", "22018"),
        arguments(map(VARCHAR, BIGINT), List.of(), "22018"),
        arguments(row(List.of("a"), BIGINT), List.of(1, 2), "22018"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWhatHasNone(RelDataType type, Object value, String sqlState) {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> ParameterCoercion.internal(type, value))
        .satisfies(failure -> assertThat(failure.sqlState()).isEqualTo(sqlState));
  }

  @Test
  void refusesArraysOfTypesThatThereAreNot() {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> ListArray.of("wibble", new Object[0]))
        .satisfies(failure -> assertThat(failure.sqlState()).isEqualTo("22023"));
  }
}
