package dev.imago.emulator.google.compute;

import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.filter.FilterException;
import dev.imago.emulator.google.filter.FilterLanguage;
import dev.imago.emulator.google.list.GoogleOrder;
import dev.imago.emulator.list.Filter;
import dev.imago.emulator.list.Page;
import dev.imago.emulator.list.PageRequest;
import dev.imago.emulator.list.Pager;
import dev.imago.emulator.list.Rows;
import java.util.Map;

/** Reads the parameters of Compute's list methods and cuts the page that they ask for. */
final class ComputeLists {
  /** What every list takes. */
  static final Map<String, ParameterType> PARAMETERS =
      Map.of(
          "filter", ParameterType.TEXT,
          "maxResults", ParameterType.INTEGER,
          "orderBy", ParameterType.TEXT,
          "pageToken", ParameterType.TEXT,
          "returnPartialSuccess", ParameterType.FLAG);

  /** The most rows of a page, and the number when the call names none. */
  private static final int MOST_RESULTS = 500;

  private final ApiSchema schema;
  private final Pager pager;

  ComputeLists(ApiSchema schema, Pager pager) {
    this.schema = schema;
    this.pager = pager;
  }

  /**
   * The page that a call asks for.
   *
   * @param message the message that the filter is about
   * @throws GoogleFailure when a parameter is none that the API takes
   */
  Page page(Call call, Rows rows, String message) {
    String filter = call.text("filter").orElse("");
    String orderBy = call.text("orderBy").orElse("");
    String token = call.text("pageToken").orElse("");
    PageRequest request =
        new PageRequest(
            filter(filter, message),
            order(orderBy),
            size(call),
            token,
            String.join("\n", call.path(), filter, orderBy));
    return pager
        .page(rows, request)
        .orElseThrow(() -> GoogleFailure.invalidField("pageToken", token, "Invalid page token."));
  }

  private Filter filter(String text, String message) {
    if (text.isEmpty()) {
      return Filter.none();
    }
    try {
      return FilterLanguage.AIP_OR_REGEX.parse(text, schema, message);
    } catch (FilterException invalid) {
      throw GoogleFailure.invalidField(
          "filter", text, "Invalid list filter expression. " + invalid.why());
    }
  }

  private static GoogleOrder order(String text) {
    return switch (text) {
      case "", "name" -> GoogleOrder.NAME;
      case "creationTimestamp desc" -> GoogleOrder.NEWEST_FIRST;
      default ->
          throw GoogleFailure.invalidField(
              "orderBy", text, "Only 'name' and 'creationTimestamp desc' are supported.");
    };
  }

  private static int size(Call call) {
    int size = call.integer("maxResults").orElse(MOST_RESULTS);
    if (size < 0) {
      throw GoogleFailure.invalidField(
          "maxResults", Integer.toString(size), "Must be greater than or equal to '0'");
    }
    if (size > MOST_RESULTS) {
      throw GoogleFailure.invalidField(
          "maxResults",
          Integer.toString(size),
          "Must be less than or equal to '" + MOST_RESULTS + "'");
    }
    return size;
  }
}
