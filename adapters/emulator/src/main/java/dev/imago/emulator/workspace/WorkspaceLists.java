package dev.imago.emulator.workspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Row;
import dev.imago.emulator.list.Rows;
import dev.imago.emulator.list.Slice;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Lists with an offset and a limit, and the number of all rows beside those of the page. */
final class WorkspaceLists {
  private static final int DEFAULT_ROWS = 10;
  private static final int MOST_ROWS = 100;

  private WorkspaceLists() {}

  /**
   * The parameters of a list method.
   *
   * @param others those that do not say which page is wanted
   */
  static List<Parameter> parameters(Parameter... others) {
    List<Parameter> parameters = new ArrayList<>(List.of(others));
    parameters.add(Parameter.number("offset", Integer.MAX_VALUE));
    parameters.add(Parameter.number("limit", 1, MOST_ROWS));
    return parameters;
  }

  /** Lets those through whose fields are equal to the call's parameters of the same names. */
  static Filter equal(Call call, String... fields) {
    Filter all = Filter.none();
    for (String field : fields) {
      all =
          call.parameter(field)
              .<Filter>map(value -> row -> row.path(field).asText().equals(value))
              .map(all::and)
              .orElse(all);
    }
    return all;
  }

  /** The page that a call asks for: {@code {"count", "items"}}. */
  static ObjectNode answer(Call call, Rows rows, Filter filter, ByTime order) {
    List<Row> all = Slice.read(rows, filter, order, Position.start(), Integer.MAX_VALUE).rows();
    int offset = call.parameter("offset").map(Integer::valueOf).orElse(0);
    int limit = call.parameter("limit").map(Integer::valueOf).orElse(DEFAULT_ROWS);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("count", all.size());
    ArrayNode items = answer.putArray("items");
    all.stream().skip(offset).limit(limit).forEach(row -> items.add(row.value()));
    return answer;
  }
}
