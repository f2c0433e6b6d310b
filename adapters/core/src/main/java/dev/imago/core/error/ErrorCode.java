package dev.imago.core.error;

/**
 * What went wrong, as a stable code. Each code has the SQLState that a client sees and says whether
 * the same statement may succeed when it is simply run again.
 */
public enum ErrorCode {
  SYNTAX("42601"),
  TABLE_NOT_FOUND("42S02"),
  COLUMN_NOT_FOUND("42S22"),
  /** A required parameter is not bound, or the statement has a shape that cannot bind it. */
  PARAMETER_NOT_BOUND("42000"),
  /** The statement is not valid for another reason: types that do not match, unknown functions. */
  INVALID_STATEMENT("42000"),
  /** No cloud is configured at all. */
  NOT_CONFIGURED("42000"),
  TOO_MANY_CALLS("54000"),
  OUTPUT_ONLY_COLUMN("42808"),
  NOT_SUPPORTED("0A000"),
  INVALID_VALUE("22023"),
  INVALID_DATETIME("22007"),
  VALUE_OUT_OF_RANGE("22003"),
  /** A value that does not read as the type that is asked for: "abc" as a number. */
  NOT_CONVERTIBLE("22018"),
  DIVISION_BY_ZERO("22012"),
  /** A computation over rows failed in another way: an overflow, two rows where one may be. */
  COMPUTATION_FAILED("22000"),
  OBJECT_CLOSED("08003"),
  CURSOR_STATE("24000"),
  PARAMETER_NOT_SET("07002"),
  INVALID_INDEX("07009"),
  /** A statement that gives rows, run where only a count is taken. */
  ROWS_NOT_EXPECTED("07003"),
  /** A statement that gives no rows, run where rows are taken. */
  ROWS_EXPECTED("07005"),
  UNKNOWN_PROPERTY("01S00"),
  UNAUTHENTICATED("28000"),
  FORBIDDEN("42501"),
  ABSENT("02000"),
  ALREADY_EXISTS("23505"),
  FINGERPRINT_OUT_OF_DATE("40001"),
  /** A list's 404, or a 404 that names a parent: a mistyped project, for one. */
  PARENT_ABSENT("42704"),
  THROTTLED("53400", true),
  CANNOT_CONNECT("08001", true),
  CONNECTION_LOST("08006", true),
  OUTCOME_UNKNOWN("08007"),
  /**
   * Any other failure of an API: its own error, an unreadable answer, a page token that repeats.
   */
  API_FAILED("HV000"),
  /** A fault of whoever gives credentials, which may go away. */
  SERVICE_FAULT("HV000"),
  /** An API's answer that does not tell a row that is not there from a fault. */
  PERHAPS_ABSENT("HV000"),
  TIMED_OUT("HYT00"),
  CANCELLED("57014"),
  READ_ONLY("25006"),
  /** A description file or a provider is broken. A fault of the product, not of the statement. */
  INVALID_DESCRIPTION("HV000"),
  /** A fault of the product that no other code covers. */
  INTERNAL("XX000");

  private final String sqlState;
  private final boolean isTransient;

  ErrorCode(String sqlState) {
    this(sqlState, false);
  }

  ErrorCode(String sqlState, boolean isTransient) {
    this.sqlState = sqlState;
    this.isTransient = isTransient;
  }

  /** Five characters, as SQL:2016 and ODBC define them. */
  public String sqlState() {
    return sqlState;
  }

  /** Whether running the same statement again, unchanged, may succeed. */
  public boolean isTransient() {
    return isTransient;
  }

  /** Whether an error of a stopped statement says itself what became of the statement. */
  public boolean tellsOfStop() {
    return this == CANCELLED || this == TIMED_OUT || this == OUTCOME_UNKNOWN;
  }
}
