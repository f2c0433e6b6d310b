package dev.imago.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ApiMethod;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.provider.ProviderRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens and signatures of some clouds are for one project in one region: every call has both. */
class CallScopeTest {
  static Stream<Arguments> calls() {
    ProviderRegistry providers =
        ProviderRegistry.load(Thread.currentThread().getContextClassLoader());
    return providers.providers().stream()
        .filter(provider -> List.of("opentelekom", "huawei").contains(provider.name()))
        .flatMap(provider -> services(providers, provider))
        .flatMap(service -> service.tables().stream())
        .flatMap(
            table ->
                Stream.<ApiMethod>concat(table.reads().stream(), table.writes().stream())
                    .map(
                        method ->
                            Arguments.argumentSet(
                                table.qualifiedName() + "." + method.name(), method)));
  }

  private static Stream<ServiceDescription> services(
      ProviderRegistry providers, ProviderDescription provider) {
    return provider.services().stream()
        .map(service -> providers.service(provider.name(), service.name()).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isRegionAndProject(ApiMethod method) {
    assertThat(method.call().parameters()).contains("region", "project_id");
  }
}
