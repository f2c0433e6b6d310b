package dev.imago.calcite.engine;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a computation over rows fails on. Calcite's runtime says it in messages alone; here each one
 * has its code and words.
 */
final class ComputationErrors {
  private static final List<Reason> REASONS =
      List.of(
          new Reason(
              "(?:.* )?by zero",
              ErrorCode.DIVISION_BY_ZERO,
              match -> "a number is divided by zero"),
          new Reason(
              "For input string: \"([+-]?\\d+)\".*",
              ErrorCode.VALUE_OUT_OF_RANGE,
              match -> "the number " + match.group(1) + " is too large for its type"),
          new Reason(
              "For input string: \"(.*?)\".*",
              ErrorCode.NOT_CONVERTIBLE,
              match -> "the text '" + match.group(1) + "' is not a number"),
          new Reason(
              "Invalid (?:DATE|TIME|TIMESTAMP) value, '(.*)'",
              ErrorCode.INVALID_DATETIME,
              match -> "the text '" + match.group(1) + "' is no date or time"),
          new Reason(
              "Value of (?:DAY|MONTH|YEAR|HOUR|MINUTE|SECOND) field is out of range in '(.*)'",
              ErrorCode.INVALID_DATETIME,
              match -> "the text '" + match.group(1) + "' is no date or time"),
          new Reason(
              "(?:\\S*Exception: )?Invalid format: '(.*)' for \\w+ string: '(.*)'\\.",
              ErrorCode.INVALID_DATETIME,
              match -> "the text '" + match.group(2) + "' is not written as " + match.group(1)),
          new Reason(
              "(?:\\S*Exception: )?Invalid escape sequence '(.*)', \\d+",
              ErrorCode.INVALID_VALUE,
              match ->
                  "the pattern '" + match.group(1) + "' has an escape before nothing to escape"),
          new Reason(
              "\\S*PatternSyntaxException: ([^\r\n]*).*",
              ErrorCode.INVALID_VALUE,
              match -> "a pattern is no regular expression: " + match.group(1)),
          new Reason(
              "Value (.*) out of range",
              ErrorCode.VALUE_OUT_OF_RANGE,
              match -> "the number " + match.group(1) + " is too large for its type"),
          new Reason(
              ".*(?:overflow|out of .*range).*",
              ErrorCode.VALUE_OUT_OF_RANGE,
              match -> "a number is too large for its type"),
          new Reason(
              "Invalid character for cast: (.*)",
              ErrorCode.NOT_CONVERTIBLE,
              match -> "the text '" + match.group(1) + "' is not a boolean"),
          new Reason(
              "more than one value in agg SINGLE_VALUE",
              ErrorCode.COMPUTATION_FAILED,
              match -> "a sub-query gives more than one row where one value may be"));

  private ComputationErrors() {}

  /** One way to fail: how the message reads, and how it is told. */
  private record Reason(Pattern pattern, ErrorCode code, Function<MatchResult, String> words) {
    Reason(String pattern, ErrorCode code, Function<MatchResult, String> words) {
      this(Pattern.compile(pattern, Pattern.DOTALL), code, words);
    }

    Optional<ImagoException> of(String message, Throwable error) {
      Matcher matcher = pattern.matcher(message);
      return matcher.matches()
          ? Optional.of(new ImagoException(code, words.apply(matcher), error))
          : Optional.empty();
    }
  }

  /**
   * The error to throw; empty when it is none of these.
   *
   * @param failure what the runtime says
   * @param error what was caught
   */
  static Optional<ImagoException> of(Throwable failure, Throwable error) {
    String message = failure.getMessage();
    return message == null
        ? Optional.empty()
        : REASONS.stream().flatMap(reason -> reason.of(message, error).stream()).findFirst();
  }
}
