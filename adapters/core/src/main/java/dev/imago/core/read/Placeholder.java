package dev.imago.core.read;

/**
 * Stands for a value that is not known before the statement runs. It may be bound in a request that
 * is described only, and is shown as it is: {@code ?0}.
 */
public record Placeholder(String text) {
  @Override
  public String toString() {
    return text;
  }
}
