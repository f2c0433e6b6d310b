package dev.imago.launcher.shell;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import sqlline.BuiltInProperty;
import sqlline.SqlLineOpts;

/**
 * Shows plans whole. sqlline cuts a table at the width of the terminal, and a plan is one wide
 * column of it: the requests, which it is read for, would be missing.
 */
final class WholePlans {
  private static final Pattern EXPLAIN =
      Pattern.compile("\\s*explain\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String CUT = "table";
  private static final String WHOLE = "vertical";

  private final Supplier<SqlLineOpts> settings;
  private boolean isChanged;

  WholePlans(Supplier<SqlLineOpts> settings) {
    this.settings = settings;
  }

  /** A line has come. */
  void begin(String line) {
    if (settings.get().getOutputFormat().equals(CUT) && EXPLAIN.matcher(line).matches()) {
      settings.get().set(BuiltInProperty.OUTPUT_FORMAT, WHOLE);
      isChanged = true;
    }
  }

  /** The prompt comes next. */
  void end() {
    if (isChanged) {
      settings.get().set(BuiltInProperty.OUTPUT_FORMAT, CUT);
      isChanged = false;
    }
  }
}
