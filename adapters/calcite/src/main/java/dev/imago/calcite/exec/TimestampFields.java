package dev.imago.calcite.exec;

import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.jspecify.annotations.Nullable;

/** Fields of timestamps. Called by the generated code. */
public final class TimestampFields {
  /** The name of {@link #extract} as an SQL function. */
  public static final String FUNCTION = "EXTRACT";

  private static final long MILLIS_OF_SECOND = TimeUnit.SECOND.multiplier.longValue();
  private static final long MILLIS_OF_MINUTE = TimeUnit.MINUTE.multiplier.longValue();
  private static final long MILLIS_OF_HOUR = TimeUnit.HOUR.multiplier.longValue();
  private static final long MILLIS_OF_DAY = TimeUnit.DAY.multiplier.longValue();

  private TimestampFields() {}

  /**
   * One field, as the standard's EXTRACT has it; NULL for NULL. Parts of a second count from the
   * last full minute.
   *
   * @param unit the name of a {@link TimeUnitRange} of one unit
   * @param millis since 1970, UTC
   */
  public static @Nullable Long extract(String unit, @Nullable Long millis) {
    if (millis == null) {
      return null;
    }
    TimeUnitRange range = TimeUnitRange.valueOf(unit);
    return switch (range) {
      case EPOCH -> Math.floorDiv(millis, MILLIS_OF_SECOND);
      case HOUR -> Math.floorMod(millis, MILLIS_OF_DAY) / MILLIS_OF_HOUR;
      case MINUTE -> Math.floorMod(millis, MILLIS_OF_HOUR) / MILLIS_OF_MINUTE;
      case SECOND -> Math.floorMod(millis, MILLIS_OF_MINUTE) / MILLIS_OF_SECOND;
      case MILLISECOND -> Math.floorMod(millis, MILLIS_OF_MINUTE);
      case MICROSECOND -> Math.floorMod(millis, MILLIS_OF_MINUTE) * 1_000;
      case NANOSECOND -> Math.floorMod(millis, MILLIS_OF_MINUTE) * 1_000_000;
      default -> DateTimeUtils.unixDateExtract(range, Math.floorDiv(millis, MILLIS_OF_DAY));
    };
  }
}
