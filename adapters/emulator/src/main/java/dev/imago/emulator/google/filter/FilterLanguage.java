package dev.imago.emulator.google.filter;

import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.list.Filter;

/** What an API takes as {@code filter}. */
public enum FilterLanguage {
  /** AIP-160 alone. */
  AIP,
  /** AIP-160 or Compute's regular expressions, never both in one filter. */
  AIP_OR_REGEX;

  /**
   * Reads a filter.
   *
   * @param text the filter
   * @param schema the API's messages
   * @param message the message that is filtered
   * @throws FilterException when the text is none
   */
  public Filter parse(String text, ApiSchema schema, String message) {
    return this == AIP_OR_REGEX && RegexFilterParser.accepts(text)
        ? RegexFilterParser.parse(text, schema, message)
        : FilterParser.parse(text, schema, message);
  }
}
