package dev.imago.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.RecordedRequest;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the calls of one connection. They are read from the connection's own log, and compared with
 * what the clouds received, so that the log is proven with every script.
 */
final class CallTranscript {
  /** Tokens are long, and only mean something to who made them. */
  private static final Pattern PAGE_TOKEN = Pattern.compile("([?&]pageToken=)[^&]*");

  /** What is made afresh for each request. */
  private static final Pattern REPEAT_KEY =
      Pattern.compile("((?:requestId|idempotency_key)(?:=| = '))[-0-9a-f]{36}");

  private final Clouds clouds;
  private long lastStatement;

  CallTranscript(Clouds clouds) {
    this.clouds = clouds;
  }

  /**
   * The calls since this was last asked for, one line each, in planned order.
   *
   * @throws AssertionError when the log and the clouds do not agree
   */
  List<String> next(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    List<RecordedRequest> received = new ArrayList<>(clouds.emulator().requests().all());
    List<String> sent = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet calls =
            statement.executeQuery(
                "SELECT statement_id, http_method, url, status, row_count, attempts, cache"
                    + " FROM imago.system.calls WHERE statement_id > "
                    + lastStatement
                    + " ORDER BY statement_id, seq")) {
      while (calls.next()) {
        lastStatement = calls.getLong("statement_id");
        String request = request(calls);
        for (int attempt = 0; attempt < calls.getInt("attempts"); attempt++) {
          sent.add(request);
        }
        lines.add(shown(request) + " -> " + answer(calls));
        lines.addAll(contents(request, received));
      }
    }
    assertThat(sent)
        .as("the connection's log beside what the clouds received")
        .containsExactlyInAnyOrderElementsOf(clouds.emulator().requests().lines());
    clouds.emulator().requests().clear();
    return Collections.unmodifiableList(lines);
  }

  private static String shown(String request) {
    return withoutKeys(PAGE_TOKEN.matcher(request).replaceAll("$1..."));
  }

  /** The text without keys that are made afresh for each request. */
  static String withoutKeys(String text) {
    return REPEAT_KEY.matcher(text).replaceAll("$1<uuid>");
  }

  /**
   * What the first of the equal requests says beside its URL; it is taken out of those received.
   */
  private static List<String> contents(String request, List<RecordedRequest> received) {
    for (RecordedRequest each : received) {
      if (each.line().equals(request)) {
        received.remove(each);
        List<String> lines = new ArrayList<>();
        each.headers()
            .forEach(
                (name, values) -> {
                  if (name.equalsIgnoreCase("Idempotency-Key")) {
                    lines.add("  " + withoutKeys("idempotency_key=" + values.get(0)));
                  }
                });
        if (!each.body().isEmpty()) {
          lines.add("  " + shown(each.body()));
        }
        return lines;
      }
    }
    return List.of();
  }

  private static String request(ResultSet call) throws SQLException {
    URI url = URI.create(call.getString("url"));
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return call.getString("http_method") + " " + url.getRawPath() + query;
  }

  private static String answer(ResultSet call) throws SQLException {
    long count = call.getLong("row_count");
    String rows = count + (count == 1 ? " row" : " rows");
    if (!"miss".equals(call.getString("cache"))) {
      return call.getString("cache") + ", " + rows;
    }
    if (call.getInt("attempts") == 0) {
      return "not sent";
    }
    String status = call.getString("status") == null ? "no answer" : call.getString("status");
    String attempts = call.getInt("attempts") == 1 ? "" : ", sent " + call.getInt("attempts") + "x";
    return status + ", " + rows + attempts;
  }
}
