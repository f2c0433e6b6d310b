package dev.imago.core.description;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to tell that what a row stands for has ended, and how: the row of an operation or a job.
 *
 * @param done the values of a column that say that it has ended, well or not, by column; a BOOLEAN
 *     has the value {@code true}
 * @param failed the values of a column that say that it has ended badly, by column
 * @param errorCode where the code of what went wrong stands: a column, then fields of ROWs; an
 *     ARRAY stands for its first element that has a value there
 * @param errorText where the words for what went wrong stand. Where {@code failed} is empty, a
 *     value in either place means that it failed, even before it has ended
 * @param poll the method of the table that reads the row again: a get, or a write that is safe
 * @param target the column that says what was made or changed; empty when none does
 */
public record Settling(
    Map<String, List<String>> done,
    Map<String, List<String>> failed,
    List<String> errorCode,
    List<String> errorText,
    String poll,
    Optional<String> target) {
  public Settling {
    done = Map.copyOf(done);
    failed = Map.copyOf(failed);
    errorCode = List.copyOf(errorCode);
    errorText = List.copyOf(errorText);
  }
}
