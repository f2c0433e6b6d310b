package dev.imago.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.Endpoint;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.PropertySource;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.core.read.AcmeErrors;
import dev.imago.core.read.ReadRequest;
import dev.imago.core.read.TableReader;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From descriptions and settings to what is sent. */
class ProviderEndpointsTest {
  private final Acme acme = new Acme();
  private final ProviderRegistry providers = ProviderRegistry.of(List.of(acme));

  @Test
  void urlIsTheServices() {
    try (ServiceCalls services = services(settings(Map.of()))) {
      assertThat(new TableReader(services).describe(images()))
          .isEqualTo("GET https://compute.acme.test/v1/projects/p/images?size=100");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:81/x", "http://127.0.0.1:81/x/"})
  void propertyReplacesTheUrl(String url) {
    try (ServiceCalls services = services(settings(Map.of("acme.compute.url", url)))) {
      assertThat(new TableReader(services).describe(images()))
          .isEqualTo("GET http://127.0.0.1:81/x/projects/p/images?size=100");
    }
  }

  @Test
  void credentialIsAskedForOnceAndLate() {
    Endpoints endpoints =
        new ProviderEndpoints(settings(Map.of()), providers, Clock.systemUTC(), new TokenPool());

    Endpoint endpoint = endpoints.of(table());
    assertThat(acme.credentials).hasValue(0);

    assertThat(endpoint.authenticator().get())
        .isSameAs(endpoints.of(table()).authenticator().get());
    assertThat(acme.credentials).hasValue(1);
  }

  @Test
  void concurrencyHasABound() {
    Settings settings = settings(Map.of("maxConcurrency", "1001"));

    assertThatThrownBy(() -> services(settings))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
        .hasMessage("maxConcurrency must be at most 1000");
  }

  private ServiceCalls services(Settings settings) {
    return new ServiceCalls(settings, providers, Clock.systemUTC(), new TokenPool());
  }

  private Settings settings(Map<String, String> values) {
    return providers.properties().resolve(Map.of(PropertySource.PROPERTIES, values));
  }

  private TableDescription table() {
    return providers.service("acme", "compute").orElseThrow().table("images").orElseThrow();
  }

  private ReadRequest images() {
    return new ReadRequest(
        table(),
        table().read("list").orElseThrow(),
        Map.of("project", "p"),
        table().columns(),
        List.of(),
        OptionalLong.empty());
  }

  /** A cloud of one table. */
  private static final class Acme implements Provider {
    private static final Map<String, String> FILES =
        Map.of(
            "provider.yaml",
            """
            provider: acme
            says: An invented cloud.
            auth: [none]
            parameters: {project: Projects.}
            services:
              compute: {url: 'https://compute.acme.test/v1', says: Computers.}
            """,
            "compute.yaml",
            """
            service: acme.compute
            says: Computers.
            errors: {shape: acme}
            pages: {token: token, next: next, size: {parameter: size, most: 100}}
            tables:
              images:
                says: One image.
                key: [project, name]
                columns:
                  project: {from: request, says: The project.}
                  name: The name.
                reads: {list: {path: 'projects/{project}/images', rows: items}}
            """);

    private final AtomicInteger credentials = new AtomicInteger();

    @Override
    public String name() {
      return "acme";
    }

    @Override
    public InputStream open(String file) throws IOException {
      String text = FILES.get(file);
      if (text == null) {
        throw new FileNotFoundException(file);
      }
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ErrorShape errorShape(String name) {
      return new AcmeErrors();
    }

    @Override
    public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
      credentials.incrementAndGet();
      return (request, parameters) -> request;
    }
  }
}
