package dev.imago.jdbc.metadata;

import dev.imago.jdbc.contract.Unwrapping;
import java.sql.Connection;
import java.sql.ResultSet;

/** What the product is called, and what it calls things. */
abstract class ProductNames extends Limits implements Unwrapping {
  private static final String NAME = "Imago";

  private static final String KEYWORDS =
      "ALLOW,ARRAY_MAX_CARDINALITY,ASOF,BEGIN_FRAME,BEGIN_PARTITION,CLASSIFIER,"
          + "CURRENT_CATALOG,CURRENT_ROW,CURRENT_SCHEMA,DEFINE,DISALLOW,END_FRAME,"
          + "END_PARTITION,EQUALS,EXPLAIN,EXTEND,FIRST_VALUE,FRAME_ROW,FRIDAY,JSON_ARRAY,"
          + "JSON_ARRAYAGG,JSON_EXISTS,JSON_OBJECT,JSON_OBJECTAGG,JSON_QUERY,JSON_SCOPE,"
          + "JSON_VALUE,LAG,LAST_VALUE,LEAD,LIKE_REGEX,LIMIT,MATCH_CONDITION,MATCH_NUMBER,"
          + "MATCH_RECOGNIZE,MEASURE,MEASURES,MINUS,MONDAY,NTH_VALUE,NTILE,"
          + "OCCURRENCES_REGEX,OFFSET,OMIT,ONE,PER,PERMUTE,PORTION,POSITION_REGEX,PRECEDES,"
          + "PREV,QUALIFY,RESET,RUNNING,SAFE_CAST,SAFE_OFFSET,SAFE_ORDINAL,SATURDAY,SEEK,"
          + "SHOW,SKIP,STREAM,SUBSET,SUBSTRING_REGEX,SUCCEEDS,SUNDAY,SYSTEM_TIME,THURSDAY,"
          + "TINYINT,TRANSLATE_REGEX,TRIM_ARRAY,TRUNCATE,TRY_CAST,TUESDAY,UNSIGNED,UPSERT,"
          + "VALUE_OF,VARBINARY,VARIANT,VERSIONING,WEDNESDAY";

  // Calcite's SqlJdbcFunctionCall has these lists too, but reading them there loads the planner.
  private static final String NUMERIC_FUNCTIONS =
      "ABS,ACOS,ASIN,ATAN,ATAN2,CBRT,CEILING,COS,COT,DEGREES,EXP,FLOOR,LOG,LOG10,MOD,PI,POWER,"
          + "RADIANS,RAND,ROUND,SIGN,SIN,SQRT,TAN,TRUNCATE";
  private static final String STRING_FUNCTIONS =
      "ASCII,CHAR,CONCAT,DIFFERENCE,INSERT,LCASE,LEFT,LENGTH,LOCATE,LTRIM,REPEAT,REPLACE,RIGHT,"
          + "RTRIM,SOUNDEX,SPACE,SUBSTRING,UCASE";
  private static final String TIME_DATE_FUNCTIONS =
      "CONVERT_TIMEZONE,CURDATE,CURTIME,DAYNAME,DAYOFMONTH,DAYOFWEEK,DAYOFYEAR,HOUR,MINUTE,MONTH,"
          + "MONTHNAME,NOW,QUARTER,SECOND,TIMESTAMPADD,TIMESTAMPDIFF,TO_DATE,TO_TIMESTAMP,WEEK,"
          + "YEAR";
  private static final String SYSTEM_FUNCTIONS = "CONVERT,DATABASE,IFNULL,USER";

  private final Product product;

  ProductNames(Product product) {
    this.product = product;
  }

  @Override
  public final String getURL() {
    return product.url();
  }

  @Override
  public final String getUserName() {
    return product.user();
  }

  @Override
  public final String getDatabaseProductName() {
    return NAME;
  }

  @Override
  public final String getDatabaseProductVersion() {
    return product.version();
  }

  @Override
  public final String getDriverName() {
    return NAME + " JDBC Driver";
  }

  @Override
  public final String getDriverVersion() {
    return product.version();
  }

  @Override
  public final int getDatabaseMajorVersion() {
    return product.majorVersion();
  }

  @Override
  public final int getDatabaseMinorVersion() {
    return product.minorVersion();
  }

  @Override
  public final int getDriverMajorVersion() {
    return product.majorVersion();
  }

  @Override
  public final int getDriverMinorVersion() {
    return product.minorVersion();
  }

  @Override
  public final String getIdentifierQuoteString() {
    return "\"";
  }

  @Override
  public final String getSearchStringEscape() {
    return String.valueOf(LikePattern.ESCAPE);
  }

  @Override
  public final String getExtraNameCharacters() {
    return "$";
  }

  @Override
  public final String getCatalogTerm() {
    return "provider";
  }

  @Override
  public final String getSchemaTerm() {
    return "service";
  }

  @Override
  public final String getProcedureTerm() {
    return "method";
  }

  @Override
  public final String getCatalogSeparator() {
    return ".";
  }

  /** The reserved words that are no key words of SQL:2003. */
  @Override
  public final String getSQLKeywords() {
    return KEYWORDS;
  }

  /** The functions that {@code {fn}} takes. */
  @Override
  public final String getNumericFunctions() {
    return NUMERIC_FUNCTIONS;
  }

  @Override
  public final String getStringFunctions() {
    return STRING_FUNCTIONS;
  }

  @Override
  public final String getSystemFunctions() {
    return SYSTEM_FUNCTIONS;
  }

  @Override
  public final String getTimeDateFunctions() {
    return TIME_DATE_FUNCTIONS;
  }

  @Override
  public final boolean supportsTransactionIsolationLevel(int level) {
    return level == Connection.TRANSACTION_NONE;
  }

  @Override
  public final boolean supportsResultSetType(int type) {
    return type == ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public final boolean supportsResultSetConcurrency(int type, int concurrency) {
    return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public final boolean supportsResultSetHoldability(int holdability) {
    return holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }
}
