package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;

/** What came of a run. */
final class Tally {
  private static final int MOST_SHOWN = 10;

  private final Refusals refusals = new Refusals();
  private final List<String> failures = new ArrayList<>();
  private final List<String> repeatedCalls = new ArrayList<>();
  private int asked;
  private int same;
  private int empty;

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

  /** A query made a call again that it had made before. */
  void repeatedCalls(String query) {
    repeatedCalls.add(query);
  }

  /** What the two said. */
  void answered(Answer driver, Answer other) {
    refusals.add(driver, other);
  }

  void failed(String failure) {
    failures.add(failure);
  }

  /** The first failures. */
  List<String> failures() {
    return first(failures);
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, Math.min(MOST_SHOWN, all.size()));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(asked).append(" queries: ");
    text.append(same).append(" same (").append(empty).append(" without rows), ");
    text.append(failures.size()).append(" failed, ");
    text.append(repeatedCalls.size()).append(" made a call twice");
    text.append(refusals);
    first(repeatedCalls).forEach(query -> text.append("\nmade a call twice: ").append(query));
    return text.toString();
  }
}
