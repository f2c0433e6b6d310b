package dev.imago.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How providers and their services are found. */
final class ProviderRegistryTest {
  private static final String PROVIDER_FILE =
      """
      provider: NAME
      says: A cloud.
      auth: [none]
      parameters: {project: Projects.}
      services:
        ims: {url: 'https://ims.example', says: Images.}
        vpc: {url: 'https://vpc.example', says: Networks.}
      """;
  private static final String SERVICE_FILE =
      """
      service: NAME.ims
      says: Images.
      errors: {shape: plain}
      tables:
        images:
          says: One image.
          key: [id]
          columns: {id: The id.}
          reads: {list: {path: images, rows: images}}
      """;

  private static InMemoryProvider provider(String name) {
    return provider(name, SERVICE_FILE);
  }

  private static InMemoryProvider provider(String name, String serviceFile) {
    return new InMemoryProvider(
        name,
        Map.of(
            "provider.yaml", PROVIDER_FILE.replace("NAME", name),
            "ims.yaml", serviceFile.replace("NAME", name)));
  }

  @Test
  void listsTheProvidersByName() {
    ProviderRegistry registry = ProviderRegistry.of(List.of(provider("beta"), provider("alpha")));
    assertThat(registry.providers())
        .extracting(ProviderDescription::name)
        .containsExactly("alpha", "beta");
    assertThat(registry.properties().find("alpha.ims.url")).isPresent();
  }

  @Test
  void findsWhateverTheLetterCase() {
    InMemoryProvider alibi = provider("alibi");
    ProviderRegistry registry = ProviderRegistry.of(List.of(alibi));
    assertThat(registry.provider("ALIBI")).containsSame(alibi);
    assertThat(registry.service("Alibi", "IMS").map(ServiceDescription::name)).contains("ims");
  }

  @Test
  void findsNothingElse() {
    ProviderRegistry registry = ProviderRegistry.of(List.of(provider("alpha")));
    assertThat(registry.provider("beta")).isEmpty();
    assertThat(registry.service("beta", "ims")).isEmpty();
    assertThat(registry.service("alpha", "compute")).isEmpty();
  }

  @Test
  void readsAServiceOnceAndOnlyWhenItIsAskedFor() {
    InMemoryProvider alpha = provider("alpha");
    ProviderRegistry registry = ProviderRegistry.of(List.of(alpha));
    assertThat(alpha.opened()).containsExactly("provider.yaml");
    ServiceDescription service = registry.service("alpha", "ims").orElseThrow();
    assertThat(registry.service("ALPHA", "IMS")).containsSame(service);
    assertThat(alpha.opened()).containsExactly("provider.yaml", "ims.yaml");
  }

  @Test
  void readsAServiceOnceForAllThreads() throws Exception {
    int threads = 8;
    InMemoryProvider alpha = provider("alpha");
    ProviderRegistry registry = ProviderRegistry.of(List.of(alpha));
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<ServiceDescription> ask =
        () -> {
          start.await();
          return registry.service("alpha", "ims").orElseThrow();
        };
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<ServiceDescription>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        answers.add(executor.submit(ask));
      }
      ServiceDescription first = answers.get(0).get();
      for (Future<ServiceDescription> answer : answers) {
        assertThat(answer.get()).isSameAs(first);
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(alpha.opened()).containsExactly("provider.yaml", "ims.yaml");
  }

  @Test
  void refusesAServiceWithoutItsFile() {
    ProviderRegistry registry = ProviderRegistry.of(List.of(provider("alpha")));
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> registry.service("alpha", "vpc"))
        .withMessage("alpha/vpc.yaml: cannot be read: no vpc.yaml")
        .returns(ErrorCode.INVALID_DESCRIPTION, ImagoException::code);
  }

  @Test
  void refusesAnErrorShapeThatTheProviderDoesNotKnow() {
    String file = SERVICE_FILE.replace("shape: plain", "shape: fancy");
    ProviderRegistry registry = ProviderRegistry.of(List.of(provider("alpha", file)));
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> registry.service("alpha", "ims"))
        .withMessage("alpha/ims.yaml:3: errors: unknown error shape \"fancy\"");
  }

  @Test
  void refusesTwoProvidersOfOneName() {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> ProviderRegistry.of(List.of(provider("alibi"), provider("ALIBI"))))
        .withMessage("there are two providers with the name ALIBI")
        .returns(ErrorCode.INVALID_DESCRIPTION, ImagoException::code);
  }

  @Test
  void loadsTheProvidersThatAreRegistered(@TempDir Path folder) throws IOException {
    try (URLClassLoader loader = loaderThatRegisters(folder, Registered.class.getName())) {
      assertThat(ProviderRegistry.load(loader).provider("registered")).isPresent();
    }
  }

  @Test
  void refusesAProviderThatCannotBeMade(@TempDir Path folder) throws IOException {
    try (URLClassLoader loader = loaderThatRegisters(folder, "dev.imago.Absent")) {
      assertThatExceptionOfType(ImagoException.class)
          .isThrownBy(() -> ProviderRegistry.load(loader))
          .withMessageStartingWith("a provider cannot be loaded: ")
          .withMessageContaining("dev.imago.Absent")
          .returns(ErrorCode.INVALID_DESCRIPTION, ImagoException::code);
    }
  }

  private static URLClassLoader loaderThatRegisters(Path folder, String className)
      throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Provider.class.getName()), className + "\n");
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, ProviderRegistryTest.class.getClassLoader());
  }

  /** A provider that a service file names. */
  public static final class Registered implements Provider {
    private final InMemoryProvider files = ProviderRegistryTest.provider("registered");

    @Override
    public String name() {
      return files.name();
    }

    @Override
    public InputStream open(String file) throws IOException {
      return files.open(file);
    }

    @Override
    public ErrorShape errorShape(String name) {
      return files.errorShape(name);
    }

    @Override
    public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
      return files.authenticator(settings, clock, tokens);
    }
  }
}
