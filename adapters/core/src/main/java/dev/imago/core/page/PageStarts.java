package dev.imago.core.page;

import java.util.LinkedHashSet;
import java.util.Set;

/** Where the pages of one list begin, to notice a list that goes round in a circle. */
final class PageStarts {
  /** A circle of more pages than these is stopped by the statement's limit of calls. */
  private static final int MOST = 10_000;

  private final Set<String> seen = new LinkedHashSet<>();

  /** Whether no page began there. */
  boolean add(String start) {
    if (!seen.add(start)) {
      return false;
    }
    if (seen.size() > MOST) {
      seen.remove(seen.iterator().next());
    }
    return true;
  }
}
