package dev.imago.emulator.yandex;

import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.Parameter;

/** The ids of resources, in parameters and in paths. */
public final class ResourceId {
  private static final int MOST_CHARACTERS = 50;

  /** Digits go from 0 to 9 and on from a to v. */
  private static final int RADIX = 32;

  private static final int DIGITS = 17;

  private ResourceId() {}

  /** A parameter that takes one. */
  public static Parameter parameter(String name) {
    return Parameter.text(name, MOST_CHARACTERS);
  }

  /**
   * The id of something new.
   *
   * @param prefix the three characters that ids of its kind begin with
   * @param number its number
   */
  public static String make(String prefix, long number) {
    String digits = Long.toString(number, RADIX);
    return prefix + "0".repeat(DIGITS - digits.length()) + digits;
  }

  /**
   * The one in a variable of a call's path.
   *
   * @throws IllegalParameter when it is too long to be one
   */
  public static String in(Call call, String variable) {
    return parameter(variable).checked(call.variable(variable));
  }
}
