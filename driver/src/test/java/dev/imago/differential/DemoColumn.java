package dev.imago.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a demo table, and where its value is in a row of the cloud's list.
 *
 * @param source gives the value as text
 */
record DemoColumn(Column column, Function<ListedRow, @Nullable String> source) {

  /** A field of the same name. */
  static DemoColumn field(String name, SqlType type) {
    return field(name, type, name);
  }

  /** A field, dotted when it is a part of another. */
  static DemoColumn field(String name, SqlType type, String field) {
    return new DemoColumn(new Column(name, type, false), row -> text(row.json(), field));
  }

  /** What only the request knows. */
  static DemoColumn request(String name) {
    return new DemoColumn(new Column(name, SqlType.TEXT, true), row -> row.path().get(name));
  }

  /** A parameter that is a field. */
  static DemoColumn parameter(String name, String field) {
    return new DemoColumn(new Column(name, SqlType.TEXT, true), row -> text(row.json(), field));
  }

  /** A parameter that is the last segment of a URL. */
  static DemoColumn lastSegment(String name) {
    return new DemoColumn(
        new Column(name, SqlType.TEXT, true),
        row -> {
          String url = text(row.json(), name);
          return url == null ? null : url.substring(url.lastIndexOf('/') + 1);
        });
  }

  /** The row's own id: the last segment of its resource name. */
  static DemoColumn ownId(String name) {
    return new DemoColumn(
        new Column(name, SqlType.TEXT, false), row -> segment(row, lastCollection(row)));
  }

  /** The segment of the resource name that follows the name of a collection. */
  static DemoColumn segment(String name, String collection) {
    return new DemoColumn(new Column(name, SqlType.TEXT, true), row -> segment(row, collection));
  }

  private static String lastCollection(ListedRow row) {
    List<String> segments = segments(row);
    return segments.get(segments.size() - 2);
  }

  private static String segment(ListedRow row, String collection) {
    List<String> segments = segments(row);
    return segments.get(segments.indexOf(collection) + 1);
  }

  private static List<String> segments(ListedRow row) {
    return Arrays.asList(row.json().path("name").asText().split("/", -1));
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json;
    for (String name : field.split("\\.", -1)) {
      value = value.path(name);
    }
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }

  String name() {
    return column.name();
  }

  /** The value of a row: String, Long, BigDecimal, LocalDateTime (UTC) or Boolean. */
  @Nullable Object value(ListedRow row) {
    String text = source.apply(row);
    if (text == null) {
      return null;
    }
    return switch (column.type()) {
      case TEXT -> text;
      case WHOLE -> Long.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case DOUBLE -> Double.valueOf(text);
      case TIMESTAMP -> utc(text);
      case FLAG -> Boolean.valueOf(text);
    };
  }

  /** The driver's timestamps have milliseconds; further digits are cut. */
  private static LocalDateTime utc(String rfc3339) {
    return OffsetDateTime.parse(rfc3339)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.MILLIS);
  }
}
