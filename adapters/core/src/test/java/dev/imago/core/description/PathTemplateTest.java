package dev.imago.core.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths with variables. */
final class PathTemplateTest {
  private final PathTemplate images = PathTemplate.parse("projects/{project}/global/images/{name}");

  @Test
  void namesItsVariablesInPathOrder() {
    assertThat(images.variables()).containsExactly("project", "name");
    assertThat(PathTemplate.parse("projects:search").variables()).isEmpty();
    assertThat(PathTemplate.parse("operations/{id}:cancel").variables()).containsExactly("id");
  }

  @Test
  void expandsEachValueAsOneSegment() {
    Map<String, String> values = Map.of("project", "acme.com:prod", "name", "a/b c?é");
    assertThat(images.expand(variable -> values.getOrDefault(variable, "")))
        .isEqualTo("projects/acme.com%3Aprod/global/images/a%2Fb%20c%3F%C3%A9");
  }

  @Test
  void findsTheValuesInAName() {
    assertThat(images.match("projects/acme/global/images/debian"))
        .contains(Map.of("project", "acme", "name", "debian"));
    assertThat(PathTemplate.parse("operations/{id}:cancel").match("operations/7:cancel"))
        .contains(Map.of("id", "7"));
  }

  @ParameterizedTest
  @CsvSource({
    "projects/acme/global/images",
    "projects/acme/global/images/",
    "projects//global/images/debian",
    "projects/acme/global/images/debian/more",
    "projects/acme/zones/a/images/debian",
    "global/images/debian",
  })
  void findsNothingInANameOfAnotherShape(String name) {
    assertThat(images.match(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a/{b, has a brace that is not closed",
    "a/b}, has a brace that is not opened",
    "a}/{b}, has a brace that is not opened",
    "a/{}, has a variable without a name",
    "a/{{b}}, has a variable without a name",
    "{a}/{a}, names {a} twice",
    "a/{b}{c}, has nothing between two variables",
    "/a, has a slash at an end",
    "a/, has a slash at an end",
  })
  void refusesWhatIsNoTemplate(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathTemplate.parse(text))
        .withMessage("the path \"" + text + "\" " + why);
  }

  @Test
  void equalTextsAreEqualTemplates() {
    assertThat(images)
        .isEqualTo(PathTemplate.parse(images.toString()))
        .hasSameHashCodeAs(PathTemplate.parse(images.toString()))
        .isNotEqualTo(PathTemplate.parse("projects/{project}"));
  }
}
