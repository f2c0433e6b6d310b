package dev.imago.core.page;

import java.util.LinkedHashSet;
import java.util.Set;

/** The tokens of one list, to notice a list that goes round in a circle. */
final class PageTokens {
  /** A circle of more pages than these is stopped by the statement's limit of calls. */
  private static final int MOST = 10_000;

  private final Set<String> seen = new LinkedHashSet<>();

  /** Whether the token is new. */
  boolean add(String token) {
    if (!seen.add(token)) {
      return false;
    }
    if (seen.size() > MOST) {
      seen.remove(seen.iterator().next());
    }
    return true;
  }
}
