package dev.imago.opentelekom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.http.ApiFailure;
import dev.imago.core.http.ErrorShape;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceErrorShapeTest {
  private final ErrorShape shape = ServiceErrorShape.named("openstack");

  @Test
  void readsTheServicesOwnShape() {
    assertThat(read("{\"error\": {\"message\": \"Bad type.\", \"code\": \"IMG.0024\"}}"))
        .contains(new ApiFailure(List.of("IMG.0024"), "Bad type.", Optional.empty()));
  }

  @Test
  void readsTheGatewaysShape() {
    assertThat(
            read(
                "{\"error_msg\": \"No.\", \"error_code\": \"APIGW.0301\","
                    + " \"request_id\": \"r\"}"))
        .contains(new ApiFailure(List.of("APIGW.0301"), "No.", Optional.of("r")));
  }

  @Test
  void readsXml() {
    assertThat(
            read(
                "<?xml version=\"1.0\"?>\n<itemNotFound code=\"404\" xmlns=\"urn:x\">"
                    + "<message>No image &lt;x&gt;.</message></itemNotFound>"))
        .contains(new ApiFailure(List.of("404"), "No image <x>.", Optional.empty()));
  }

  @Test
  void xmlReachesNoOtherFile() {
    String body =
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<fault code=\"500\"><message>&e;</message></fault>";
    assertThat(read(body).map(ApiFailure::text).orElse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "{\"message\": \"no code\"}", "<html><p>x</p></html>", "<a", "{"})
  void anythingElseHasNoneOfTheShapes(String body) {
    assertThat(read(body)).isEmpty();
  }

  @Test
  void requestMayStandInAHeader() {
    assertThat(shape.read(400, Headers.of("X-Request-Id", "h"), "{\"error_code\": \"A.1\"}"))
        .contains(new ApiFailure(List.of("A.1"), "", Optional.of("h")));
  }

  @Test
  void aProjectIsNotTheResource() {
    assertThat(shape.isAboutResource(failure("Image x is not there."), "v2/images/x")).isTrue();
    assertThat(shape.isAboutResource(failure("No such Project."), "v2/images/x")).isFalse();
  }

  @Test
  void thereIsNoOtherShape() {
    assertThatThrownBy(() -> ServiceErrorShape.named("google"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Optional<ApiFailure> read(String body) {
    return shape.read(400, Headers.of(), body);
  }

  private static ApiFailure failure(String text) {
    return new ApiFailure(List.of("404"), text, Optional.empty());
  }
}
