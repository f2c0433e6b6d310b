package dev.imago.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Calls an emulator over a real socket. */
final class EmulatorClient {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String baseUrl;

  EmulatorClient(Emulator emulator) {
    this.baseUrl = emulator.baseUrl();
  }

  /** The answer to a GET, whatever its status. */
  Answer get(String target, String... headers) throws IOException, InterruptedException {
    return send("GET", target, HttpRequest.BodyPublishers.noBody(), headers);
  }

  /** The answer to a POST with a JSON body. */
  Answer post(String target, String body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", target, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  /** The answer to a PATCH with a JSON body. */
  Answer patch(String target, String body) throws IOException, InterruptedException {
    return send("PATCH", target, HttpRequest.BodyPublishers.ofString(body));
  }

  /** The answer to a DELETE. */
  Answer delete(String target) throws IOException, InterruptedException {
    return send("DELETE", target, HttpRequest.BodyPublishers.noBody());
  }

  Answer send(String method, String target, HttpRequest.BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + target)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response);
  }

  /** Text as it stands in a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** An answer with its body as text and as a tree. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    JsonNode json() throws IOException {
      return JsonReader.read(response.body());
    }

    String error() throws IOException {
      return json().path("error").path("message").asText();
    }

    /** One field of each element of a list. */
    List<String> each(String list, String field) throws IOException {
      List<String> values = new ArrayList<>();
      json().path(list).forEach(row -> values.add(row.path(field).asText()));
      return values;
    }

    List<String> names() throws IOException {
      return each("items", "name");
    }
  }
}
