package dev.imago.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls every method of a JDBC interface with plain, with absurd and with hostile arguments.
 * Whatever happens, it is an answer or an {@link SQLException} with an SQLState.
 */
public final class JdbcContract {
  private JdbcContract() {}

  /** What makes the object that the next method is called on. */
  @FunctionalInterface
  public interface Subject {
    Object make() throws SQLException;
  }

  /** Calls each method on an object of its own, so that one cannot close it for the next. */
  public static void check(Class<?> type, Subject subject, Set<String> without)
      throws SQLException, IllegalAccessException {
    List<String> faults = new ArrayList<>();
    for (Method method : methods(type, without)) {
      for (Object[] arguments : List.of(plain(method), absurd(method), hostile(method))) {
        String fault = call(subject.make(), method, arguments);
        if (fault != null) {
          faults.add(fault);
        }
      }
    }
    assertThat(faults).as(type.getName()).isEmpty();
  }

  private static List<Method> methods(Class<?> type, Set<String> without) {
    List<Method> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> !java.lang.reflect.Modifier.isStatic(method.getModifiers()))
            .filter(method -> !without.contains(method.getName()))
            .sorted(Comparator.comparing(Method::toString))
            .toList();
    assertThat(methods).isNotEmpty();
    return methods;
  }

  private static @Nullable String call(Object target, Method method, Object[] arguments)
      throws IllegalAccessException {
    try {
      method.invoke(target, arguments);
      return null;
    } catch (InvocationTargetException thrown) {
      Throwable failure = thrown.getCause();
      if (failure instanceof SQLException known && known.getSQLState() != null) {
        return null;
      }
      return method + " with " + Arrays.toString(arguments) + ": " + failure;
    }
  }

  private static Object[] plain(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(JdbcContract::plain).toArray();
  }

  private static @Nullable Object plain(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == String.class) {
      return "name";
    }
    if (type == Class.class) {
      return String.class;
    }
    if (type == Object.class) {
      return "value";
    }
    return type.isPrimitive() ? zero(type) : null;
  }

  private static Object[] absurd(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(JdbcContract::absurd).toArray();
  }

  private static @Nullable Object absurd(Class<?> type) {
    if (type == int.class) {
      return Integer.MIN_VALUE;
    }
    if (type == long.class) {
      return Long.MIN_VALUE;
    }
    if (type == Class.class) {
      return Thread.class;
    }
    return type.isPrimitive() ? zero(type) : null;
  }

  private static Object[] hostile(Method method) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = Arrays.stream(types).map(HostileArguments::of).toArray();
    if (types.length > 1 && types[0] == int.class) {
      arguments[0] = 1;
    }
    return arguments;
  }

  private static Object zero(Class<?> primitive) {
    return Array.get(Array.newInstance(primitive, 1), 0);
  }
}
