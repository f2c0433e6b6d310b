package dev.imago.core.read;

/**
 * Which other reads of a statement may send the same as a read does.
 *
 * @param rows whether other reads of the same columns do: they share its rows
 * @param answers whether reads of other tables do: they share the answers as they came
 */
public record Sharing(boolean rows, boolean answers) {
  /** No other read. */
  public static final Sharing NONE = new Sharing(false, false);
}
