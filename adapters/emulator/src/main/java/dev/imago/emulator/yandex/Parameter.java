package dev.imago.emulator.yandex;

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
  private static final int LONGEST_ID = 50;

  /** Text of at most this many characters. */
  public static Parameter text(String name, int mostCharacters) {
    return new Parameter(
        name,
        false,
        value -> value.length() <= mostCharacters,
        "at most " + mostCharacters + " characters");
  }

  /** The id of a resource. */
  public static Parameter id(String name) {
    return text(name, LONGEST_ID);
  }

  /** Text of a form. */
  public static Parameter matching(String name, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return new Parameter(
        name, false, value -> pattern.matcher(value).matches(), "a value that matches " + regex);
  }

  /** A whole number from 0 to this. */
  public static Parameter number(String name, int most) {
    return new Parameter(
        name,
        false,
        value -> value.matches("[0-9]{1,9}") && Integer.parseInt(value) <= most,
        "a number from 0 to " + most);
  }

  /** The same parameter, which no call may be without. */
  public Parameter mandatory() {
    return new Parameter(name, true, accepts, expected);
  }

  /**
   * Lets a value pass that the parameter may have.
   *
   * @throws YandexFailure when it may not
   */
  String checked(String value) {
    if (!accepts.test(value)) {
      throw YandexFailure.illegal(name, "Field must be " + expected);
    }
    return value;
  }
}
