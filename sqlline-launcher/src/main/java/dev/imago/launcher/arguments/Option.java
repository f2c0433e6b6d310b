package dev.imago.launcher.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An option of the command line. */
enum Option {
  DEMO("--demo", false),
  URL("-u", true),
  PROPERTY("-p", true),
  EXECUTE("-e", true),
  FILE("-f", true),
  FORMAT("--format", true),
  TIMING("--timing", false),
  HELP("--help", false),
  VERSION("--version", false);

  private final String text;
  private final boolean takesValue;

  Option(String text, boolean takesValue) {
    this.text = text;
    this.takesValue = takesValue;
  }

  String text() {
    return text;
  }

  boolean takesValue() {
    return takesValue;
  }

  static Optional<Option> find(String text) {
    return Arrays.stream(values()).filter(option -> option.text.equals(text)).findFirst();
  }

  static List<String> texts() {
    return Arrays.stream(values()).map(Option::text).toList();
  }
}
