package dev.imago.differential;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What came of a run. */
final class Tally {
  private static final int KIND_WORDS = 9;
  private static final int MOST_SHOWN = 10;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int asked;
  private int same;
  private int empty;
  private int queriesWithRepeatedCalls;

  void asked() {
    asked++;
  }

  /** Both gave the same rows. */
  void same(int rows) {
    same++;
    if (rows == 0) {
      empty++;
    }
  }

  void repeatedCalls(int calls) {
    if (calls > 0) {
      queriesWithRepeatedCalls++;
    }
  }

  /** One of the two did not answer. */
  void refused(String who, SQLException failure) {
    refusals.merge(who + " " + failure.getSQLState() + " " + kind(failure), 1, Integer::sum);
  }

  private static String kind(SQLException failure) {
    List<String> words = SPACE.splitAsStream(String.valueOf(failure.getMessage())).toList();
    return String.join(" ", words.subList(0, Math.min(KIND_WORDS, words.size())));
  }

  void failed(String failure) {
    failures.add(failure);
  }

  /** The first failures. */
  List<String> failures() {
    return failures.subList(0, Math.min(MOST_SHOWN, failures.size()));
  }

  int answered() {
    return same;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(asked).append(" queries: ");
    text.append(same).append(" same (").append(empty).append(" without rows), ");
    text.append(failures.size()).append(" failed, ");
    text.append(queriesWithRepeatedCalls).append(" made a call twice");
    refusals.forEach((kind, count) -> text.append("\n  ").append(count).append(" x ").append(kind));
    return text.toString();
  }
}
