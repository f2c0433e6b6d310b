package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.description.MarkerPaging;
import dev.imago.core.description.PageSize;
import dev.imago.core.description.Paging;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
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

  /**
   * No API of the clouds gives a link to its next page; should one begin to, it is only a value.
   */
  @Test
  void aPageThatIsALinkIsAskedForWhereTheFirstWas() throws IOException {
    Paging pairs =
        new MarkerPaging("marker", List.of("name"), new PageSize(Optional.of("limit"), 1));
    try (Service service = new Service(TOKEN);
        Service other = new Service()) {
      String link = other.server.url("/next").toString();
      String named = "{'name': '" + link + "'}";
      service
          .answer("{'items': [{'name': 'a'}], 'nextPageToken': '" + link + "'}")
          .answer("{}")
          .answer("{'items': [" + named + "]}")
          .answer("{}");

      assertThat(service.rows(Acme.images("p", "name"))).hasSize(1);
      assertThat(service.rows(Acme.images(pairs, "name"))).hasSize(1);

      assertThat(service.server.getRequestCount()).isEqualTo(4);
      assertThat(other.server.getRequestCount()).isZero();
    }
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

  @Test
  void faultOfAnAuthenticatorIsToldWithoutItsWords() throws IOException {
    Authenticator broken =
        (request, parameters) -> request.newBuilder().header("X-Auth-Token", "s3cret\n").build();

    ImagoException failure = failAt("http://127.0.0.1:1", broken);

    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(failure).hasMessageContaining("java.lang.IllegalArgumentException");
    assertThat(failure).hasStackTraceContaining("okhttp3");
    assertThat(stackTrace(failure)).doesNotContain("s3cret");
  }

  private static String stackTrace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @Test
  void aRefusedCredentialIsReplacedOnce() throws IOException {
    try (Service service = new Service(new Numbered())) {
      service.answer(401, "{}").answer("{'items': [{'name': 'a'}]}");

      assertThat(service.rows(Acme.images("p", "name"))).hasSize(1);

      assertThat(service.onlyCall().attempts()).isEqualTo(2);
      assertThat(authorization(service)).isEqualTo("Bearer 1");
      assertThat(authorization(service)).isEqualTo("Bearer 2");
    }
  }

  @Test
  void aServiceMaySayItWithAnotherStatus() throws IOException {
    try (Service service = new Service(new Numbered())) {
      service
          .answer(400, "{\"code\": \"BAD_TOKEN\", \"text\": \"\"}")
          .answer("{'items': [{'name': 'a'}]}");

      assertThat(service.rows(Acme.images("p", "name"))).hasSize(1);
    }
  }

  @Test
  void credentialsThatAreRefusedForEverFail() throws IOException {
    try (Service service = new Service(new Numbered())) {
      service.answer(401, "{}").answer(401, "{}").answer("{}");

      ImagoException failure =
          catchThrowableOfType(ImagoException.class, () -> service.rows(Acme.images("p", "name")));

      assertThat(failure.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
      assertThat(service.onlyCall().attempts()).isEqualTo(2);
    }
  }

  @Test
  void otherRefusalsAreNotRepeated() throws IOException {
    try (Service service = new Service(new Numbered())) {
      service.answer(403, "{}").answer("{}");

      ImagoException failure =
          catchThrowableOfType(ImagoException.class, () -> service.rows(Acme.images("p", "name")));

      assertThat(failure.code()).isEqualTo(ErrorCode.FORBIDDEN);
      assertThat(service.onlyCall().attempts()).isEqualTo(1);
    }
  }

  @Test
  void aCredentialThatCannotBeReplacedIsNotSentAgain() throws IOException {
    try (Service service = new Service(TOKEN)) {
      service.answer(401, "{}").answer("{}");

      assertThat(
              catchThrowableOfType(
                      ImagoException.class, () -> service.rows(Acme.images("p", "name")))
                  .code())
          .isEqualTo(ErrorCode.UNAUTHENTICATED);
      assertThat(service.onlyCall().attempts()).isEqualTo(1);
    }
  }

  @Test
  void anAuthenticatorIsToldWhatTheCallIsFor() throws IOException {
    List<Map<String, String>> told = new CopyOnWriteArrayList<>();
    try (Service service =
        new Service(
            (request, parameters) -> {
              told.add(parameters);
              return request;
            })) {
      service.answer("{}");

      service.rows(Acme.images("p", "name"));

      assertThat(told).containsExactly(Map.of("project", "p"));
    }
  }

  private static @Nullable String authorization(Service service) {
    RecordedRequest request = service.request();
    return request == null ? null : request.getHeaders().get("Authorization");
  }

  /** Each refusal makes the next number good. */
  private static final class Numbered implements Authenticator {
    private final AtomicInteger number = new AtomicInteger(1);

    @Override
    public Request authorize(Request request, Map<String, String> parameters) {
      return request.newBuilder().header("Authorization", "Bearer " + number.get()).build();
    }

    @Override
    public boolean renews(Request refused, Map<String, String> parameters) {
      number.incrementAndGet();
      return true;
    }
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
      assertThat(service.onlyCall().error()).isPresent().get().asString().doesNotContain("s3cret");
      return failure;
    }
  }
}
