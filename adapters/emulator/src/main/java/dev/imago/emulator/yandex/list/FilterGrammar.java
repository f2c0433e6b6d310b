package dev.imago.emulator.yandex.list;

import dev.imago.emulator.list.Filter;
import dev.imago.emulator.yandex.YandexFailure;
import java.util.List;

/** Which filters a service takes. The name is the only field that was ever published. */
public enum FilterGrammar {
  /** Any number of conditions with any operator. */
  CONDITIONS,
  /** {@code name="..."} alone. */
  ONE_NAME;

  /**
   * Reads a filter.
   *
   * @throws YandexFailure when the text is none that the service takes
   */
  public Filter parse(String text) {
    List<Condition> conditions = FilterParser.parse(text);
    for (Condition condition : conditions) {
      if (!condition.field().equals("name")) {
        throw YandexFailure.illegal("filter", "Cannot filter by \"" + condition.field() + "\"");
      }
      if (this == ONE_NAME && condition.operator() != FilterOperator.EQUAL) {
        throw YandexFailure.illegal("filter", "The operator must be =");
      }
    }
    if (this == ONE_NAME && conditions.size() > 1) {
      throw YandexFailure.illegal("filter", "There must be one condition");
    }
    return resource -> conditions.stream().allMatch(condition -> condition.matches(resource));
  }
}
