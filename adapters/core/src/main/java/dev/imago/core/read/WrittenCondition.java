package dev.imago.core.read;

import java.util.List;

/**
 * One condition in the words of its API.
 *
 * @param field the API's name of the column, dotted
 * @param comparisons one or more of which holds
 */
record WrittenCondition(String column, String field, List<String> comparisons) {
  WrittenCondition {
    comparisons = List.copyOf(comparisons);
  }
}
