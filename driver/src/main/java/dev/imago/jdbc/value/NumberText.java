package dev.imago.jdbc.value;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers between their Java classes, with the range checked. */
final class NumberText {
  /** More digits than any type has: whoever writes them out would write for hours. */
  private static final int MOST_DIGITS = 10_000;

  private NumberText() {}

  static BigDecimal parse(String text) {
    try {
      return sized(new BigDecimal(text.strip()));
    } catch (NumberFormatException failure) {
      throw new ImagoException(
          ErrorCode.NOT_CONVERTIBLE, "\"" + text + "\" does not read as a number", failure);
    }
  }

  private static BigDecimal sized(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      throw new ImagoException(
          ErrorCode.VALUE_OUT_OF_RANGE, "a number has more than " + MOST_DIGITS + " digits");
    }
    return number;
  }

  /**
   * The nearest double.
   *
   * @throws ImagoException {@link ErrorCode#VALUE_OUT_OF_RANGE} for a number beyond all doubles
   */
  static double doubleValue(Number number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value) && !isInfinite(number)) {
      throw outOfRange(number.toString(), "DOUBLE");
    }
    return value;
  }

  /**
   * The nearest float.
   *
   * @throws ImagoException {@link ErrorCode#VALUE_OUT_OF_RANGE} for a number beyond all floats
   */
  static float floatValue(Number number) {
    float value = number.floatValue();
    if (Float.isInfinite(value) && !isInfinite(number)) {
      throw outOfRange(number.toString(), "REAL");
    }
    return value;
  }

  private static boolean isInfinite(Number number) {
    return (number instanceof Double || number instanceof Float)
        && Double.isInfinite(number.doubleValue());
  }

  /** The exact value of any of Java's numbers. */
  static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return sized(decimal);
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Float || number instanceof Double) {
      try {
        return new BigDecimal(number.toString());
      } catch (NumberFormatException failure) {
        throw new ImagoException(
            ErrorCode.VALUE_OUT_OF_RANGE, number + " is no finite number", failure);
      }
    }
    return parse(number.toString());
  }

  /**
   * The whole part of a number.
   *
   * @throws ImagoException {@link ErrorCode#VALUE_OUT_OF_RANGE} when it does not lie in the range
   */
  static long whole(Number number, long least, long most, String typeName) {
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return inRange(number.longValue(), least, most, typeName);
    }
    BigInteger whole = decimal(number).setScale(0, RoundingMode.DOWN).toBigInteger();
    if (whole.bitLength() >= Long.SIZE) {
      throw outOfRange(whole.toString(), typeName);
    }
    return inRange(whole.longValue(), least, most, typeName);
  }

  private static long inRange(long value, long least, long most, String typeName) {
    if (value < least || value > most) {
      throw outOfRange(Long.toString(value), typeName);
    }
    return value;
  }

  static ImagoException outOfRange(String value, String typeName) {
    return new ImagoException(
        ErrorCode.VALUE_OUT_OF_RANGE, value + " does not fit into " + typeName);
  }
}
