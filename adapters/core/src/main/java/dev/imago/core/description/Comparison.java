package dev.imago.core.description;

/** How a row's value is compared with the values of a condition. A NULL compares with nothing. */
public enum Comparison {
  /** It is one of the values. */
  EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL
}
