package dev.imago.emulator.ims;

import dev.imago.emulator.method.Parameter;
import java.util.List;

/**
 * A query parameter that lets only some images through.
 *
 * @param parameter the parameter
 * @param match which images its value lets through
 */
record ImageFilter(Parameter parameter, ImageMatch match) {
  private static final int LONGEST_TEXT = 255;

  /** Text that the attribute of the same name must be equal to. */
  static ImageFilter text(String name) {
    return text(name, ImageMatch.attribute(name));
  }

  static ImageFilter text(String name, ImageMatch match) {
    return new ImageFilter(Parameter.text(name, LONGEST_TEXT), match);
  }

  /** {@code true} or {@code false}. */
  static ImageFilter flag(String name) {
    return oneOf(name, List.of("true", "false"));
  }

  /** One of these words, which the attribute of the same name must be equal to. */
  static ImageFilter oneOf(String name, List<String> words) {
    return oneOf(name, ImageMatch.attribute(name), words.toArray(String[]::new));
  }

  static ImageFilter oneOf(String name, ImageMatch match, String... words) {
    return new ImageFilter(Parameter.oneOf(name, words), match);
  }

  /** A number that the attribute of the same name must be equal to. */
  static ImageFilter number(String name) {
    return new ImageFilter(Parameter.number(name, Integer.MAX_VALUE), ImageMatch.attribute(name));
  }

  /** An operator and a time, {@code gte:2018-10-28T10:00:00Z}, for the attribute of this name. */
  static ImageFilter time(String name) {
    return new ImageFilter(
        new Parameter(
            name, false, value -> TimeCondition.parse(value).isPresent(), TimeCondition.EXPECTED),
        (image, value) ->
            TimeCondition.parse(value)
                .filter(condition -> condition.matches(image.path(name).asText()))
                .isPresent());
  }
}
