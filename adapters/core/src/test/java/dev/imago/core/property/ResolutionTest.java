package dev.imago.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.Parameter;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.Settings.Value;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How layers of values become settings. */
final class ResolutionTest {
  private final PropertyCatalog catalog =
      new PropertyCatalog(List.of(acme("acme", "adc", "token", "none"), acme("pass", "password")));

  private static ProviderDescription acme(String name, String... auth) {
    return new ProviderDescription(
        name,
        "A cloud.",
        List.of(
            new ServiceEntry(
                "compute", PathTemplate.parse("https://compute.example/v1"), Map.of(), "Images.")),
        List.of(new Parameter("project", Optional.empty(), "Projects.")),
        List.of(auth),
        Optional.empty());
  }

  private Settings resolve(String name, String value) {
    return catalog.resolve(Map.of(PropertySource.PROPERTIES, Map.of(name, value)));
  }

  @Test
  void everyPropertyHasItsDefault() {
    Settings settings = catalog.resolve(Map.of());
    assertThat(settings.flag(ConnectionProperty.ENUMERATE)).isTrue();
    assertThat(settings.flag(ConnectionProperty.READ_ONLY)).isFalse();
    assertThat(settings.count(ConnectionProperty.MAX_CALLS)).isEqualTo(10_000);
    assertThat(settings.duration(ConnectionProperty.TIMEOUT)).isEqualTo(Duration.ZERO);
    assertThat(settings.text("acme", ConnectionProperty.AUTH)).isEqualTo("adc");
    assertThat(settings.serviceUrl("acme", "compute")).isEqualTo("https://compute.example/v1");
    assertThat(settings.defaults("acme.project")).isEmpty();
    assertThat(settings.values()).extracting(Value::source).containsOnly(PropertySource.DEFAULT);
    assertThat(settings.values())
        .extracting(value -> value.property().name())
        .isEqualTo(catalog.properties().stream().map(Property::name).toList());
  }

  @Test
  void everyDefaultIsAValueThatItsPropertyCanHave() {
    for (Property property : catalog.properties()) {
      assertThat(ValueFormat.normalize(property, property.defaultValue()))
          .as(property.name())
          .isEqualTo(property.defaultValue());
    }
  }

  @ParameterizedTest
  @EnumSource(value = PropertySource.class, mode = EnumSource.Mode.EXCLUDE, names = "DEFAULT")
  void theStrongestSourceCounts(PropertySource strongest) {
    Map<PropertySource, Map<String, String>> layers = new EnumMap<>(PropertySource.class);
    for (PropertySource source : PropertySource.values()) {
      if (source.compareTo(strongest) >= 0) {
        layers.put(source, Map.of("acme.project", source.name()));
      }
    }
    assertThat(catalog.resolve(layers).value("acme.project"))
        .returns(strongest.name(), Value::text)
        .returns(strongest, Value::source);
  }

  @Test
  void namesMayHaveAnyLetterCase() {
    assertThat(resolve("PARTIAL", "TRUE").flag(ConnectionProperty.PARTIAL)).isTrue();
    assertThat(values(resolve("ACME.PROJECT", "p"), "acme.project")).containsExactly("p");
  }

  @Test
  void aListMayHaveSpaces() {
    assertThat(values(resolve("acme.project", " a, b ,,c "), "acme.project"))
        .containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @CsvSource({
    "partial, TRUE, true",
    "partial, False, false",
    "maxCalls, 007, 7",
    "shareBytes, 0, 0",
    "timeout, 30s, 30s",
    "timeout, 500ms, 500ms",
    "complexTypes, JSON, json",
    "acme.auth, NONE, none",
    "acme.compute.url, http://127.0.0.1:8080/v1/, http://127.0.0.1:8080/v1",
    "acme.compute.url, HTTPS://h//, HTTPS://h",
    "acme.compute.url, https://ims.{region}.example, https://ims.{region}.example",
    "acme.auth.url, '', ''",
    "schema, acme.compute, acme.compute",
  })
  void aValueGetsItsNormalForm(String name, String given, String normal) {
    assertThat(resolve(name, given).value(name).text()).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "partial | yes | partial must be true or false, not \"yes\"",
        "partial | '' | partial must be true or false, not \"\"",
        "maxCalls | 0 | maxCalls must be a whole number, 1 or more, not \"0\"",
        "maxConcurrency | 0 | maxConcurrency must be a whole number, 1 or more, not \"0\"",
        "maxCalls | many | maxCalls must be a whole number, 1 or more, not \"many\"",
        "shareBytes | -1 | shareBytes must be a whole number, 0 or more, not \"-1\"",
        "timeout | 30 | timeout must be a duration such as 500ms, 30s or 2m, up to 100000h,"
            + " not \"30\"",
        "pollInterval | 999999999h | pollInterval must be a duration such as 500ms, 30s or 2m,"
            + " up to 100000h, not \"999999999h\"",
        "maxCalls | 9223372036854775808"
            + " | maxCalls must be a whole number, 1 or more, not \"9223372036854775808\"",
        "complexTypes | xml | complexTypes must be one of native, json, not \"xml\"",
        "acme.auth | aksk | acme.auth must be one of adc, token, none, not \"aksk\"",
        "schema | inventory"
            + " | schema must be a catalog and a schema, such as imago.inventory, not \"inventory\"",
        "schema | a.b.c"
            + " | schema must be a catalog and a schema, such as imago.inventory, not \"a.b.c\"",
      })
  void refusesWhatAPropertyCannotHave(String name, String value, String message) {
    assertInvalid(PropertySource.PROPERTIES, name, value, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:8080",
        "ftp://h",
        "https://",
        "https:///v1",
        "https://h/v1?key=s3cret",
        "https://user:s3cret@h",
        "https://h/#s3cret",
        "https://h/a b"
      })
  void refusesWhatIsNoUrlWithoutRepeatingIt(String url) {
    assertInvalid(
        PropertySource.PROPERTIES,
        "acme.compute.url",
        url,
        "acme.compute.url must be an http or https URL without user, query and fragment");
  }

