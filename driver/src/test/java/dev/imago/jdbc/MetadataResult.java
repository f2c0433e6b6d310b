package dev.imago.jdbc;

import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the Javadoc of {@link java.sql.DatabaseMetaData} says of each method that gives rows: the
 * columns, and the columns that the rows are ordered by. A column is a VARCHAR, or of the type that
 * follows its name.
 */
enum MetadataResult {
  GET_ATTRIBUTES(
      "TYPE_CAT, TYPE_SCHEM, TYPE_NAME, ATTR_NAME, DATA_TYPE int, ATTR_TYPE_NAME, ATTR_SIZE int,"
          + " DECIMAL_DIGITS int, NUM_PREC_RADIX int, NULLABLE int, REMARKS, ATTR_DEF,"
          + " SQL_DATA_TYPE int, SQL_DATETIME_SUB int, CHAR_OCTET_LENGTH int,"
          + " ORDINAL_POSITION int, IS_NULLABLE, SCOPE_CATALOG, SCOPE_SCHEMA, SCOPE_TABLE,"
          + " SOURCE_DATA_TYPE short",
      "TYPE_CAT, TYPE_SCHEM, TYPE_NAME, ORDINAL_POSITION"),
  GET_BEST_ROW_IDENTIFIER(
      "SCOPE short, COLUMN_NAME, DATA_TYPE int, TYPE_NAME, COLUMN_SIZE int, BUFFER_LENGTH int,"
          + " DECIMAL_DIGITS short, PSEUDO_COLUMN short",
      "SCOPE"),
  GET_CATALOGS("TABLE_CAT", "TABLE_CAT"),
  GET_CLIENT_INFO_PROPERTIES("NAME, MAX_LEN int, DEFAULT_VALUE, DESCRIPTION", "NAME"),
  GET_COLUMN_PRIVILEGES(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, GRANTOR, GRANTEE, PRIVILEGE, IS_GRANTABLE",
      "COLUMN_NAME, PRIVILEGE"),
  GET_COLUMNS(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, DATA_TYPE int, TYPE_NAME,"
          + " COLUMN_SIZE int, BUFFER_LENGTH int, DECIMAL_DIGITS int, NUM_PREC_RADIX int,"
          + " NULLABLE int, REMARKS, COLUMN_DEF, SQL_DATA_TYPE int, SQL_DATETIME_SUB int,"
          + " CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE, SCOPE_CATALOG,"
          + " SCOPE_SCHEMA, SCOPE_TABLE, SOURCE_DATA_TYPE short, IS_AUTOINCREMENT,"
          + " IS_GENERATEDCOLUMN",
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, ORDINAL_POSITION"),
  GET_CROSS_REFERENCE(
      "PKTABLE_CAT, PKTABLE_SCHEM, PKTABLE_NAME, PKCOLUMN_NAME, FKTABLE_CAT, FKTABLE_SCHEM,"
          + " FKTABLE_NAME, FKCOLUMN_NAME, KEY_SEQ short, UPDATE_RULE short, DELETE_RULE short,"
          + " FK_NAME, PK_NAME, DEFERRABILITY short",
      "FKTABLE_CAT, FKTABLE_SCHEM, FKTABLE_NAME, KEY_SEQ"),
  GET_EXPORTED_KEYS(
      GET_CROSS_REFERENCE.columns, "FKTABLE_CAT, FKTABLE_SCHEM, FKTABLE_NAME, KEY_SEQ"),
  GET_FUNCTION_COLUMNS(
      "FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, COLUMN_NAME, COLUMN_TYPE short,"
          + " DATA_TYPE int, TYPE_NAME, PRECISION int, LENGTH int, SCALE short, RADIX short,"
          + " NULLABLE short, REMARKS, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE,"
          + " SPECIFIC_NAME",
      "FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, SPECIFIC_NAME"),
  GET_FUNCTIONS(
      "FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, REMARKS, FUNCTION_TYPE short, SPECIFIC_NAME",
      "FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, SPECIFIC_NAME"),
  GET_IMPORTED_KEYS(
      GET_CROSS_REFERENCE.columns, "PKTABLE_CAT, PKTABLE_SCHEM, PKTABLE_NAME, KEY_SEQ"),
  GET_INDEX_INFO(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, NON_UNIQUE boolean, INDEX_QUALIFIER, INDEX_NAME,"
          + " TYPE short, ORDINAL_POSITION short, COLUMN_NAME, ASC_OR_DESC, CARDINALITY long,"
          + " PAGES long, FILTER_CONDITION",
      "NON_UNIQUE, TYPE, INDEX_NAME, ORDINAL_POSITION"),
  GET_PRIMARY_KEYS(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, KEY_SEQ short, PK_NAME", "COLUMN_NAME"),
  GET_PROCEDURE_COLUMNS(
      "PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, COLUMN_NAME, COLUMN_TYPE short,"
          + " DATA_TYPE int, TYPE_NAME, PRECISION int, LENGTH int, SCALE short, RADIX short,"
          + " NULLABLE short, REMARKS, COLUMN_DEF, SQL_DATA_TYPE int, SQL_DATETIME_SUB int,"
          + " CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE, SPECIFIC_NAME",
      "PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, SPECIFIC_NAME, COLUMN_TYPE,"
          + " ORDINAL_POSITION"),
  GET_PROCEDURES(
      "PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, RESERVED1, RESERVED2, RESERVED3, REMARKS,"
          + " PROCEDURE_TYPE short, SPECIFIC_NAME",
      "PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, SPECIFIC_NAME"),
  GET_PSEUDO_COLUMNS(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, DATA_TYPE int, COLUMN_SIZE int,"
          + " DECIMAL_DIGITS int, NUM_PREC_RADIX int, COLUMN_USAGE, REMARKS,"
          + " CHAR_OCTET_LENGTH int, IS_NULLABLE",
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME"),
  GET_SCHEMAS("TABLE_SCHEM, TABLE_CATALOG", "TABLE_CATALOG, TABLE_SCHEM"),
  GET_SUPER_TABLES("TABLE_CAT, TABLE_SCHEM, TABLE_NAME, SUPERTABLE_NAME", "TABLE_NAME"),
  GET_SUPER_TYPES(
      "TYPE_CAT, TYPE_SCHEM, TYPE_NAME, SUPERTYPE_CAT, SUPERTYPE_SCHEM, SUPERTYPE_NAME",
      "TYPE_NAME"),
  GET_TABLE_PRIVILEGES(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, GRANTOR, GRANTEE, PRIVILEGE, IS_GRANTABLE",
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, PRIVILEGE"),
  GET_TABLES(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, TABLE_TYPE, REMARKS, TYPE_CAT, TYPE_SCHEM, TYPE_NAME,"
          + " SELF_REFERENCING_COL_NAME, REF_GENERATION",
      "TABLE_TYPE, TABLE_CAT, TABLE_SCHEM, TABLE_NAME"),
  GET_TABLE_TYPES("TABLE_TYPE", "TABLE_TYPE"),
  GET_TYPE_INFO(
      "TYPE_NAME, DATA_TYPE int, PRECISION int, LITERAL_PREFIX, LITERAL_SUFFIX, CREATE_PARAMS,"
          + " NULLABLE short, CASE_SENSITIVE boolean, SEARCHABLE short,"
          + " UNSIGNED_ATTRIBUTE boolean, FIXED_PREC_SCALE boolean, AUTO_INCREMENT boolean,"
          + " LOCAL_TYPE_NAME, MINIMUM_SCALE short, MAXIMUM_SCALE short, SQL_DATA_TYPE int,"
          + " SQL_DATETIME_SUB int, NUM_PREC_RADIX int",
      "DATA_TYPE"),
  GET_U_D_TS(
      "TYPE_CAT, TYPE_SCHEM, TYPE_NAME, CLASS_NAME, DATA_TYPE int, REMARKS, BASE_TYPE short",
      "DATA_TYPE, TYPE_CAT, TYPE_SCHEM, TYPE_NAME"),
  GET_VERSION_COLUMNS(GET_BEST_ROW_IDENTIFIER.columns, "SCOPE");

  private final String columns;
  private final String order;

  MetadataResult(String columns, String order) {
    this.columns = columns;
    this.order = order;
  }

  /** What is said of the method of that name. */
  static MetadataResult of(String method) {
    return valueOf(method.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
  }

  /** Each as its name and the code of its type. */
  List<String> columns() {
    return Arrays.stream(columns.split(", ")).map(MetadataResult::column).toList();
  }

  private static String column(String text) {
    String[] words = text.split(" ", 2);
    return words[0] + " " + (words.length == 1 ? Types.VARCHAR : code(words[1]));
  }

  private static int code(String type) {
    return switch (type) {
      case "int" -> Types.INTEGER;
      case "short" -> Types.SMALLINT;
      case "long" -> Types.BIGINT;
      case "boolean" -> Types.BOOLEAN;
      default -> throw new IllegalArgumentException(type);
    };
  }

  /** The names of the columns that the rows are ordered by. */
  List<String> order() {
    return List.of(order.split(", "));
  }
}
