package dev.imago.yandex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.http.ApiFailure;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusShapeTest {
  private final StatusShape shape = new StatusShape();

  @Test
  void readsCodeTextAndRequest() {
    String body =
        """
        {"code": 16, "message": "Token is invalid or has expired.", "details": [
          {"@type": "type.googleapis.com/google.rpc.Help", "links": [{"url": "x"}]},
          {"@type": "type.googleapis.com/google.rpc.RequestInfo", "requestId": "r-1"}]}
        """;
    assertThat(shape.read(401, Headers.of(), body))
        .contains(
            new ApiFailure(List.of("16"), "Token is invalid or has expired.", Optional.of("r-1")));
  }

  @Test
  void requestMayStandInAHeader() {
    assertThat(shape.read(404, Headers.of("X-Request-Id", "r-2"), "{\"code\": 5}"))
        .contains(new ApiFailure(List.of("5"), "", Optional.of("r-2")));
  }

  @Test
  void gatewayMayPutItIntoAnError() {
    assertThat(shape.read(200, Headers.of(), "{\"error\": {\"code\": 5, \"message\": \"m\"}}"))
        .contains(new ApiFailure(List.of("5"), "m", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"error\": \"5\"}", "{\"code\": \"x\"}", "{"})
  void anythingElseHasNotThisShape(String body) {
    assertThat(shape.read(502, Headers.of(), body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Image fd8x not found, images/fd8x, true",
    "Image fd8x not found, images/fd8, false",
    "Folder b1g not found, images/fd8x, false",
    "Folder b1g not found, images:latestByFamily, false",
    "Image with family \"a\" not found in folder b1g, images:latestByFamily, true"
  })
  void tellsTheResourceFromItsFolder(String text, String resource, boolean isAboutResource) {
    ApiFailure failure = new ApiFailure(List.of("5"), text, Optional.empty());
    assertThat(shape.isAboutResource(failure, resource)).isEqualTo(isAboutResource);
  }
}
