package dev.imago.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the demo's tables, read once by plain lists, without the driver.
 *
 * @param byTable each table's rows; a row has a value for each column of its table, in order, and
 *     JSON for those of nested types
 */
record DemoRows(Map<DemoTable, List<List<@Nullable Object>>> byTable) {
  private static final int OK = 200;

  /** Lists everything. */
  static DemoRows read(String baseUrl, List<DemoTable> tables)
      throws IOException, InterruptedException {
    Reader reader = new Reader(baseUrl);
    Map<DemoTable, List<List<@Nullable Object>>> rows = new LinkedHashMap<>();
    for (DemoTable table : tables) {
      List<List<@Nullable Object>> read = new ArrayList<>();
      for (Map<String, String> path : paths(table, rows)) {
        read.addAll(reader.list(table, path));
      }
      rows.put(table, read);
    }
    return new DemoRows(rows);
  }

  /** The values of one column, row by row. */
  List<@Nullable Object> values(DemoTable table, String column) {
    return values(byTable, table, column);
  }

  private static List<@Nullable Object> values(
      Map<DemoTable, List<List<@Nullable Object>>> byTable, DemoTable table, String column) {
    int index = table.sqlColumns().stream().map(Column::name).toList().indexOf(column);
    List<@Nullable Object> values = new ArrayList<>();
    for (List<@Nullable Object> row : byTable.getOrDefault(table, List.of())) {
      values.add(row.get(index));
    }
    return values;
  }

  /** The values of the path's variables, one map for each list that must be read. */
  private static List<Map<String, String>> paths(
      DemoTable table, Map<DemoTable, List<List<@Nullable Object>>> read) {
    if (table.name().equals(DemoTables.PROJECTS)) {
      return List.of(Map.of());
    }
    if (table.parent().isEmpty()) {
      Stream<String> projects =
          table.name().equals(DemoTables.IMAGES)
              ? Stream.concat(
                  DemoTables.DEFAULT_PROJECTS.stream(), DemoTables.PUBLIC_PROJECTS.stream())
              : DemoTables.DEFAULT_PROJECTS.stream();
      return projects.map(id -> Map.of("project", id, "projectsId", id)).toList();
    }
    DemoTable parent =
        read.keySet().stream()
            .filter(each -> each.name().equals(table.parent()))
            .findFirst()
            .orElseThrow();
    List<Map<String, String>> paths = new ArrayList<>();
    for (List<@Nullable Object> row : read.getOrDefault(parent, List.of())) {
      Map<String, String> path = new LinkedHashMap<>();
      for (int i = 0; i < parent.columns().size(); i++) {
        if (row.get(i) instanceof String value) {
          path.put(parent.columns().get(i).name(), value);
        }
      }
      paths.add(path);
    }
    return paths;
  }

  /** Reads lists, page by page. */
  private static final class Reader {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String baseUrl;

    Reader(String baseUrl) {
      this.baseUrl = baseUrl;
    }

    List<List<@Nullable Object>> list(DemoTable table, Map<String, String> path)
        throws IOException, InterruptedException {
      String url = baseUrl + table.path();
      for (Map.Entry<String, String> variable : path.entrySet()) {
        url = url.replace("{" + variable.getKey() + "}", variable.getValue());
      }
      List<List<@Nullable Object>> rows = new ArrayList<>();
      String token = "";
      do {
        JsonNode page = get(url + (token.isEmpty() ? "" : "?pageToken=" + encoded(token)));
        for (JsonNode row : page.path(table.rows())) {
          rows.add(row(table, new ListedRow(path, row)));
        }
        token = page.path("nextPageToken").asText("");
      } while (!token.isEmpty());
      return rows;
    }

    private static List<@Nullable Object> row(DemoTable table, ListedRow row) {
      List<@Nullable Object> values = new ArrayList<>();
      for (DemoColumn column : table.columns()) {
        values.add(column.value(row));
      }
      for (NestedColumn column : table.nested()) {
        JsonNode value = row.json().path(column.name());
        values.add(value.isMissingNode() ? null : value.toString());
      }
      return values;
    }

    private JsonNode get(String url) throws IOException, InterruptedException {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw new IOException(url + " answers " + response.statusCode() + ": " + response.body());
      }
      return json.readTree(response.body());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
