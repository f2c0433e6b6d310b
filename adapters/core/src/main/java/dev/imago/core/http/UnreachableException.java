package dev.imago.core.http;

import dev.imago.core.statement.Reachability;
import java.io.IOException;

/** A host was not tried, because the statement could not connect to it several times before. */
final class UnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreachableException(IOException first) {
    super(
        CallFailures.text(first)
            + " ("
            + Reachability.MOST_FAILURES
            + " failures in a row; not tried again)",
        first);
  }
}
