package dev.imago.core.description;

/** One term of an order: a column and its direction. */
public record OrderTerm(String column, boolean descending) {
  @Override
  public String toString() {
    return descending ? column + " desc" : column;
  }
}
