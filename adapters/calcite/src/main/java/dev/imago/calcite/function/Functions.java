package dev.imago.calcite.function;

import static org.apache.calcite.sql.fun.SqlLibraryOperators.ARRAY_CONTAINS;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.ARRAY_DISTINCT;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.ARRAY_LENGTH;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.ARRAY_MAX;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.ARRAY_MIN;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.ARRAY_TO_STRING;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.CONTAINS_SUBSTR;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.COUNTIF;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.DATE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.DECODE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.ENDS_WITH;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.FROM_BASE64;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.IF;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.IFNULL;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.INSTR;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.JSON_KEYS;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.JSON_LENGTH;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.JSON_TYPE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.LEVENSHTEIN;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.MAP_CONTAINS_KEY;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.MAP_KEYS;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.MAP_VALUES;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.MAX_BY;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.MIN_BY;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.NOT_RLIKE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.NVL;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.NVL2;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.POW;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.REGEXP_CONTAINS;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.REGEXP_EXTRACT;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.REGEXP_SUBSTR;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.REVERSE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.RLIKE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.SAFE_CAST;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.SPACE;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.TIMESTAMP_MILLIS;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.TIMESTAMP_SECONDS;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.TO_BASE64;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.TRUNC_BIG_QUERY;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.TRY_CAST;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.UNIX_MILLIS;
import static org.apache.calcite.sql.fun.SqlLibraryOperators.UNIX_SECONDS;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.util.SqlOperatorTables;

/**
 * Standard SQL, PostgreSQL's functions, and those of other databases that tools write and that mean
 * the same everywhere. Where databases disagree about a name, PostgreSQL's meaning counts.
 */
public final class Functions {
  /** Calcite's internal functions have names that no statement can call. */
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

  private static final List<SqlOperator> OF_OTHER_DATABASES =
      List.of(
          ARRAY_CONTAINS,
          ARRAY_DISTINCT,
          ARRAY_LENGTH,
          ARRAY_MAX,
          ARRAY_MIN,
          ARRAY_TO_STRING,
          CONTAINS_SUBSTR,
          COUNTIF,
          DATE,
          DECODE,
          ENDS_WITH,
          FROM_BASE64,
          IF,
          IFNULL,
          INSTR,
          JSON_KEYS,
          JSON_LENGTH,
          JSON_TYPE,
          LEVENSHTEIN,
          MAP_CONTAINS_KEY,
          MAP_KEYS,
          MAP_VALUES,
          MAX_BY,
          MIN_BY,
          NOT_RLIKE,
          NVL,
          NVL2,
          POW,
          REGEXP_CONTAINS,
          REGEXP_EXTRACT,
          REGEXP_SUBSTR,
          REVERSE,
          RLIKE,
          SAFE_CAST,
          SPACE,
          TIMESTAMP_MILLIS,
          TIMESTAMP_SECONDS,
          TO_BASE64,
          TRUNC_BIG_QUERY,
          TRY_CAST,
          UNIX_MILLIS,
          UNIX_SECONDS);

  private static final SqlOperatorTable TABLE =
      SqlOperatorTables.chain(
          SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
              SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL),
          SqlOperatorTables.of(OF_OTHER_DATABASES));

  private Functions() {}

  /** All that Calcite has code for, with the operators; {@link FunctionForms} adds others. */
  public static SqlOperatorTable table() {
    return TABLE;
  }

  /** What can be called by a name, in upper case, sorted. */
  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(FunctionForms.names());
    for (SqlOperator operator : TABLE.getOperatorList()) {
      if (operator instanceof SqlFunction && NAME.matcher(operator.getName()).matches()) {
        names.add(operator.getName().toUpperCase(Locale.ROOT));
      }
    }
    return names;
  }
}
