package dev.imago.emulator.google.filter;

/** The comparisons of AIP-160. */
enum Operator {
  EQUAL,
  NOT_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  HAS;

  static Operator of(String symbol) {
    return switch (symbol) {
      case "=" -> EQUAL;
      case "!=" -> NOT_EQUAL;
      case "<" -> LESS;
      case "<=" -> LESS_OR_EQUAL;
      case ">" -> GREATER;
      case ">=" -> GREATER_OR_EQUAL;
      case ":" -> HAS;
      default -> throw new FilterException("Unknown operator " + symbol + ".");
    };
  }

  /** Whether a value that compares so with the literal is let through. */
  boolean accepts(int comparison) {
    return switch (this) {
      case EQUAL, HAS -> comparison == 0;
      case NOT_EQUAL -> comparison != 0;
      case LESS -> comparison < 0;
      case LESS_OR_EQUAL -> comparison <= 0;
      case GREATER -> comparison > 0;
      case GREATER_OR_EQUAL -> comparison >= 0;
    };
  }
}
