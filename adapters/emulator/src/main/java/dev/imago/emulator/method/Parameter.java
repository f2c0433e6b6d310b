package dev.imago.emulator.method;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One query parameter of a method; an empty value counts as not given.
 *
 * @param name its name
 * @param required whether a call must have it
 * @param accepts which values it may have
 * @param expected those values in words
 */
public record Parameter(String name, boolean required, Predicate<String> accepts, String expected) {
  /** As many as an int may have. */
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

  /** Text of at most this many characters. */
  public static Parameter text(String name, int mostCharacters) {
    return new Parameter(
        name,
        false,
        value -> value.length() <= mostCharacters,
        "at most " + mostCharacters + " characters");
  }

  /** One of these words. */
  public static Parameter oneOf(String name, String... words) {
    Set<String> choices = Set.of(words);
    return new Parameter(
        name, false, choices::contains, "one of " + String.join(", ", List.of(words)));
  }

  /** Text of a form. */
  public static Parameter matching(String name, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return new Parameter(
        name, false, value -> pattern.matcher(value).matches(), "a value that matches " + regex);
  }

  /** A whole number from 0 to this. */
  public static Parameter number(String name, int most) {
    return number(name, 0, most);
  }

  /** A whole number between these two, both of which it may be. */
  public static Parameter number(String name, int least, int most) {
    return new Parameter(
        name,
        false,
        value -> DIGITS.matcher(value).matches() && isBetween(value, least, most),
        "a number from " + least + " to " + most);
  }

  /** The same parameter, which no call may be without. */
  public Parameter mandatory() {
    return new Parameter(name, true, accepts, expected);
  }

  /**
   * Lets a value pass that the parameter may have.
   *
   * @throws IllegalParameter when it may not
   */
  public String checked(String value) {
    if (!accepts.test(value)) {
      throw new IllegalParameter(name, "must be " + expected);
    }
    return value;
  }

  private static boolean isBetween(String digits, int least, int most) {
    long value = Long.parseLong(digits);
    return value >= least && value <= most;
  }
}
