package dev.imago.launcher.arguments;

import java.nio.file.Path;

/** Where statements come from. */
public sealed interface Input {

  /** Statements given on the command line. */
  record Sql(String text) implements Input {}

  /** Statements in a file, in UTF-8. */
  record File(Path path) implements Input {}

  /** Statements on the standard input, in UTF-8. */
  record StandardInput() implements Input {}
}
