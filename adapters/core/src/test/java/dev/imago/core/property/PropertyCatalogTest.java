package dev.imago.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.Parameter;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which properties there are, and what they are called. */
final class PropertyCatalogTest {
  private static final ProviderDescription ACME =
      new ProviderDescription(
          "acme",
          "A cloud.",
          List.of(
              new ServiceEntry(
                  "compute",
                  PathTemplate.parse("https://compute.acme.example/v1"),
                  Map.of(),
                  "Images.")),
          List.of(
              new Parameter("project", Optional.empty(), "Projects."),
              new Parameter("folder_id", Optional.empty(), "Folders.")),
          List.of("adc", "token", "none"),
          Optional.of("project"));
  private static final ProviderDescription OTHER =
      new ProviderDescription(
          "other",
          "Another cloud.",
          List.of(
              new ServiceEntry(
                  "ims", PathTemplate.parse("https://ims.other.example"), Map.of(), "Images.")),
          List.of(),
          List.of("password", "aksk"),
          Optional.empty());

  private final PropertyCatalog catalog = new PropertyCatalog(List.of(ACME, OTHER));

  @Test
  void listsEveryPropertyByName() {
    assertThat(catalog.properties())
        .extracting(Property::name)
        .containsExactly(
            "acme.auth",
            "acme.auth.url",
            "acme.compute.url",
            "acme.credentials",
            "acme.folder_id",
            "acme.project",
            "acme.rateLimit",
            "acme.token",
            "await",
            "bulkWrites",
            "cacheTtl",
            "complexTypes",
            "config",
            "enumerate",
            "maxCalls",
            "maxConcurrency",
            "other.accessKey",
            "other.auth",
            "other.auth.url",
            "other.domain",
            "other.ims.url",
            "other.password",
            "other.rateLimit",
            "other.secretKey",
            "other.securityToken",
            "other.username",
            "partial",
            "password",
            "pollInterval",
            "readOnly",
            "retryBase",
            "schema",
            "shareBytes",
            "timeout",
            "user");
  }

  @Test
  void aProviderChoosesAmongItsOwnKindsOfCredential() {
    Property auth = catalog.find("acme.auth").orElseThrow();
    assertThat(auth.choices()).containsExactly("adc", "token", "none");
    assertThat(auth.defaultValue()).isEqualTo("adc");
    assertThat(catalog.find("other.auth").orElseThrow().defaultValue()).isEqualTo("password");
  }

  @Test
  void aServiceHasItsOwnUrl() {
    assertThat(catalog.find("acme.compute.url").orElseThrow().defaultValue())
        .isEqualTo("https://compute.acme.example/v1");
  }

  @Test
  void aParameterIsDescribedByItsProvider() {
    Property project = catalog.find("acme.project").orElseThrow();
    assertThat(project.property()).isEqualTo(ConnectionProperty.DEFAULT_VALUES);
    assertThat(project.description()).isEqualTo("Projects.");
    assertThat(project.defaultValue()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"maxCalls", "MAXCALLS", "maxcalls"})
  void findsWhateverTheLetterCase(String name) {
    assertThat(catalog.find(name)).map(Property::name).contains("maxCalls");
  }

  @Test
  void findsAnUpperCaseIWhateverTheLocale() {
    assertThat(catalog.find("PARTIAL")).map(Property::name).contains("partial");
    assertThat(catalog.find("OTHER.IMS.URL")).map(Property::name).contains("other.ims.url");
  }

  @Test
  void findsNothingElse() {
    assertThat(catalog.find("maxCals")).isEmpty();
    assertThat(catalog.find("acme.username")).isEmpty();
    assertThat(catalog.find("url")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "maxCals, maxCalls",
    "raedOnly, readOnly",
    "acme.proyect, acme.project",
    "project, acme.project",
    "projct, acme.project",
    "acme.compute, acme.compute.url",
    "TIMEOUTS, timeout",
  })
  void namesTheNearest(String mistyped, String nearest) {
    assertThat(catalog.nearest(mistyped)).isEqualTo(nearest);
  }

  @ParameterizedTest
  @CsvSource({
    "maxCalls, IMAGO_MAX_CALLS",
    "partial, IMAGO_PARTIAL",
    "cacheTtl, IMAGO_CACHE_TTL",
    "acme.compute.url, IMAGO_ACME_COMPUTE_URL",
    "acme.folder_id, IMAGO_ACME_FOLDER_ID",
    "other.securityToken, IMAGO_OTHER_SECURITY_TOKEN",
  })
  void namesTheEnvironmentVariable(String name, String variable) {
    assertThat(catalog.find(name).orElseThrow().environmentVariable()).isEqualTo(variable);
  }

  @Test
  void picksWhatItKnowsOutOfTheEnvironment() {
    assertThat(
            catalog.environmentLayer(
                Map.of(
                    "IMAGO_PARTIAL", "true",
                    "IMAGO_ACME_COMPUTE_URL", "https://localhost",
                    "IMAGO_TIMEOUT", "",
                    "IMAGO_SOMETHING_ELSE", "x",
                    "PATH", "/bin")))
        .isEqualTo(Map.of("partial", "true", "acme.compute.url", "https://localhost"));
  }

  @Test
  void onlySecretsAndCredentialsAreKeptOutOfTheUrl() {
    assertThat(catalog.properties().stream().filter(property -> !property.isAllowedInUrl()))
        .extracting(Property::name)
        .containsExactly(
            "acme.credentials",
            "acme.token",
            "other.accessKey",
            "other.domain",
            "other.password",
            "other.secretKey",
            "other.securityToken",
            "other.username",
            "password");
  }

  @Test
  void aParameterCannotHideAnotherProperty() {
    ProviderDescription hiding =
        new ProviderDescription(
            "acme",
            "A cloud.",
            List.of(),
            List.of(new Parameter("Auth", Optional.empty(), "No.")),
            List.of("none"),
            Optional.empty());
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> new PropertyCatalog(List.of(hiding)))
        .withMessage("two properties have the name acme.auth or its environment variable")
        .returns(ErrorCode.INVALID_DESCRIPTION, ImagoException::code);
  }
}
