package dev.imago.emulator.google.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.filter.FilterException;
import dev.imago.emulator.google.filter.FilterLanguage;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Page;
import dev.imago.emulator.list.PageRequest;
import dev.imago.emulator.list.Pager;
import dev.imago.emulator.list.Rows;

/** The lists of the newer APIs: {@code pageSize}, {@code orderBy=name}, AIP-160 filters. */
public final class RpcLists {
  /** The rows of a page when the call names no number. */
  private static final int DEFAULT_SIZE = 500;

  /** More are asked for in vain: the API brings the number down without a word. */
  private static final int MOST_ROWS = 1000;

  private final ApiSchema schema;
  private final Pager pager;

  public RpcLists(ApiSchema schema, Pager pager) {
    this.schema = schema;
    this.pager = pager;
  }

  /**
   * Reads the {@code filter} parameter.
   *
   * @param message the message that it is about
   * @throws GoogleFailure when it is no filter over that message
   */
  public Filter filter(Call call, String message) {
    String text = call.text("filter").orElse("");
    if (text.isEmpty()) {
      return Filter.none();
    }
    try {
      return FilterLanguage.AIP.parse(text, schema, message);
    } catch (FilterException bad) {
      throw invalid("Invalid filter \"" + text + "\": " + bad.why());
    }
  }

  /**
   * The answer of a list method.
   *
   * @param shape the value of the parameter that, besides the path and the order, shapes the list
   * @param field the field of the answer that holds the rows
   * @throws GoogleFailure when a parameter is none that the API takes
   */
  public ObjectNode answer(Call call, Rows rows, Filter filter, String shape, String field) {
    String orderBy = call.text("orderBy").orElse("");
    if (!orderBy.isEmpty() && !orderBy.equals("name")) {
      throw invalid("Invalid order_by \"" + orderBy + "\": only \"name\" is supported.");
    }
    int size = call.integer("pageSize").orElse(DEFAULT_SIZE);
    if (size < 0) {
      throw invalid("Invalid page_size " + size + ": must not be negative.");
    }
    String token = call.text("pageToken").orElse("");
    String scope = String.join("\n", call.path(), shape, orderBy);
    PageRequest request =
        new PageRequest(filter, GoogleOrder.NAME, Math.min(size, MOST_ROWS), token, scope);
    Page page =
        pager
            .page(rows, request)
            .orElseThrow(() -> invalid("Invalid page_token \"" + token + "\"."));
    return answer(page, field);
  }

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

  private static GoogleFailure invalid(String message) {
    return GoogleFailure.of(FailureKind.INVALID_ARGUMENT, message);
  }
}
