package dev.imago.jdbc.contract;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Values that a program can hand over, and that fail when they are looked at. */
final class HostileArguments {
  private static final Set<Class<?>> OTHER_DRIVERS =
      Set.of(
          Array.class,
          Struct.class,
          Clob.class,
          NClob.class,
          Blob.class,
          Ref.class,
          RowId.class,
          SQLXML.class);

  private HostileArguments() {}

  static @Nullable Object of(Class<?> type) {
    if (OTHER_DRIVERS.contains(type)) {
      return failing(type);
    }
    return switch (type.getName()) {
      case "int" -> -1;
      case "long" -> 1L;
      case "short" -> (short) -1;
      case "byte" -> (byte) -1;
      case "char" -> 'x';
      case "boolean" -> true;
      case "float" -> Float.NaN;
      case "double" -> Double.NEGATIVE_INFINITY;
      case "java.lang.String" -> "";
      case "java.lang.Object" -> new Object();
      case "java.lang.Class" -> int.class;
      case "[I" -> new int[] {-5, 0};
      case "[B" -> new byte[0];
      case "[Ljava.lang.String;" -> new String[] {null, ""};
      case "[Ljava.lang.Object;" -> new Object[] {null, new Object()};
      case "java.math.BigDecimal" -> new BigDecimal("1e999999999");
      case "java.sql.Date" -> new Date(Long.MAX_VALUE);
      case "java.sql.Time" -> new Time(Long.MIN_VALUE);
      case "java.sql.Timestamp" -> new Timestamp(Long.MAX_VALUE);
      case "java.util.Calendar" -> Calendar.getInstance();
      case "java.util.Map" -> Map.of("name", Thread.class);
      case "java.util.Properties" -> oddProperties();
      case "java.sql.SQLType" -> JDBCType.ARRAY;
      case "java.util.concurrent.Executor" -> refusing();
      case "java.io.InputStream" -> closed(InputStream.nullInputStream());
      case "java.io.Reader" -> closed(Reader.nullReader());
      default -> null;
    };
  }

  /** An object of another driver, whose every method fails, with no SQLState. */
  private static Object failing(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader() == null
            ? HostileArguments.class.getClassLoader()
            : type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("hashCode") ? 1 : type.getName();
          }
          throw new SQLException("another driver fails");
        });
  }

  private static Properties oddProperties() {
    Properties properties = new Properties();
    properties.put(new Object(), new Object());
    properties.put("maxCalls", 5);
    return properties;
  }

  private static Executor refusing() {
    return task -> {
      throw new RejectedExecutionException("no task is taken");
    };
  }

  /** A stream that is closed, and so fails when it is read. */
  private static Object closed(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    return stream;
  }
}
