package dev.imago.emulator.yandex;

import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.Parameter;

/** The ids of resources, in parameters and in paths. */
public final class ResourceId {
  private static final int MOST_CHARACTERS = 50;

  private ResourceId() {}

  /** A parameter that takes one. */
  public static Parameter parameter(String name) {
    return Parameter.text(name, MOST_CHARACTERS);
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
