package dev.imago.core.description.yaml;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that a provider's file can have is refused, with its line. */
final class ProviderErrorsTest {
  @ParameterizedTest
  @MethodSource
  void refuses(String before, String after, String message) {
    EditedFile.of("provider.yaml", before, after).assertRefused(AcmeFiles::provider, message);
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        arguments(
            "provider: acme", "provider: other", "the provider must be \"acme\", not \"other\""),
        arguments(
            "says: The cloud", "said: The cloud", "unknown word \"said\"; did you mean \"says\"?"),
        arguments("auth: [adc, token, none]", "auth: []", "must be a list with something in it"),
        arguments("auth: [adc, token, none]", "auth: adc", "must be a list with something in it"),
        arguments("[adc, token, none]", "[adc, token, adc]", "\"adc\" is here twice"),
        arguments(
            "location: Locations",
            "Project: Locations",
            "the parameters \"project\" and \"Project\" differ in letter case only"),
        arguments("location: Locations", "a-b: Locations", "\"a-b\" is no name for a parameter"),
        arguments(
            "Projects that stand in for a missing project.",
            "Projects",
            "parameter project: what it says must end with a full stop: \"Projects\""),
        arguments(
            "account: project",
            "account: projct",
            "\"projct\" is no parameter; did you mean \"project\"?"),
        arguments("  compute:\n", "  9lives:\n", "\"9lives\" is no name for a service"),
        arguments(
            "https://compute.acme.example/v1",
            "http://compute.acme.example/v1",
            "service compute: must start with https:// and end without a slash, not"
                + " \"http://compute.acme.example/v1\""),
        arguments(
            "https://compute.acme.example/v1",
            "https://compute.acme.example/v1/",
            "service compute: must start with https:// and end without a slash, not"
                + " \"https://compute.acme.example/v1/\""),
        arguments(
            "  compute:\n    url: https://compute.acme.example/v1\n",
            "  compute:\n",
            "service compute: needs \"url\""));
  }
}
