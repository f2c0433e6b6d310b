package dev.imago.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/** The statements of the test resources, and what parses them. */
final class Statements {
  /** The conformance that accepts most, and {@code ROW(1, 2)}, which it alone leaves out. */
  static final SqlConformance CONFORMANCE =
      new SqlDelegatingConformance(SqlConformanceEnum.BABEL) {
        @Override
        public boolean allowExplicitRowValueConstructor() {
          return true;
        }
      };

  /** The configuration under test. */
  static final SqlParser.Config CONFIG = ParserConfig.of(CONFORMANCE);

  private Statements() {}

  static SqlNode parse(String sql) throws SqlParseException {
    return SqlParser.create(sql, CONFIG).parseStmt();
  }

  /** The statements that must parse. */
  static List<String> accepted() {
    return read("accepted.sql");
  }

  /**
   * Reads statements, one a line. A line that starts with spaces goes on with the statement before;
   * empty lines and lines that start with {@code --} are left out.
   */
  static List<String> read(String resource) {
    List<String> statements = new ArrayList<>();
    for (String line : lines(resource)) {
      if (line.startsWith("  ")) {
        int last = statements.size() - 1;
        statements.set(last, statements.get(last) + "\n" + line);
      } else if (!line.isBlank() && !line.startsWith("--")) {
        statements.add(line);
      }
    }
    return List.copyOf(statements);
  }

  private static List<String> lines(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(Statements.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
