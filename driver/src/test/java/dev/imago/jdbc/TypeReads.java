package dev.imago.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each getter gives for a value of each type. */
final class TypeReads {
  private static final List<String> VALUES =
      List.of(
          "cast(null as bigint)",
          "cast(42 as bigint)",
          "cast(9007199254740993 as bigint)",
          "cast(18446744073709551615 as decimal(20, 0))",
          "cast(0.1 as double)",
          "cast(1e300 as double)",
          "true",
          "timestamp '2026-07-01 12:34:56.125'",
          "date '2026-07-01'",
          "time '12:34:56'",
          "'Istanbul'",
          "' 42 '",
          "'18446744073709551616'",
          "'1e400'",
          "'1e999999999'",
          "'2026-02-30'",
          "'2026-07-01T14:34:56.125+02:00'",
          "'TRUE'",
          "x'4a4b'",
          "row(1, 'I')",
          "array['a', 'I']",
          "map['i', 1]");

  private static final List<Class<?>> CLASSES =
      List.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class,
          byte[].class,
          Date.class,
          Time.class,
          Timestamp.class,
          java.util.Date.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          Instant.class,
          OffsetDateTime.class,
          ZonedDateTime.class,
          UUID.class,
          Array.class,
          List.class,
          Map.class,
          Struct.class,
          Thread.class);

  private final Connection connection;

  TypeReads(Connection connection) {
    this.connection = connection;
  }

  String text() throws SQLException, ReflectiveOperationException, IOException {
    StringBuilder text = new StringBuilder();
    try (Statement statement = connection.createStatement()) {
      for (String value : VALUES) {
        text.append(value).append('\n');
        try (ResultSet rows = statement.executeQuery("select " + value)) {
          rows.next();
          read(rows, text);
        }
      }
    }
    return text.toString();
  }

  private static void read(ResultSet rows, StringBuilder text)
      throws ReflectiveOperationException, IOException {
    List<Method> getters =
        Arrays.stream(ResultSet.class.getMethods())
            .filter(method -> method.getName().startsWith("get"))
            .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {int.class}))
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    for (Method getter : getters) {
      line(text, getter.getName(), call(getter, rows, 1));
    }
    Method classes = ResultSet.class.getMethod("getObject", int.class, Class.class);
    for (Class<?> type : CLASSES) {
      line(text, type.getTypeName(), call(classes, rows, 1, type));
    }
  }

  private static void line(StringBuilder text, String name, String outcome) {
    text.append("  ").append(name).append(": ").append(outcome).append('\n');
  }

  private static String call(Method getter, ResultSet rows, Object... arguments)
      throws IllegalAccessException, IOException {
    try {
      return describe(getter.invoke(rows, arguments));
    } catch (InvocationTargetException failure) {
      return failure.getCause() instanceof SQLException known
          ? known.getSQLState()
          : String.valueOf(failure.getCause());
    } catch (SQLException failure) {
      return failure.getSQLState();
    }
  }

  /** The value as text that depends on nothing but the value. */
  static String describe(@Nullable Object value) throws IOException, SQLException {
    if (value instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    }
    if (value instanceof InputStream stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (value instanceof Reader reader) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    }
    if (value instanceof Array array) {
      return "Array" + Arrays.deepToString((Object[]) array.getArray());
    }
    if (value instanceof Struct struct) {
      return "Struct" + Arrays.deepToString(struct.getAttributes());
    }
    return String.valueOf(value);
  }
}
