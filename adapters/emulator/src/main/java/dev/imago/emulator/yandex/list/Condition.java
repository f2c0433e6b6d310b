package dev.imago.emulator.yandex.list;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.list.Filter;
import java.util.Set;

/**
 * One condition of a filter: {@code name NOT IN ("a", "b")}. A field that a resource lacks is empty
 * text, as proto3 has it.
 */
record Condition(String field, FilterOperator operator, Set<String> values) implements Filter {
  Condition {
    values = Set.copyOf(values);
  }

  @Override
  public boolean matches(JsonNode resource) {
    return values.contains(resource.path(field).asText("")) != operator.excludes();
  }
}
