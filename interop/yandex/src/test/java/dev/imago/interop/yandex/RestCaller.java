package dev.imago.interop.yandex;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls the emulator's REST paths with the JDK's client. */
record RestCaller(HttpClient http, String root) {
  static RestCaller at(String baseUrl) {
    return new RestCaller(HttpClient.newHttpClient(), baseUrl + "/yandex");
  }

  HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(root + target)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a body, or none when it is empty. */
  HttpResponse<String> send(String method, String target, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + target))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A parameter as it stands in a query. */
  static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
