package dev.imago.testing;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A log entry as lines: its message, then each exception with its causes, what they suppress, and
 * what is chained to it. The frames of stack traces are left out: they hold names of the code and
 * nothing else.
 */
final class LogText extends Formatter {
  @Override
  public String format(LogRecord entry) {
    StringBuilder text = new StringBuilder();
    text.append(entry.getLoggerName()).append(": ").append(formatMessage(entry)).append('\n');
    append(text, entry.getThrown(), Collections.newSetFromMap(new IdentityHashMap<>()));
    return text.toString();
  }

  private static void append(
      StringBuilder text, @Nullable Throwable thrown, Set<Throwable> written) {
    if (thrown == null || !written.add(thrown)) {
      return;
    }
    text.append(thrown).append('\n');
    append(text, thrown.getCause(), written);
    for (Throwable suppressed : thrown.getSuppressed()) {
      append(text, suppressed, written);
    }
    if (thrown instanceof SQLException chained) {
      append(text, chained.getNextException(), written);
    }
  }
}
