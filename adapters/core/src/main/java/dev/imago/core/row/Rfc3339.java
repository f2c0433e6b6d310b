package dev.imago.core.row;

/**
 * Points in time, read from characters without any object in between: a scan of a million rows
 * reads as many.
 *
 * <p>It takes RFC 3339 with any offset and any number of fraction digits, and what APIs make of it:
 * a space for the T, lower-case letters, an offset without a colon, no offset (UTC), no time
 * (midnight UTC). A leap second is the first moment of the next minute.
 */
final class Rfc3339 {
  /** No point in time. */
  static final long UNREADABLE = Long.MIN_VALUE;

  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_LENGTH = 19;
  private static final long MILLIS_PER_DAY = 86_400_000L;

  private Rfc3339() {}

  /** Milliseconds since 1970-01-01T00:00:00Z; finer digits are cut. */
  static long parse(char[] text, int from, int length) {
    if (length < DATE_LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
      return UNREADABLE;
    }
    int year = twoDigits(text, from) * 100 + twoDigits(text, from + 2);
    int month = twoDigits(text, from + 5);
    int day = twoDigits(text, from + 8);
    if (year < 0
        || twoDigits(text, from + 2) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > daysOfMonth(year, month)) {
      return UNREADABLE;
    }
    long midnight = epochDay(year, month, day) * MILLIS_PER_DAY;
    if (length == DATE_LENGTH) {
      return midnight;
    }
    long time = time(text, from + DATE_LENGTH, from + length);
    return time == UNREADABLE ? UNREADABLE : midnight + time;
  }

  /** Milliseconds since midnight UTC, from the T on; negative or beyond a day by the offset. */
  private static long time(char[] text, int from, int end) {
    if (end - from < SECONDS_LENGTH - DATE_LENGTH || !isSeparator(text[from])) {
      return UNREADABLE;
    }
    int hour = twoDigits(text, from + 1);
    int minute = twoDigits(text, from + 4);
    int second = twoDigits(text, from + 7);
    boolean isValid =
        text[from + 3] == ':'
            && text[from + 6] == ':'
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second <= 60;
    if (!isValid) {
      return UNREADABLE;
    }
    long millis = ((hour * 60L + minute) * 60L + second) * 1000L;
    int at = from + SECONDS_LENGTH - DATE_LENGTH;
    if (at < end && text[at] == '.') {
      int digits = at + 1;
      at = endOfDigits(text, digits, end);
      if (at == digits) {
        return UNREADABLE;
      }
      millis += fraction(text, digits, at);
    }
    long offset = offset(text, at, end);
    return offset == UNREADABLE ? UNREADABLE : millis - offset;
  }

  private static boolean isSeparator(char c) {
    return c == 'T' || c == 't' || c == ' ';
  }

  private static int endOfDigits(char[] text, int from, int end) {
    int at = from;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  private static int fraction(char[] text, int from, int end) {
    int millis = 0;
    for (int i = 0; i < 3; i++) {
      millis = millis * 10 + (from + i < end ? text[from + i] - '0' : 0);
    }
    return millis;
  }

  /** Milliseconds to the east: nothing, Z, +hh:mm, +hhmm or +hh. */
  private static long offset(char[] text, int from, int end) {
    int length = end - from;
    if (length == 0 || (length == 1 && (text[from] == 'Z' || text[from] == 'z'))) {
      return 0;
    }
    boolean isSigned = text[from] == '+' || text[from] == '-';
    boolean hasColon = length == 6 && text[from + 3] == ':';
    if (!isSigned || !(hasColon || length == 5 || length == 3)) {
      return UNREADABLE;
    }
    int hours = twoDigits(text, from + 1);
    int minutes = length == 3 ? 0 : twoDigits(text, end - 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return UNREADABLE;
    }
    long millis = (hours * 60L + minutes) * 60_000L;
    return text[from] == '-' ? -millis : millis;
  }

  /** Below zero when there are no two digits. */
  private static int twoDigits(char[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1000 : tens * 10 + ones;
  }

  private static int daysOfMonth(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days since 1970-01-01 in the Gregorian calendar: years begin in March, eras have 400 years. */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(marchYear, 400);
    int yearOfEra = marchYear - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468L;
  }
}
