package dev.imago.core.read;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as the values of conditions. */
final class WholeNumber {
  /** The largest number up to which every whole one has its own binary floating point number. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 53);

  private WholeNumber() {}

  /**
   * The number's digits; empty when it is negative or too large to be the same number everywhere,
   * and when it is a fraction, since nothing says what that is for a whole number's field.
   */
  static Optional<String> digits(Number value) {
    BigDecimal number = new BigDecimal(value.toString());
    boolean isWhole = number.stripTrailingZeros().scale() <= 0;
    return isWhole && number.signum() >= 0 && number.compareTo(MOST) <= 0
        ? Optional.of(number.toBigInteger().toString())
        : Optional.empty();
  }
}
