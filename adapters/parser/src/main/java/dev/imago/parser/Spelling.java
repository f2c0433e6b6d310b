package dev.imago.parser;

import java.util.Locale;

/** Whether a word is another one with a slip of the fingers in it. */
final class Spelling {
  private static final int SHORTEST = 3;

  private Spelling() {}

  /**
   * True when one letter is missing, doubled, wrong or swapped with the next one. Words of fewer
   * than three letters are all alike, and so are like none.
   */
  static boolean isLike(String word, String keyword) {
    String left = word.toUpperCase(Locale.ROOT);
    String right = keyword.toUpperCase(Locale.ROOT);
    if (Math.min(left.length(), right.length()) < SHORTEST || left.equals(right)) {
      return false;
    }
    int same = 0;
    int shorter = Math.min(left.length(), right.length());
    while (same < shorter && left.charAt(same) == right.charAt(same)) {
      same++;
    }
    String leftRest = left.substring(same);
    String rightRest = right.substring(same);
    return leftRest.equals(withoutFirst(rightRest))
        || withoutFirst(leftRest).equals(rightRest)
        || withoutFirst(leftRest).equals(withoutFirst(rightRest))
        || withFirstTwoSwapped(leftRest).equals(rightRest);
  }

  private static String withoutFirst(String text) {
    return text.isEmpty() ? text : text.substring(1);
  }

  private static String withFirstTwoSwapped(String text) {
    return text.length() < 2 ? text : "" + text.charAt(1) + text.charAt(0) + text.substring(2);
  }
}
