package dev.imago.emulator.yandex.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Page;
import dev.imago.emulator.list.PageRequest;
import dev.imago.emulator.list.Pager;
import dev.imago.emulator.list.Rows;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Parameter;
import dev.imago.emulator.yandex.YandexFailure;
import java.util.ArrayList;
import java.util.List;

/** Reads the parameters of list methods and cuts the page that they ask for. */
public final class YandexLists {
  /** The rows of a page when the call names no number, or 0. */
  private static final int DEFAULT_SIZE = 100;

  private static final int MOST_ROWS = 1000;
  private static final int LONGEST_FILTER = 1000;
  private static final int LONGEST_ORDER = 100;

  public static final Parameter FILTER = Parameter.text("filter", LONGEST_FILTER);
  public static final Parameter ORDER_BY = Parameter.text("orderBy", LONGEST_ORDER);

  private final Pager pager;

  public YandexLists(Pager pager) {
    this.pager = pager;
  }

  /**
   * The parameters of a list method.
   *
   * @param longestToken how many characters a page token may have; the services differ in it
   * @param others those that do not say which page is wanted
   */
  public static List<Parameter> parameters(int longestToken, Parameter... others) {
    List<Parameter> parameters = new ArrayList<>(List.of(others));
    parameters.add(Parameter.number("pageSize", MOST_ROWS));
    parameters.add(Parameter.text("pageToken", longestToken));
    return List.copyOf(parameters);
  }

  /**
   * The answer of a list method that takes filters.
   *
   * @param scope which rows are in the list at all
   * @param grammar which filters the method takes
   * @param field the field of the answer that holds the rows
   * @throws YandexFailure when a parameter is none that the API takes
   */
  public ObjectNode filtered(
      Call call, Rows rows, Filter scope, FilterGrammar grammar, String field) {
    Filter asked = call.parameter(FILTER.name()).map(grammar::parse).orElseGet(Filter::none);
    return answer(call, rows, row -> scope.matches(row) && asked.matches(row), field);
  }

  /**
   * The answer of a list method.
   *
   * @param scope which rows are in the list
   * @param field the field of the answer that holds the rows
   * @throws YandexFailure when a parameter is none that the API takes
   */
  public ObjectNode answer(Call call, Rows rows, Filter scope, String field) {
    int size = call.parameter("pageSize").map(Integer::valueOf).orElse(0);
    PageRequest request =
        new PageRequest(
            scope,
            call.parameter(ORDER_BY.name())
                .map(YandexOrder::parse)
                .orElse(YandexOrder.ID_ASCENDING),
            size == 0 ? DEFAULT_SIZE : size,
            call.parameter("pageToken").orElse(""),
            field + " " + call.without("pageSize", "pageToken"));
    return pager
        .page(rows, request)
        .map(page -> answer(page, field))
        .orElseThrow(() -> YandexFailure.illegal("pageToken", "Page token is invalid"));
  }

  /** Fields without rows or token are left out, as proto3 writes its defaults. */
  private static ObjectNode answer(Page page, String field) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (!page.rows().isEmpty()) {
      ArrayNode rows = answer.putArray(field);
      page.rows().forEach(row -> rows.add(row.value()));
    }
    if (!page.nextToken().isEmpty()) {
      answer.put("nextPageToken", page.nextToken());
    }
    return answer;
  }
}
