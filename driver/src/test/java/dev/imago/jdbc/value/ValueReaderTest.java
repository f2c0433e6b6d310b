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

import dev.imago.core.error.ImagoException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {
  private static final long EVENING = Instant.parse("2023-11-14T22:13:20.5Z").toEpochMilli();
  private static final RelDataType DEPRECATED =
      row(List.of("state", "replaced", "by"), VARCHAR, TIMESTAMP, VARCHAR);

  @Test
  void readsATimestampAsTheUtcWallClock() {
    ValueReader reader = new ValueReader(TIMESTAMP, false);

    assertThat(reader.text(EVENING)).isEqualTo("2023-11-14 22:13:20.500");
    assertThat(reader.object(EVENING)).isEqualTo(Timestamp.valueOf("2023-11-14 22:13:20.5"));
    assertThat(as(TIMESTAMP, EVENING, LocalDateTime.class)).isEqualTo("2023-11-14T22:13:20.5");
    assertThat(as(TIMESTAMP, EVENING, LocalDate.class)).isEqualTo("2023-11-14");
    assertThat(as(TIMESTAMP, EVENING, LocalTime.class)).isEqualTo("22:13:20.5");
    assertThat(as(TIMESTAMP, EVENING, java.util.Date.class))
        .isEqualTo(Timestamp.valueOf("2023-11-14 22:13:20.5"));
  }

  @Test
  void readsATimestampAsTheInstant() {
    Instant instant = Instant.ofEpochMilli(EVENING);

    assertThat(as(TIMESTAMP, EVENING, Instant.class)).isEqualTo(instant);
    assertThat(as(TIMESTAMP, EVENING, OffsetDateTime.class))
        .isEqualTo(instant.atOffset(ZoneOffset.UTC));
    assertThat(as(TIMESTAMP, EVENING, ZonedDateTime.class))
        .isEqualTo(instant.atZone(ZoneOffset.UTC));
  }

  @Test
  void readsTimesBefore1970() {
    assertThat(new ValueReader(TIMESTAMP, false).text(-1L)).isEqualTo("1969-12-31 23:59:59.999");
    assertThat(new ValueReader(DATE, false).text(-1)).isEqualTo("1969-12-31");
    assertThat(new ValueReader(TIMESTAMP, false).text(-62_135_596_800_000L))
        .isEqualTo("0001-01-01 00:00:00.000");
  }

  @Test
  void writesEveryDigitOfATimestamp() {
    long millis = Instant.parse("2001-02-03T04:05:06.007Z").toEpochMilli();

    assertThat(new ValueReader(TIMESTAMP, false).text(millis)).isEqualTo("2001-02-03 04:05:06.007");
    assertThat(new ValueReader(TIMESTAMP, false).text(millis + 91))
        .isEqualTo("2001-02-03 04:05:06.098");
  }

  @Test
  void readsDatesAndTimes() {
    assertThat(new ValueReader(DATE, false).object(0))
        .isEqualTo(java.sql.Date.valueOf("1970-01-01"));
    assertThat(as(DATE, 0, Instant.class)).isEqualTo(Instant.EPOCH);
    assertThat(new ValueReader(TIME, false).text(1500)).isEqualTo("00:00:01.500");
    assertThat(as(TIME, 1500, LocalTime.class)).isEqualTo("00:00:01.5");
  }

  @Test
  void readsNumbersAsWhateverTheyFitInto() {
    assertThat(new ValueReader(BIGINT, false).object(5L)).isEqualTo(5L);
    assertThat(new ValueReader(TestTypes.of(SqlTypeName.SMALLINT), false).object((short) 5))
        .isEqualTo(5);
    assertThat(as(BIGINT, 5L, Integer.class)).isEqualTo(5);
    assertThat(as(BIGINT, 5L, BigDecimal.class)).isEqualTo(new BigDecimal(5));
    assertThat(as(BIGINT, 0L, Boolean.class)).isFalse();
    assertThat(as(BOOLEAN, true, Integer.class)).isEqualTo(1);
    assertThat(as(DOUBLE, 2.9, Long.class)).isEqualTo(2L);
    assertThat(as(VARCHAR, " 42 ", Long.class)).isEqualTo(42L);
    assertThat(as(VARCHAR, "YES", Boolean.class)).isTrue();
    assertThat(as(DECIMAL_20, new BigDecimal("18446744073709551615"), String.class))
        .isEqualTo("18446744073709551615");
    assertThat(as(DECIMAL_20, new BigDecimal("1E+3"), String.class)).isEqualTo("1000");
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    assertFails("22003", BIGINT, 1L << 40, Integer.class);
    assertFails("22003", INTEGER, 40_000, Short.class);
    assertFails("22003", DECIMAL_20, new BigDecimal("18446744073709551615"), Long.class);
    assertFails("22003", DOUBLE, Double.NaN, Long.class);
  }

  @Test
  void refusesWhatIsNoSuchValue() {
    assertFails("22018", VARCHAR, "abc", Long.class);
    assertFails("22018", VARCHAR, "perhaps", Boolean.class);
    assertFails("22007", VARCHAR, "yesterday", Instant.class);
    assertFails("22018", BIGINT, 1L, Instant.class);
    assertFails("22018", TIMESTAMP, EVENING, Long.class);
    assertFails("22018", VARCHAR, "a", List.class);
    assertFails("22018", VARCHAR, "a", Thread.class);
    assertFails("22018", VARCHAR, "no-uuid", java.util.UUID.class);
  }

  @Test
  void readsBytes() {
    assertThat(as(VARBINARY, new ByteString(new byte[] {1, 127}), byte[].class))
        .containsExactly(1, 127);
    assertThat(as(VARBINARY, new ByteString(new byte[] {1, 127}), String.class)).isEqualTo("017f");
  }

  @Test
  void readsARowAsStructMapAndJson() throws SQLException {
    Object[] deprecated = {"DEPRECATED", EVENING, null};
    Struct struct = as(DEPRECATED, deprecated, Struct.class);

    assertThat(struct.getAttributes())
        .containsExactly("DEPRECATED", Timestamp.valueOf("2023-11-14 22:13:20.5"), null);
    assertThat(struct)
        .hasToString("{\"state\":\"DEPRECATED\",\"replaced\":\"2023-11-14T22:13:20.500Z\"}");
    assertThat(as(DEPRECATED, deprecated, Map.class).get("state")).isEqualTo("DEPRECATED");
    assertThat(as(DEPRECATED, deprecated, Map.class).get("by")).isNull();
    assertThat(as(DEPRECATED, Arrays.asList(deprecated), Struct.class)).isEqualTo(struct);
  }

  @Test
  void readsAnArrayAsArrayListAndJson() throws SQLException {
    RelDataType disks = array(row(List.of("gb", "labels"), BIGINT, map(VARCHAR, VARCHAR)));
    List<Object[]> value =
        List.of(new Object[] {10L, Map.of("env", "a\"b")}, new Object[] {null, null});

    assertThat(as(disks, value, String.class))
        .isEqualTo("[{\"gb\":10,\"labels\":{\"env\":\"a\\\"b\"}},{}]");
    assertThat(as(disks, value, List.class).size()).isEqualTo(2);
    Array array = as(disks, value, Array.class);
    assertThat(array.getBaseTypeName()).isEqualTo("ROW");
    assertThat((Object[]) array.getArray(2, 5)).hasSize(1);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> array.getArray(0, 1))
        .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo("07009"));
  }

  @Test
  void showsNullInsideOfArraysAndMaps() {
    assertThat(as(array(BIGINT), Arrays.asList(1L, null), String.class)).isEqualTo("[1,null]");
    assertThat(
            as(map(VARCHAR, BOOLEAN), java.util.Collections.singletonMap("k", null), String.class))
        .isEqualTo("{\"k\":null}");
  }

  @Test
  void readsNestedValuesAsTextWhereToolsKnowNoOthers() {
    ValueReader reader = new ValueReader(array(BIGINT), true);

    assertThat(reader.object(List.of(1L, 2L))).isEqualTo("[1,2]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-11-14 22:13:20.5",
        "2023-11-14T22:13:20.5",
        "2023-11-14T22:13:20.500Z",
        "2023-11-14t23:13:20.5+01:00",
        " 2023-11-14 22:13:20.500999 "
      })
  void readsATextAsTimestamp(String text) {
    assertThat(as(VARCHAR, text, Timestamp.class).toString()).startsWith("2023-11-14 22:13:20.5");
  }

  @Test
  void readsADateTextAsMidnight() {
    assertThat(as(VARCHAR, "2023-11-14", LocalDateTime.class)).isEqualTo("2023-11-14T00:00");
  }

  private static <T> T as(RelDataType type, Object value, Class<T> target) {
    return JavaClasses.read(new ValueReader(type, false), value, target);
  }

  private static void assertFails(
      String sqlState, RelDataType type, Object value, Class<?> target) {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> as(type, value, target))
        .satisfies(failure -> assertThat(failure.sqlState()).isEqualTo(sqlState));
  }
}
