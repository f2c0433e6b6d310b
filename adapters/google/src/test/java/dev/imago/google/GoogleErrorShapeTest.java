package dev.imago.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.http.ApiFailure;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleErrorShapeTest {
  private static final Headers NO_HEADERS = Headers.of();

  private final GoogleErrorShape shape = new GoogleErrorShape();

  @Test
  void readsTheShapeOfCompute() {
    String body =
        """
        {"error": {"code": 403, "message": "Rate limit exceeded.",
          "errors": [{"message": "Rate limit exceeded.", "domain": "usageLimits",
                      "reason": "rateLimitExceeded"}]}}
        """;
    assertThat(shape.read(403, NO_HEADERS, body))
        .contains(
            new ApiFailure(
                List.of("rateLimitExceeded", "403"), "Rate limit exceeded.", Optional.empty()));
  }

  @Test
  void readsTheShapeOfGoogleRpc() {
    String body =
        """
        {"error": {"code": 404, "status": "NOT_FOUND", "message": "Not there.", "details": [
          {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "RESOURCE_GONE",
           "domain": "vmmigration.googleapis.com", "metadata": {"reason": "no code"}},
          {"@type": "type.googleapis.com/google.rpc.RequestInfo", "requestId": "r-1"},
          "not an object"]}}
        """;
    assertThat(shape.read(404, NO_HEADERS, body))
        .contains(
            new ApiFailure(
                List.of("RESOURCE_GONE", "NOT_FOUND", "404"), "Not there.", Optional.of("r-1")));
  }

  @Test
  void theReasonsOfBothShapesComeBeforeTheStatus() {
    String body =
        """
        {"error": {"details": [{"reason": "SECOND"}], "status": "THIRD", "code": 400,
                   "errors": [{"reason": "first"}], "message": "m"}}
        """;
    assertThat(shape.read(400, NO_HEADERS, body))
        .map(ApiFailure::codes)
        .contains(List.of("first", "SECOND", "THIRD", "400"));
  }

  @Test
  void takesTheRequestIdFromTheHeaderWhereTheBodyHasNone() {
    assertThat(shape.read(500, Headers.of("X-Request-Id", "h-1"), "{\"error\": {}}"))
        .contains(new ApiFailure(List.of("500"), "", Optional.of("h-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Bad gateway</html>",
        "",
        "[]",
        "{}",
        "{\"error\": \"invalid_grant\", \"error_description\": \"no\"}",
        "{\"error\": {\"message\": \"cut o",
      })
  void leavesOtherShapesAlone(String body) {
    assertThat(shape.read(502, NO_HEADERS, body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The resource 'projects/p/global/images/x' was not found             | true
          Resource projects/p/global/images/x not found.                      | true
          The resource '//host/projects/p/global/images/x' was not found      | true
          The resource 'projects/4711/global/images/x' was not found          | true
          The resource 'projects/p' was not found                             | false
          The resource 'projects/p/global/images/x-2' was not found           | false
          The resource 'projects/p/global/images/x/y' was not found           | false
          The resource 'projects/p/global/images/y' was not found             | false
          Not found                                                           | false
          """)
  void knowsWhetherTheResourceItselfIsAbsent(String text, boolean itself) {
    ApiFailure failure = new ApiFailure(List.of("notFound"), text, Optional.empty());
    assertThat(shape.isAboutResource(failure, "projects/p/global/images/x")).isEqualTo(itself);
  }

  @Test
  void aViewIsAbsentWhenItsFamilyIs() {
    String view = "projects/p/zones/z/imageFamilyViews/f";
    assertThat(shape.isAboutResource(absent("projects/p/global/images/family/f"), view)).isTrue();
    assertThat(shape.isAboutResource(absent(view), view)).isTrue();
    assertThat(shape.isAboutResource(absent("projects/p/zones/z"), view)).isFalse();
    assertThat(shape.isAboutResource(absent("projects/p/global/images/family/g"), view)).isFalse();
  }

  @Test
  void aProjectIsAResourceToo() {
    ApiFailure failure = absent("projects/p");
    assertThat(shape.isAboutResource(failure, "projects/p")).isTrue();
    assertThat(shape.isAboutResource(failure, "projects/q")).isFalse();
  }

  private static ApiFailure absent(String path) {
    return new ApiFailure(
        List.of("notFound"), "The resource '" + path + "' was not found", Optional.empty());
  }
}
