package dev.imago.core.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was most likely meant to be. */
public final class NearestName {
  private NearestName() {}

  /**
   * The known name with the fewest edits, the first by name when several have as few. Empty when
   * every known name is too far away to be a likely slip.
   */
  public static Optional<String> find(String mistyped, Collection<String> known) {
    int most = Math.max(2, mistyped.length() / 3);
    return known.stream()
        .filter(name -> distance(mistyped, name) <= most)
        .min(
            Comparator.comparingInt((String name) -> distance(mistyped, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The end of an error message: {@code ; did you mean "path"?}, or nothing. */
  public static String hint(String mistyped, Collection<String> known) {
    return find(mistyped, known).map(name -> "; did you mean \"" + name + "\"?").orElse("");
  }

  /**
   * How many letters must be inserted, removed, replaced or swapped with their neighbour to turn
   * one name into the other, whatever their letter case.
   */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && isSwap(a, i, b, j)) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
