package dev.imago.core.description.yaml;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that a service's file can have is refused, with its line. */
final class ServiceErrorsTest {
  private static void assertRefused(String before, String after, String message) {
    EditedFile.of("compute.yaml", before, after).assertRefused(AcmeFiles::service, message);
  }

  @ParameterizedTest
  @MethodSource
  void refusesAtTheTop(String before, String after, String message) {
    assertRefused(before, after, message);
  }

  static Stream<Arguments> refusesAtTheTop() {
    return Stream.of(
        arguments(
            "service: acme.compute",
            "service: acme.computer",
            "the service must be \"acme.compute\", not \"acme.computer\""),
        arguments(
            "service: acme.compute\nsays: Images and disks.\n",
            "service: acme.compute\n",
            "needs \"says\""),
        arguments(
            "says: Images and disks.",
            "says: Images and disks",
            "what it says must end with a full stop: \"Images and disks\""),
        arguments("says: Images and disks.", "says: []", "must be a text"),
        arguments("says: Images and disks.", "says:", "must be a text"),
        arguments("\ntables:", "\n<!>tabels:", "unknown word \"tabels\"; did you mean \"tables\"?"),
        arguments("mask: fields", "says: More.", "\"says\" is here twice, first on line 2"),
        arguments("  shape: acme", "  shape: other", "errors: unknown error shape \"other\""),
        arguments(
            "bad_value}",
            "bad_valeu}",
            "errors: unknown meaning \"bad_valeu\"; did you mean \"bad_value\"?"),
        arguments("most: 500}", "most: 0}", "pages: size: must be a positive number, not \"0\""),
        arguments(
            "most: 500}", "most: many}", "pages: size: must be a positive number, not \"many\""),
        arguments("maxResults, most: 500}", "maxResults}", "pages: size: needs \"most\""),
        arguments("{token: pageToken, ", "{", "pages: needs \"token\", \"marker\" or \"offset\""),
        arguments(
            "{token: pageToken, next: nextPageToken", "{token: pageToken", "pages: needs \"next\""),
        arguments(
            "{token: pageToken, next: nextPageToken", "{marker: marker", "pages: needs \"from\""),
        arguments(
            "{token: pageToken, next: nextPageToken",
            "{marker: marker, from: id, total: count",
            "pages: \"total\" has no place here: these pages go on by \"marker\""),
        arguments(
            "{token: pageToken, next: nextPageToken",
            "{token: pageToken, next: nextPageToken, offset: offset",
            "pages: \"token\" has no place here: these pages go on by \"offset\""),
        arguments(
            "{token: pageToken, next: nextPageToken",
            "{token: pageToken, next: nextPageToken, from: id",
            "pages: \"from\" has no place here: these pages go on by \"token\""),
        arguments(
            "next: nextPageToken",
            "nxet: nextPageToken",
            "pages: unknown word \"nxet\"; did you mean \"next\"?"),
        arguments(
            "{project: acme.project}",
            "{project: acme.projekt}",
            "defaults: unknown property \"acme.projekt\"; did you mean \"acme.project\"?"),
        arguments(
            "{project: acme.project}",
            "{projekt: acme.project}",
            "defaults: \"projekt\" is no variable of a path"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesInTypes(String before, String after, String message) {
    assertRefused(before, after, message);
  }

  static Stream<Arguments> refusesInTypes() {
    return Stream.of(
        arguments(
            "'Key[]'",
            "'Kee[]'",
            "type Step: field keys: unknown type \"Kee\"; did you mean \"Key\"?"),
        arguments(
            "'Key[]'",
            "map<varchr>",
            "type Step: field keys: unknown type \"varchr\"; did you mean \"varchar\"?"),
        arguments(
            "    kmsKeyName: The key's name.\n",
            "    step: {type: 'map<Step>', says: The step.}\n",
            "type Key: field step: the types go in a circle: Step -> Key -> Step"),
        arguments(
            "    kmsKeyName: The key's name.\n",
            "    key: {type: Key, says: The key.}\n",
            "type Key: field key: the types go in a circle: Key -> Key"),
        arguments("  Key:\n", "  json:\n", "\"json\" is no name for a type"),
        arguments(
            "    kmsKeyName: The key's name.\n",
            "    kmsKeyName: The key's name\n",
            "type Key: field kmsKeyName: what it says must end with a full stop: \"The key's name\""),
        arguments(
            "    kmsKeyName: The key's name.\n",
            "    kmsKeyName: {from: name, says: The name.}\n",
            "type Key: field kmsKeyName: unknown word \"from\""),
        arguments(
            "    kmsKeyName: The key's name.\n",
            "    rawkey: The key's name.\n<!>",
            "type Key: the fields \"rawkey\" and \"rawKey\" differ in letter case only"),
        arguments(
            "rawKey: {says: The key itself., secret: true}",
            "rawKey: {secret: true}",
            "type Key: field rawKey: needs \"says\""),
        arguments(
            "secret: true}\n\ntables",
            "secret: yes}\n\ntables",
            "type Key: field rawKey: must be true or false, not \"yes\""));
  }

  @Test
  void refusesAFileThatIsNoYaml() {
    assertRefused(
        "says: Images and disks.\n",
        "says: Images: and disks.\n",
        "mapping values are not allowed here");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> AcmeFiles.service("# Nothing\n"))
        .withMessage("acme/compute.yaml: is empty")
        .returns(ErrorCode.INVALID_DESCRIPTION, ImagoException::code);
  }

  @Test
  void refusesANodeThatHoldsItself() {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> AcmeFiles.service("says: &a [*a]\n"))
        .withMessageStartingWith("acme/compute.yaml: Number of aliases");
  }
}