  @Test
  void saysWhereABadValueStands() {
    String why = "maxCalls must be a whole number, 1 or more, not \"x\"";
    assertInvalid(PropertySource.URL, "maxCalls", "x", why + " (in the URL)");
    assertInvalid(PropertySource.CONFIG, "maxCalls", "x", why + " (in the config file)");
    assertInvalid(PropertySource.ENVIRONMENT, "maxCalls", "x", why + " (in IMAGO_MAX_CALLS)");
  }

  @ParameterizedTest
  @CsvSource({
    "acme.token, IMAGO_ACME_TOKEN",
    "acme.credentials, IMAGO_ACME_CREDENTIALS",
    "pass.username, IMAGO_PASS_USERNAME",
    "password, IMAGO_PASSWORD",
  })
  void refusesCredentialsInTheUrl(String name, String variable) {
    assertInvalid(
        PropertySource.URL,
        name,
        "s3cret",
        name
            + " is refused in the URL; give it as a property, in the config file or in the"
            + " environment variable "
            + variable);
  }

  @Test
  void refusesTwoSpellingsOfOneName() {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(
            () ->
                catalog.resolve(
                    Map.of(PropertySource.URL, Map.of("maxCalls", "1", "MAXCALLS", "2"))))
        .withMessage("maxCalls is given twice (in the URL)");
  }

  @Test
  void refusesAnUnknownNameAndNamesTheNearest() {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> resolve("maxCals", "1"))
        .withMessage("unknown property \"maxCals\"; did you mean \"maxCalls\"?")
        .returns(ErrorCode.UNKNOWN_PROPERTY, ImagoException::code)
        .returns("01S00", ImagoException::sqlState);
  }

  @Test
  void anEmptyUserAndPasswordAreIgnored() {
    Settings settings =
        catalog.resolve(
            Map.of(
                PropertySource.PROPERTIES, Map.of("user", "", "password", ""),
                PropertySource.URL, Map.of("password", ""),
                PropertySource.ENVIRONMENT, Map.of("user", "ann")));
    assertThat(settings.text(ConnectionProperty.USER)).isEqualTo("ann");
    assertThat(settings.value("password").source()).isEqualTo(PropertySource.DEFAULT);
  }

  @Test
  void userAndPasswordServeTheOnePasswordAccount() {
    Settings settings =
        catalog.resolve(
            Map.of(PropertySource.PROPERTIES, Map.of("user", "ann", "password", "s3cret")));
    assertThat(settings.text("pass", ConnectionProperty.USERNAME)).isEqualTo("ann");
    assertThat(settings.text("pass", ConnectionProperty.PROVIDER_PASSWORD)).isEqualTo("s3cret");
  }

  @Test
  void anAccountsOwnUserNameCountsMore() {
    Settings settings =
        catalog.resolve(
            Map.of(
                PropertySource.PROPERTIES, Map.of("user", "ann"),
                PropertySource.ENVIRONMENT, Map.of("pass.username", "bob")));
    assertThat(settings.text("pass", ConnectionProperty.USERNAME)).isEqualTo("bob");
  }

  @Test
  void aUserForSeveralAccountsIsRefused() {
    PropertyCatalog two =
        new PropertyCatalog(List.of(acme("a", "password"), acme("b", "password")));
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(
            () -> two.resolve(Map.of(PropertySource.PROPERTIES, Map.of("password", "s3cret"))))
        .withMessage(
            "password is for one account, but several have auth=password; give a.password and"
                + " b.password");
  }

  @Test
  void aSecretIsNeverShown() {
    Settings settings = resolve("acme.token", "s3cret");
    assertThat(settings.value("acme.token").shown()).isEqualTo("***");
    assertThat(settings.text("acme", ConnectionProperty.TOKEN)).isEqualTo("s3cret");
    assertThat(settings.toString()).contains("acme.token=***").doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret\n", " s3cret\r\n", "\ts3cret "})
  void whiteSpaceAroundATokenIsNoPartOfIt(String given) {
    assertThat(resolve("acme.token", given).text("acme", ConnectionProperty.TOKEN))
        .isEqualTo("s3cret");
    assertThat(resolve("pass.password", given).text("pass", ConnectionProperty.PROVIDER_PASSWORD))
        .isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret\nx", "s3cret\u00a0", "s3cret x", "s3cr\u00e9t", "s3cret\u0007x"})
  void aTokenThatNoHeaderCanHoldIsRefusedAndNotShown(String token) {
    assertInvalid(
        PropertySource.CONFIG,
        "acme.token",
        token,
        "acme.token holds white space, a control character or a character that is not ASCII, which"
            + " no HTTP header can carry; copy it again (in the config file)");
  }

  @Test
  void equalValuesGiveEqualSettings() {
    assertThat(resolve("MAXCALLS", "5"))
        .isEqualTo(resolve("maxCalls", "5"))
        .hasSameHashCodeAs(resolve("maxCalls", "5"))
        .isNotEqualTo(resolve("maxCalls", "6"));
  }

  private void assertInvalid(PropertySource source, String name, String value, String message) {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> catalog.resolve(Map.of(source, Map.of(name, value))))
        .withMessage(message)
        .returns(ErrorCode.INVALID_VALUE, ImagoException::code);
  }

  private static List<String> values(Settings settings, String property) {
    return settings.defaults(property).stream().map(DefaultValue::value).toList();
  }
}
