package dev.imago.differential;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The queries that were not answered, counted by who refused them and by SQLState. */
final class Refusals {
  private static final int SHOWN_LENGTH = 240;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Map<String, Refused> byKind = new TreeMap<>();

  /**
   * Queries that were refused in the same way.
   *
   * @param first what was said to the first one
   */
  private record Refused(int count, String first) {
    Refused and(Refused other) {
      return new Refused(count + other.count, first);
    }
  }

  /** Counts what one or both refused; nothing when both answered. */
  void add(Answer driver, Answer other) {
    SQLException ours = driver.failure();
    SQLException theirs = other.failure();
    if (ours != null && theirs != null) {
      add("both", ours);
    } else if (ours != null) {
      add("the driver alone", ours);
    } else if (theirs != null) {
      add("the other alone", theirs);
    }
  }

  private void add(String who, SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("no SQLState");
    String text = SPACE.matcher(String.valueOf(failure.getMessage())).replaceAll(" ");
    byKind.merge(
        who + " " + state,
        new Refused(1, text.substring(0, Math.min(SHOWN_LENGTH, text.length()))),
        Refused::and);
  }

  /** One line for each kind. */
  @Override
  public String toString() {
    return byKind.entrySet().stream()
        .map(
            kind ->
                "\n  %d refused by %s: %s"
                    .formatted(kind.getValue().count(), kind.getKey(), kind.getValue().first()))
        .collect(Collectors.joining());
  }
}
