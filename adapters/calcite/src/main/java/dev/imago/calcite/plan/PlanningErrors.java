package dev.imago.calcite.plan;

import dev.imago.calcite.function.Functions;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.error.NearestName;
import java.util.Locale;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.validate.SqlValidatorException;
import org.jspecify.annotations.Nullable;

/** Turns what Calcite throws while a statement is planned into errors with a code. */
final class PlanningErrors {
  private static final Pattern TABLE_NOT_FOUND =
      Pattern.compile("(Object|Table) '.*' not found.*", Pattern.DOTALL);
  private static final Pattern COLUMN_NOT_FOUND =
      Pattern.compile("(Column|Unknown field) '.*' ?(not found.*)?", Pattern.DOTALL);

  private static final Pattern INVALID_DATETIME =
      Pattern.compile(
          "Illegal (DATE|TIME|TIMESTAMP) literal ('.*'): not in format '(.*)'", Pattern.DOTALL);

  private static final Pattern SUBTRACTED_TIMES =
      Pattern.compile(
          "Cannot apply '-' to arguments of type '<(DATE|TIMESTAMP)[^>]*> - <(DATE|TIMESTAMP)[^>]*>'.*",
          Pattern.DOTALL);

  private static final Pattern UNKNOWN_FUNCTION =
      Pattern.compile("No match found for function signature (\\w+)(\\(.*\\))?", Pattern.DOTALL);

  private PlanningErrors() {}

  /** Anything else that planning can throw. */
  static ImagoException translate(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImagoException known) {
        return known;
      }
    }
    if (error instanceof CalciteContextException located) {
      return located(located);
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof CalciteException || cause instanceof SqlValidatorException) {
        return new ImagoException(code(text(cause)), words(text(cause)), error);
      }
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError) {
        return new ImagoException(
            ErrorCode.NOT_SUPPORTED, "the statement is nested too deeply", error);
      }
    }
    return InternalErrors.of("the statement cannot be planned", error);
  }

  private static ImagoException located(CalciteContextException error) {
    String what = text(error.getCause() == null ? error : error.getCause());
    String where =
        error.getPosLine() > 0
            ? "line " + error.getPosLine() + ", column " + error.getPosColumn() + ": "
            : "";
    return new ImagoException(code(what), where + words(what), error);
  }

  private static String text(Throwable error) {
    String message = error.getMessage();
    return message == null ? error.toString() : message;
  }

  private static String words(String text) {
    if (SUBTRACTED_TIMES.matcher(text).matches()) {
      return "the time between two points in time is TIMESTAMPDIFF(SECOND, earlier, later)";
    }
    Matcher function = UNKNOWN_FUNCTION.matcher(text);
    if (function.matches()) {
      return unknownFunction(function.group(1), function.group(2));
    }
    Matcher datetime = INVALID_DATETIME.matcher(text);
    return datetime.matches()
        ? "the text "
            + datetime.group(2)
            + " is no "
            + datetime.group(1)
            + ", which is written as "
            + datetime.group(3)
        : text;
  }

  private static String unknownFunction(String name, @Nullable String arguments) {
    SortedSet<String> functions = Functions.names();
    return functions.contains(name.toUpperCase(Locale.ROOT))
        ? "the function " + name + " takes no arguments of these types: " + arguments
        : "there is no function " + name + NearestName.hint(name, functions);
  }

  /** Calcite says what is wrong in words alone. */
  private static ErrorCode code(String text) {
    if (TABLE_NOT_FOUND.matcher(text).matches()) {
      return ErrorCode.TABLE_NOT_FOUND;
    }
    if (INVALID_DATETIME.matcher(text).matches()) {
      return ErrorCode.INVALID_DATETIME;
    }
    return COLUMN_NOT_FOUND.matcher(text).matches()
        ? ErrorCode.COLUMN_NOT_FOUND
        : ErrorCode.INVALID_STATEMENT;
  }
}
