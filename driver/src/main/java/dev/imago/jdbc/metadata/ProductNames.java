package dev.imago.jdbc.metadata;

import dev.imago.jdbc.contract.Unwrapping;
import java.sql.Connection;
import java.sql.ResultSet;

/** What the product is called, and what it calls things. */
abstract class ProductNames extends Limits implements Unwrapping {
  private static final String NAME = "Imago";

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
    return "action";
  }

  @Override
  public final String getCatalogSeparator() {
    return ".";
  }

  /** Words that this parser reserves and SQL:2003 does not. */
  @Override
  public final String getSQLKeywords() {
    return "EXEC,ILIKE,QUALIFY";
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
