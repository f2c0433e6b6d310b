package dev.imago.core.description;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a write answers.
 *
 * @param table the table that the answer is a row of; empty when it answers nothing, and the caller
 *     gets its arguments and the HTTP status back
 * @param from columns of that table whose values stand elsewhere than in its reads: the path of
 *     JSON names by column
 */
public record WriteAnswer(Optional<TableReference> table, Map<String, List<String>> from) {
  public WriteAnswer {
    from = Map.copyOf(from);
  }

  /** A write that answers nothing. */
  public static final WriteAnswer NOTHING = new WriteAnswer(Optional.empty(), Map.of());
}
