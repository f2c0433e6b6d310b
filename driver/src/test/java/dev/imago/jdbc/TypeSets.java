package dev.imago.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;

/** What a parameter of each type becomes when it is set to a value of each class. */
final class TypeSets {
  private static final List<String> TYPES =
      List.of(
          "bigint",
          "integer",
          "decimal(20, 0)",
          "double",
          "boolean",
          "timestamp",
          "date",
          "time",
          "varchar",
          "varbinary");

  private final Connection connection;

  TypeSets(Connection connection) {
    this.connection = connection;
  }

  /** Sets the parameter. */
  @FunctionalInterface
  private interface Setting {
    void on(PreparedStatement statement) throws SQLException;
  }

  private record Case(String name, Setting setting) {}

  String text() throws SQLException {
    StringBuilder text = new StringBuilder();
    for (String type : TYPES) {
      text.append(type).append('\n');
      try (PreparedStatement statement =
          connection.prepareStatement("select cast(? as " + type + ")")) {
        for (Case each : cases()) {
          text.append("  ").append(each.name()).append(": ");
          text.append(outcome(statement, each.setting())).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String outcome(PreparedStatement statement, Setting setting) {
    try {
      setting.on(statement);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return String.valueOf(rows.getString(1));
      }
    } catch (SQLException failure) {
      return failure.getSQLState();
    }
  }

  /** A name without what the JDK calls its own lists. */
  private static String kind(Object value) {
    return value instanceof List<?>
        ? "List"
        : value instanceof Map<?, ?> ? "Map" : value.getClass().getSimpleName();
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String text :
        List.of(
            "42",
            " 42 ",
            "-1",
            "4.5",
            "1e3",
            "18446744073709551615",
            "18446744073709551616",
            "1e400",
            "1e999999999",
            "1e-999999999",
            "NaN",
            "\u0664\u0662",
            "\u096a\u0968",
            "Istanbul",
            "",
            "TRUE",
            "yes",
            "0",
            "2026-07-01",
            "2026-07-01 12:34:56",
            "2026-07-01 12:34:56.125",
            "2026-07-01T12:34:56.125Z",
            "2026-07-01T14:34:56.125+02:00",
            "2026-02-30",
            "12:34:56",
            "25:00:00",
            "{\"i\": 1}")) {
      cases.add(new Case("setString \"" + text + "\"", set -> set.setString(1, text)));
    }
    for (Object value :
        List.of(
            (byte) 1,
            (short) 2,
            3,
            4L,
            Long.MAX_VALUE,
            4.5f,
            4.5,
            Double.NaN,
            1e300,
            new BigDecimal("4.5"),
            new BigDecimal("42.00"),
            new BigInteger("18446744073709551615"),
            new BigInteger("99999999999999999999999"),
            true,
            'c',
            Date.valueOf("2026-07-01"),
            Time.valueOf("12:34:56"),
            Timestamp.valueOf("2026-07-01 12:34:56.125"),
            LocalDate.of(2026, 7, 1),
            LocalTime.of(12, 34, 56),
            LocalDateTime.of(2026, 7, 1, 12, 34, 56, 125_999_999),
            Instant.parse("2026-07-01T12:34:56.125Z"),
            OffsetDateTime.parse("2026-07-01T14:34:56.125+02:00"),
            ZonedDateTime.parse("2026-07-01T14:34:56.125+02:00[Europe/Berlin]"),
            LocalDate.of(300_000_000, 1, 1),
            UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"),
            List.of(1),
            Map.of("i", 1),
            Thread.State.NEW)) {
      String name = "setObject " + kind(value) + " " + value;
      cases.add(new Case(name, set -> set.setObject(1, value)));
    }
    byte[] bytes = "42".getBytes(StandardCharsets.UTF_8);
    cases.add(new Case("setBytes 42", set -> set.setBytes(1, bytes)));
    cases.add(new Case("setNull", set -> set.setNull(1, Types.VARCHAR)));
    cases.add(new Case("setObject null", set -> set.setObject(1, null)));
    cases.add(new Case("setObject \"42\", INTEGER", set -> set.setObject(1, "42", Types.INTEGER)));
    Timestamp noon = new Timestamp(Instant.parse("2026-07-01T12:00:00Z").toEpochMilli());
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    cases.add(new Case("setTimestamp noon, Tokyo", set -> set.setTimestamp(1, noon, tokyo)));
    Date day = new Date(noon.getTime());
    cases.add(new Case("setDate noon, Tokyo", set -> set.setDate(1, day, tokyo)));
    Time time = new Time(noon.getTime());
    cases.add(new Case("setTime noon, Tokyo", set -> set.setTime(1, time, tokyo)));
    return cases;
  }
}
