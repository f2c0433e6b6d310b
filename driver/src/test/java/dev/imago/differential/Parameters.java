package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a query's {@code ?}. A query is not written from left to right, so each value has a
 * mark in the text until the whole text is there and says their order.
 */
final class Parameters {
  private static final Pattern MARK = Pattern.compile("«(\\d+)»");

  private final List<Object> values = new ArrayList<>();

  /** The mark that stands for the value. */
  String mark(Object value) {
    values.add(value);
    return "«" + (values.size() - 1) + "»";
  }

  /** The text with {@code ?} for each mark. */
  static String text(String marked) {
    return MARK.matcher(marked).replaceAll("?");
  }

  /** The values in the order of the text. */
  List<Object> inOrder(String marked) {
    List<Object> ordered = new ArrayList<>();
    Matcher matcher = MARK.matcher(marked);
    while (matcher.find()) {
      ordered.add(values.get(Integer.parseInt(matcher.group(1))));
    }
    return ordered;
  }
}
