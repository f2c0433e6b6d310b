package dev.imago.onejar;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that has the jar on its class path, and nothing else of the project. */
final class UsingProgram {
  /** Reads every cloud; asks for generated code, JSON, hashing, and a parser of its own. */
  static final String QUERY =
      """
      select provider, count(*) as images,
        json_value('{"a": [1, 2]}', 'lax $.a[1]') as json,
        md5(provider) is null as unhashed,
        max(created_at) > timestamp '2000-01-01 00:00:00' as recent
      from images
      where location is null or lower(location) not like '%nowhere'
      group by provider
      order by provider""";

  static final String ANSWER =
      """
      google 18 2 false true
      huawei 10 2 false true
      opentelekom 14 2 false true
      yandex 16 2 false true
      """;

  private UsingProgram() {}

  /** Prints the answer, and the drivers that are registered. The argument is the URL. */
  public static void main(String[] arguments) throws SQLException {
    PrintStream output = System.out;
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      output.print(answer(connection));
    }
    DriverManager.drivers().map(Driver::getClass).map(Class::getName).forEach(output::println);
  }

  /** The rows, each a line. */
  static String answer(Connection connection) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        text.append(rows.getString(1));
        for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
          text.append(' ').append(rows.getString(i));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }
}
