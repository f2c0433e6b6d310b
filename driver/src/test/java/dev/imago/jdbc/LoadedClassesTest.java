package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connecting and browsing load no class of the planner, which would take most of a second. */
@Timeout(120)
class LoadedClassesTest {
  private static final List<String> PLANNER =
      List.of(
          "org.apache.calcite.sql.parser.SqlParser",
          "org.apache.calcite.sql2rel.SqlToRelConverter",
          "org.apache.calcite.plan.volcano.VolcanoPlanner",
          "org.apache.calcite.sql.fun.SqlStdOperatorTable",
          "okhttp3.OkHttpClient");

  @Test
  void connectingAndBrowsingNeedNoPlannerAndNoHttp() throws IOException, InterruptedException {
    List<String> loaded = classesLoadedBy("browse");

    assertThat(loaded)
        .contains("dev.imago.jdbc.ImagoConnection")
        .doesNotContainAnyElementsOf(PLANNER);
  }

  @Test
  void aStatementNeedsThem() throws IOException, InterruptedException {
    assertThat(classesLoadedBy("query")).contains("org.apache.calcite.sql.parser.SqlParser");
  }

  private static List<String> classesLoadedBy(String work)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                Work.class.getName(),
                work)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      List<String> names =
          output.lines().map(line -> line.strip().split(" ", 2)[0]).distinct().toList();
      assertThat(process.waitFor()).isZero();
      return names;
    }
  }

  /** What the other process does. */
  static final class Work {
    private Work() {}

    public static void main(String[] arguments) throws SQLException, ReflectiveOperationException {
      try (Connection connection = DriverManager.getConnection("jdbc:imago:google.project=acme")) {
        browse(connection.getMetaData());
        if (arguments[0].equals("query")) {
          connection.prepareStatement("values 1").close();
        }
      }
    }

    /** Asks everything that there is to ask. */
    private static void browse(DatabaseMetaData metadata)
        throws SQLException, ReflectiveOperationException {
      for (Method method : DatabaseMetaData.class.getMethods()) {
        if (method.getReturnType() == ResultSet.class) {
          read((ResultSet) method.invoke(metadata, all(method.getParameterTypes())));
        }
      }
    }

    private static Object[] all(Class<?>[] types) {
      return Arrays.stream(types)
          .map(type -> type == int.class ? 2 : type == boolean.class ? (Object) true : null)
          .toArray();
    }

    private static void read(ResultSet rows) throws SQLException {
      try (rows) {
        while (rows.next()) {
          rows.getString(1);
        }
      }
    }
  }
}
