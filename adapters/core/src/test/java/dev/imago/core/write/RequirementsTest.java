package dev.imago.core.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementsTest {

  static List<Arguments> broken() {
    return List.of(
        Arguments.of("insert", Map.of("name", "Abc"), "name must match [a-z]+, unlike 'Abc'"),
        Arguments.of(
            "insert",
            Map.of("name", "abcdef"),
            "name may have 5 characters at most, unlike 'abcdef'"),
        Arguments.of("insert", Map.of("count", 0), "count must be at least 1, unlike 0"),
        Arguments.of("insert", Map.of("count", 10), "count must be at most 9, unlike 10"),
        Arguments.of(
            "insert",
            Map.of("tags", List.of(), "labels", Map.of()),
            "only one of tags, labels may be given, and these are: tags, labels"),
        Arguments.of("insert", Map.of("share", 0.5), "share needs size too"),
        Arguments.of("one", Map.of(), "one of name, size must be given"),
        Arguments.of(
            "one",
            Map.of("name", "a", "size", 1L),
            "only one of name, size may be given, and these are: name, size"),
        Arguments.of("any", Map.of(), "one of name, size must be given"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenRuleIsNamedWithWhatBreaksIt(
      String write, Map<String, Object> arguments, String message) {
    ImagoException failure =
        catchThrowableOfType(
            ImagoException.class, () -> new Requirements(Store.request(write, arguments)).check());

    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
    assertThat(failure).hasMessage("acme.store.things." + write + ": " + message);
  }

  @Test
  void missingKeyIsNotBound() {
    ImagoException failure =
        catchThrowableOfType(
            ImagoException.class, () -> new Requirements(Store.request("stop", Map.of())).check());

    assertThat(failure.code()).isEqualTo(ErrorCode.PARAMETER_NOT_BOUND);
    assertThat(failure).hasMessage("acme.store.things.stop needs a value for id");
  }

  @Test
  void whatTheRulesAllowIsSent() {
    assertThatCode(
            () ->
                new Requirements(
                        Store.request(
                            "insert", Map.of("name", "abc", "count", 9, "share", 1.0, "size", 1L)))
                    .check())
        .doesNotThrowAnyException();
    assertThatCode(
            () -> new Requirements(Store.request("any", Map.of("name", "a", "size", 1L))).check())
        .doesNotThrowAnyException();
  }
}
