package dev.imago.calcite.exec;

import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.row.ScalarText;
import org.jspecify.annotations.Nullable;

/**
 * Texts of rows as timestamps, in the forms that the APIs write and that a literal may have. Called
 * by the generated code.
 */
public final class TimestampReading {
  /** The name of {@link #read} as an SQL function. */
  public static final String FUNCTION = "READ_TIMESTAMP";

  private TimestampReading() {}

  /**
   * Milliseconds since 1970, UTC; NULL for NULL.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_DATETIME} for a text that is no timestamp
   */
  public static @Nullable Long read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (ScalarText.parse(text.strip(), Scalar.TIMESTAMP) instanceof Long millis) {
      return millis;
    }
    throw new ImagoException(
        ErrorCode.INVALID_DATETIME, "the text '" + text + "' is no date or time");
  }
}
