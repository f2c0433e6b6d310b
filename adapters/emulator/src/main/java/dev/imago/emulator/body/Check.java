package dev.imago.emulator.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.method.IllegalParameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value in a body may be. */
@FunctionalInterface
public interface Check {
  /**
   * Lets a value pass.
   *
   * @param path where it stands, for the refusal: {@code data_images[0].name}
   * @throws IllegalParameter when it may not stand there
   */
  void accept(String path, JsonNode value);

  /** A value of which something holds, said in words that can follow "must be". */
  static Check that(Predicate<JsonNode> holds, String expected) {
    return (path, value) -> {
      if (!holds.test(value)) {
        throw new IllegalParameter(path, "must be " + expected);
      }
    };
  }

  /** Text of at least and at most so many characters. */
  static Check text(int least, int most) {
    return that(
        value ->
            value.isTextual()
                && value.asText().length() >= least
                && value.asText().length() <= most,
        "text of " + least + " to " + most + " characters");
  }

  /** Text of a form. */
  static Check matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return that(
        value -> value.isTextual() && pattern.matcher(value.asText()).matches(),
        "text that matches " + regex);
  }

  /** One of these words. */
  static Check oneOf(String... words) {
    Set<String> choices = Set.of(words);
    return that(
        value -> value.isTextual() && choices.contains(value.asText()),
        "one of " + String.join(", ", List.of(words)));
  }

  /** True or false. */
  static Check flag() {
    return that(JsonNode::isBoolean, "true or false");
  }

  /** A whole number between these two, both of which it may be. */
  static Check number(long least, long most) {
    return that(
        value ->
            value.isIntegralNumber() && value.longValue() >= least && value.longValue() <= most,
        "a number from " + least + " to " + most);
  }

  /** A list of so many elements. */
  static Check list(int least, int most, Check element) {
    Check length =
        that(
            value -> value.isArray() && value.size() >= least && value.size() <= most,
            "a list of " + least + " to " + most + " elements");
    return (path, value) -> {
      length.accept(path, value);
      for (int i = 0; i < value.size(); i++) {
        element.accept(path + "[" + i + "]", value.get(i));
      }
    };
  }

  /** A map of at most so many texts. */
  static Check map(int most, String keyRegex, String valueRegex) {
    Pattern keys = Pattern.compile(keyRegex);
    Check values = matching(valueRegex);
    Check size =
        that(
            value -> value.isObject() && value.size() <= most,
            "a map of at most " + most + " entries");
    return (path, value) -> {
      size.accept(path, value);
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        if (!keys.matcher(entry.getKey()).matches()) {
          throw new IllegalParameter(path, "must have keys that match " + keyRegex);
        }
        values.accept(path + "." + entry.getKey(), entry.getValue());
      }
    };
  }
}
