package dev.imago.core.row;

import dev.imago.core.description.ColumnType.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Scalars from their text. */
public final class ScalarText {
  private static final BigDecimal MOST_UINT64 = new BigDecimal("18446744073709551615");
  private static final int MOST_DIGITS = 20;

  private ScalarText() {}

  /** The value as the type has it; null when the text is no such value. */
  public static @Nullable Object parse(String text, Scalar type) {
    return switch (type) {
      case VARCHAR, JSON -> text;
      case PRESENCE -> true;
      case BOOLEAN -> bool(text);
      case TIMESTAMP -> timestamp(text);
      case DOUBLE -> floating(text);
      case INTEGER -> {
        BigDecimal number = whole(text);
        yield number == null || !fits(number, Integer.MIN_VALUE, Integer.MAX_VALUE)
            ? null
            : (Object) number.intValue();
      }
      case BIGINT -> {
        BigDecimal number = whole(text);
        yield number == null || !fits(number, Long.MIN_VALUE, Long.MAX_VALUE)
            ? null
            : (Object) number.longValue();
      }
      case UINT64 -> {
        BigDecimal number = whole(text);
        yield number == null || number.signum() < 0 || number.compareTo(MOST_UINT64) > 0
            ? null
            : number;
      }
    };
  }

  private static @Nullable Boolean bool(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equalsIgnoreCase("false") ? false : null;
  }

  private static @Nullable Long timestamp(String text) {
    long millis = Rfc3339.parse(text.toCharArray(), 0, text.length());
    return millis == Rfc3339.UNREADABLE ? null : (Long) millis;
  }

  private static @Nullable Double floating(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean fits(BigDecimal number, long least, long most) {
    return number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  /** A number without a fraction, in any spelling that JSON has: 5, 5.0, 5e3. */
  private static @Nullable BigDecimal whole(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      // 1e999999999 is whole as well, but not in this memory.
      if ((long) number.precision() - number.scale() > MOST_DIGITS) {
        return null;
      }
      return number.setScale(0, RoundingMode.UNNECESSARY);
    } catch (NumberFormatException e) {
      return null;
    } catch (ArithmeticException e) {
      return null;
    }
  }
}
