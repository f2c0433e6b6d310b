package dev.imago.core.description;

import java.util.function.UnaryOperator;

/** What a query parameter or a header of a call holds. */
public sealed interface Argument {

  /**
   * Its text in one call.
   *
   * @param values the text of a column's value, by the column's name
   */
  String text(UnaryOperator<String> values);

  /** The same text in every call. */
  record Constant(String text) implements Argument {
    @Override
    public String text(UnaryOperator<String> values) {
      return text;
    }
  }

  /** The value of a column, which must be bound before the call can be made. */
  record Variable(String column) implements Argument {
    @Override
    public String text(UnaryOperator<String> values) {
      return values.apply(column);
    }
  }
}
