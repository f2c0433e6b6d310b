package dev.imago.launcher.run;

/** The line of {@code --timing}, in {@code name=value} words, for people and for programs. */
final class TimingLine {
  private TimingLine() {}

  /**
   * {@code rows=19 calls=1 pages=1 cached=0 bytes=48213 first_row_ms=120 total_ms=134}. A counter
   * that is only a lower bound ends with {@code +}; what there was not is {@code -}.
   */
  static String of(StatementWatch watch, long totalMillis, CallTotals totals) {
    String bound = totals.complete() ? "" : "+";
    String firstRow =
        watch.firstRowMillis().isPresent()
            ? Long.toString(watch.firstRowMillis().getAsLong())
            : "-";
    return String.join(
        " ",
        "rows=" + watch.rows(),
        "calls=" + totals.calls() + bound,
        "pages=" + totals.pages() + bound,
        "cached=" + totals.cached() + bound,
        "bytes=" + totals.bytes() + bound,
        "first_row_ms=" + firstRow,
        "total_ms=" + totalMillis);
  }
}
