package dev.imago.core.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Content;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WriteContentTest {

  static List<Arguments> values() {
    return List.of(
        Arguments.of("name", "a\"b", "\"a\\\"b\""),
        Arguments.of("size", 9007199254740993L, "\"9007199254740993\""),
        Arguments.of("size", new BigDecimal("5.0"), "\"5\""),
        Arguments.of("size", "7", "\"7\""),
        Arguments.of("count", 5, "5"),
        Arguments.of("share", 0.5, "0.5"),
        Arguments.of("open", true, "true"),
        Arguments.of("open", "FALSE", "false"),
        Arguments.of("made", 1781524800000L, "\"2026-06-15T12:00:00Z\""),
        Arguments.of("made", "2026-06-15T14:00:00+02:00", "\"2026-06-15T12:00:00Z\""),
        Arguments.of("tags", List.of("a", "b"), "[\"a\",\"b\"]"),
        Arguments.of("labels", Map.of("env", "dev"), "{\"env\":\"dev\"}"),
        Arguments.of("labels", new JsonValue("{ \"env\": null }"), "{\"env\":null}"),
        Arguments.of(
            "key",
            new Object[] {"k", null, 0L},
            "{\"name\":\"k\",\"made\":\"1970-01-01T00:00:00Z\"}"),
        Arguments.of("key", new JsonValue("{\"name\": \"k\"}"), "{\"name\":\"k\"}"),
        Arguments.of("free", new JsonValue("[1, {\"a\": null}]"), "[1,{\"a\":null}]"),
        Arguments.of("there", true, "{}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void writesEachTypeAsTheApiHasIt(String argument, Object value, String json) {
    assertThat(text("insert", Map.of(argument, value)))
        .isEqualTo("{\"" + argument + "\":" + json + "}");
  }

  @Test
  void putsAValueWhereItsPathLeads() {
    assertThat(text("insert", Map.of("deep", "x")))
        .isEqualTo("{\"spec\":{\"inner\":{\"deep\":\"x\"}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count  | many              | count must be a whole number of 32 bits
          count  | 3000000000        | count must be a whole number of 32 bits
          made   | yesterday         | made must be a timestamp such as 2026-06-15T12:00:00Z
          open   | perhaps           | open must be true or false
          """)
  void refusesTextsThatDoNotReadAsTheType(String argument, String value, String message) {
    assertRefused(argument, value, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          labels | no JSON                 | labels must be JSON text, and breaks off at character 0
          labels | []                      | labels must be a JSON object
          labels | {"a": 5}                | labels['a'] must be a text
          tags   | ["a", {}]               | tags[2] must be a text
          key    | {"nam": "k"}            | key must be without "nam", which is no field of it; did you mean "name"?
          key    | {"made": "yesterday"}   | key.made must be a timestamp such as 2026-06-15T12:00:00Z
          key    | {"name": "k"} {}        | key must be one JSON value, and more follows it
          there  | true                    | there must be {}
          """)
  void refusesJsonThatDoesNotHaveTheShape(String argument, String json, String message) {
    assertRefused(argument, new JsonValue(json), message);
  }

  @Test
  void refusesValuesOfAnotherKind() {
    assertRefused("name", 5, "name must be a text");
    assertRefused("tags", "a", "tags must be an ARRAY");
    assertRefused("labels", List.of(), "labels must be a MAP");
    assertRefused("key", new Object[] {"k"}, "key must be a ROW of 3 fields, or JSON text");
  }

  private static void assertRefused(String argument, Object value, String message) {
    assertThatThrownBy(() -> text("insert", Map.of(argument, value)))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
        .hasMessage(message);
  }

  @Test
  void showsNoSecret() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("secret", "s3cret");
    arguments.put("key", new JsonValue("{\"name\": \"k\", \"raw\": \"s3cret\"}"));

    Content content = content("insert", arguments);

    assertThat(content.text())
        .isEqualTo("{\"key\":{\"name\":\"k\",\"raw\":\"s3cret\"},\"secret\":\"s3cret\"}");
    assertThat(content.shown())
        .isEqualTo("{\"key\":{\"name\":\"k\",\"raw\":\"***\"},\"secret\":\"***\"}");
    assertThat(content("insert", Map.of("key", new Object[] {"k", "s3cret", null})).shown())
        .isEqualTo("{\"key\":{\"name\":\"k\",\"raw\":\"***\"}}");
  }

  @Test
  void masksWhatIsGivenAndLeavesOutWhatIsTakenAway() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("id", "t");
    arguments.put("name", "n");
    arguments.put("labels", null);

    assertThat(text("update", arguments))
        .isEqualTo("{\"updateMask\":\"name,labels\",\"name\":\"n\"}");
  }

  @Test
  void patchesWithTextsAndRemovesWhatIsTakenAway() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("id", "t");
    arguments.put("count", 5);
    arguments.put("open", true);
    arguments.put("name", null);

    assertThat(text("edit", arguments))
        .isEqualTo(
            "[{\"op\":\"remove\",\"path\":\"/name\"},"
                + "{\"op\":\"add\",\"path\":\"/count\",\"value\":\"5\"},"
                + "{\"op\":\"add\",\"path\":\"/open\",\"value\":\"true\"}]");
  }

  @Test
  void hasABodyOnlyWhereThereIsSomethingToSay() {
    assertThat(text("stop", Map.of("id", "t"))).isEqualTo("{}");
    assertThat(text("insert", Collections.emptyMap())).isEqualTo("{}");
    assertThat(
            new WriteContent(new JsonFactory(), Store.request("delete", Map.of("id", "t")))
                .content())
        .isEmpty();
  }

  private static String text(String write, Map<String, Object> arguments) {
    return content(write, arguments).text();
  }

  private static Content content(String write, Map<String, Object> arguments) {
    return new WriteContent(new JsonFactory(), Store.request(write, arguments))
        .content()
        .orElseThrow();
  }
}
