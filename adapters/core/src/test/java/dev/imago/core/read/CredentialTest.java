package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class CredentialTest {
  private static final Authenticator TOKEN =
      (request, parameters) ->
          request.newBuilder().header("Authorization", "Bearer s3cret").build();

  @Test
  void credentialIsSentToThisMachine() throws IOException {
    try (Service service = new Service(TOKEN)) {
      service.answer("{}");

      service.rows(Acme.images("p", "name"));

      assertThat(service.request())
          .extracting(request -> request.getHeaders().get("Authorization"))
          .isEqualTo("Bearer s3cret");
      assertThat(service.calls.calls()).asString().doesNotContain("s3cret");
    }
  }

  @Test
  void clientSaysWhoItIs() throws IOException {
    try (Service service = new Service()) {
      service.answer("{}");

      service.rows(Acme.images("p", "name"));

      assertThat(service.request())
          .extracting(request -> request.getHeaders().get("User-Agent"))
          .asString()
          .matches("imago/\\d+\\.\\d+.*");
    }
  }

  @Test
  void credentialIsNotSentInClear() throws IOException {
    ImagoException failure = failAt("http://compute.invalid", TOKEN);

    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
    assertThat(failure)
        .hasMessageContaining("no credential is sent to compute.invalid in clear")
        .hasMessageContaining("acme.compute.url");
  }

  @Test
  void requestWithoutACredentialMayGoAnywhere() throws IOException {
    assertThat(failAt("http://compute.invalid", (request, parameters) -> request).code())
        .isEqualTo(ErrorCode.CANNOT_CONNECT);
  }

  @Test
  void failureToGetACredentialIsTheStatementsFailure() throws IOException {
    Authenticator expired =
        (request, parameters) -> {
          throw new ImagoException(ErrorCode.UNAUTHENTICATED, "the token has expired");
        };

    ImagoException failure = failAt("http://127.0.0.1:1", expired);

    assertThat(failure.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    assertThat(failure).hasMessage("the token has expired");
  }

  @Test
  void faultOfAnAuthenticatorIsNamed() throws IOException {
    Authenticator broken =
        (request, parameters) -> {
          throw new IllegalStateException("no key");
        };

    assertThat(failAt("http://127.0.0.1:1", broken).code()).isEqualTo(ErrorCode.INTERNAL);
  }

  private static ImagoException failAt(String base, Authenticator authenticator)
      throws IOException {
    try (Service service = new Service();
        ServiceCalls services =
            Service.services(Service.endpoint(HttpUrl.get(base), authenticator));
        RowStream rows =
            new TableReader(services)
                .read(List.of(Acme.images("p", "name")), service.statement(10))) {
      ImagoException failure = catchThrowableOfType(ImagoException.class, rows::next);
      assertThat(service.onlyCall().error()).isPresent();
      return failure;
    }
  }
}
