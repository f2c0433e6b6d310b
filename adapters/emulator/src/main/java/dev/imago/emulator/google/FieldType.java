package dev.imago.emulator.google;

import java.util.Set;

/**
 * The type of a field, lists looked through.
 *
 * @param name a scalar's name, or a message's
 * @param map whether the field is a map from text to that
 */
public record FieldType(String name, boolean map) {
  private static final Set<String> NUMBERS =
      Set.of("int32", "uint32", "int64", "uint64", "float", "double");
  private static final Set<String> INTEGERS = Set.of("int32", "uint32", "int64", "uint64");
  private static final Set<String> TEXTS = Set.of("string", "timestamp");

  /** Reads the notation of the schema files: {@code map Quota[]}. */
  static FieldType parse(String notation) {
    boolean map = notation.startsWith("map ");
    String name = map ? notation.substring("map ".length()) : notation;
    while (name.endsWith("[]")) {
      name = name.substring(0, name.length() - 2);
    }
    return new FieldType(name, map);
  }

  public boolean isNumber() {
    return !map && NUMBERS.contains(name);
  }

  /** Whether it is a number without fractions. */
  boolean isInteger() {
    return !map && INTEGERS.contains(name);
  }

  /** What JSON writes as text: strings, enums, times. */
  boolean isText() {
    return !map && TEXTS.contains(name);
  }

  public boolean isBoolean() {
    return !map && "boolean".equals(name);
  }

  public boolean isScalar() {
    return !map && (NUMBERS.contains(name) || TEXTS.contains(name) || "boolean".equals(name));
  }

  /** Free-form JSON, such as an operation's response. */
  public boolean isAny() {
    return "any".equals(name);
  }

  /** What a map holds. */
  public FieldType value() {
    return new FieldType(name, false);
  }
}
