package dev.imago.core.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnSource.JsonField;
import dev.imago.core.description.ColumnSource.NameSegment;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallLog;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowDecoderTest {
  private final JsonFactory json = new JsonFactory();
  private final List<String> warnings = new ArrayList<>();
  private final StatementContext context =
      new StatementContext(1, new Cancellation(), new CallBudget(1), new CallLog(), warnings::add);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "NULL",
      value = {
        "VARCHAR|\"a\"|a",
        "VARCHAR|\"\"|``",
        "VARCHAR|1.50|1.50",
        "VARCHAR|true|true",
        "VARCHAR|{\"a\" : [1, \"x\"]}|{\"a\":[1,\"x\"]}",
        "BOOLEAN|true|true",
        "BOOLEAN|\"True\"|true",
        "BOOLEAN|\"FALSE\"|false",
        "INTEGER|7|7",
        "INTEGER|\"-7\"|-7",
        "INTEGER|7.0|7",
        "BIGINT|123|123",
        "BIGINT|\"123\"|123",
        "BIGINT|\"-123\"|-123",
        "BIGINT|\"000000000000000000\"|0",
        "BIGINT|\"9223372036854775807\"|9223372036854775807",
        "BIGINT|-9223372036854775808|-9223372036854775808",
        "BIGINT|1e3|1000",
        "UINT64|\"18446744073709551615\"|18446744073709551615",
        "UINT64|18446744073709551615|18446744073709551615",
        "UINT64|\"0\"|0",
        "DOUBLE|1|1.0",
        "DOUBLE|\"1.5e3\"|1500.0",
        "DOUBLE|\"NaN\"|NaN",
        "TIMESTAMP|\"1970-01-01T00:00:01.2345Z\"|1234",
        "TIMESTAMP|\"\"|NULL",
        "JSON|{\"a\": 1.10, \"b\": [null, \"\\u00e9\"]}|{\"a\":1.10,\"b\":[null,\"é\"]}",
        "JSON|\"x\"|\"x\"",
        "JSON|false|false",
        "PRESENCE|{}|true",
        "PRESENCE|{\"a\": {}}|true",
        "PRESENCE|[]|true"
      })
  void valueOfItsType(Scalar type, String value, @Nullable String expected) throws IOException {
    @Nullable Object[] row = decode("{'v': " + value + ", 'w': 1}", field("v", type));

    assertThat(row[0] == null ? null : row[0].toString()).isEqualTo(expected);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "BOOLEAN|\"yes\"",
        "BOOLEAN|1",
        "INTEGER|2147483648",
        "INTEGER|1.5",
        "INTEGER|true",
        "BIGINT|\"abc\"",
        "BIGINT|\"\"",
        "BIGINT|\"12 \"",
        "BIGINT|9223372036854775808",
        "BIGINT|1e999999999",
        "BIGINT|{\"a\": [1]}",
        "UINT64|\"18446744073709551616\"",
        "UINT64|-1",
        "DOUBLE|\"x\"",
        "DOUBLE|[1]",
        "TIMESTAMP|\"yesterday\"",
        "TIMESTAMP|1700000000",
        "TIMESTAMP|{}"
      })
  void valueOfAnotherTypeIsNullAndWarnedAboutOnce(Scalar type, String value) throws IOException {
    ColumnDescription column = field("v", type);
    String object = "{'v': " + value + ", 'w': 1}";

    assertThat(decode(object, column)).containsExactly((Object) null);
    assertThat(decode(object, column)).containsExactly((Object) null);

    assertThat(warnings).singleElement().asString().startsWith("acme.compute.things: v holds ");
  }

  @Test
  void warningShowsTheBeginningOfTheValue() throws IOException {
    decode("{'v': '" + "x".repeat(61) + "'}", field("v", Scalar.BIGINT));

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(
            "acme.compute.things: v holds \"" + "x".repeat(60) + "...\", which is no bigint");
  }

  @Test
  void warningDoesNotShowASecret() throws IOException {
    ColumnType row =
        new RowOf(List.of(new Field("key", "key", Scalar.BIGINT, "Says.", List.of(), true)));

    decode("{'v': {'key': 'hush'}}", field("v", row));

    assertThat(warnings).singleElement().asString().contains("***").doesNotContain("hush");
  }

  @Test
  void nullAndMissingAreNull() throws IOException {
    for (Scalar type : Scalar.values()) {
      assertThat(decode("{'v': null}", field("v", type))).containsExactly((Object) null);
      assertThat(decode("{'other': {'v': [1]}}", field("v", type))).containsExactly((Object) null);
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void structures() throws IOException {
    ColumnType object =
        new RowOf(
            List.of(
                new Field("a", "a", Scalar.BIGINT, "Says.", List.of(), false),
                new Field("b", "b", new ArrayOf(Scalar.VARCHAR), "Says.", List.of(), false)));

    @Nullable Object[] row =
        decode(
            "{'list': [{'b': ['x', null], 'unknown': {'a': 9}, 'a': '1'}, null, {}],"
                + "'map': {'z': 'last', 'a': null, 'k': 3}, 'nested': {'m': [{'a': 5}]}}",
            field("list", new ArrayOf(object)),
            field("map", new MapOf(Scalar.VARCHAR)),
            field("nested", new MapOf(new ArrayOf(object))));

    assertThat(Arrays.deepToString(((List<?>) Objects.requireNonNull(row[0])).toArray()))
        .isEqualTo("[[1, [x, null]], null, [null, null]]");
    assertThat(row[1]).hasToString("{z=last, a=null, k=3}");
    assertThat(row[2])
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .extractingByKey("m")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.ARRAY)
        .containsExactly(5L, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"1", "\"x\"", "true", "[{\"k\": 1}]"})
  void structureOfAnotherTypeIsNull(String value) throws IOException {
    assertThat(
            decode(
                "{'m': " + value + ", 'r': " + value + ", 'w': 'after'}",
                field("m", new MapOf(Scalar.VARCHAR)),
                field("r", new RowOf(List.of())),
                field("w", Scalar.VARCHAR)))
        .containsExactly(null, null, "after");
    assertThat(warnings).hasSize(2);
  }

  @Test
  void objectIsNoArray() throws IOException {
    assertThat(decode("{'v': {'a': [1]}}", field("v", new ArrayOf(Scalar.VARCHAR))))
        .containsExactly((Object) null);
    assertThat(warnings).hasSize(1);
  }

  @Test
  void pathsGoIntoObjects() throws IOException {
    assertThat(
            decode(
                "{'metadata': {'target': 't', 'times': {'end': 'e', 'x': [1]}, 'verb': 'v'}}",
                column("end", new JsonField(List.of("metadata", "times", "end"))),
                column("target", new JsonField(List.of("metadata", "target"))),
                column("absent", new JsonField(List.of("metadata", "absent", "more")))))
        .containsExactly("e", "t", null);
  }

  @Test
  void severalColumnsReadOneField() throws IOException {
    assertThat(
            decode(
                "{'name': 'projects/p/locations/l/imports/i'}",
                column("name", new JsonField(List.of("name"))),
                column("id", new NameSegment(List.of("name"), NameSegment.LAST)),
                column("locationsId", new NameSegment(List.of("name"), "locations")),
                column("projectsId", new NameSegment(List.of("name"), "projects")),
                column("other", new NameSegment(List.of("name"), "folders"))))
        .containsExactly("projects/p/locations/l/imports/i", "i", "l", "p", null);
    assertThat(warnings).isEmpty();
  }

  @Test
  void severalColumnsReadOneObject() throws IOException {
    assertThat(
            decode(
                "{'m': {'a': {'b': 'x'}, 'c': 1}}",
                new ColumnDescription(
                    "whole",
                    Scalar.JSON,
                    "Says.",
                    new JsonField(List.of("m")),
                    List.of(),
                    Optional.empty(),
                    false,
                    false),
                column("text", new JsonField(List.of("m"))),
                column("b", new JsonField(List.of("m", "a", "b")))))
        .containsExactly("{\"a\":{\"b\":\"x\"},\"c\":1}", "{\"a\":{\"b\":\"x\"},\"c\":1}", "x");
  }

  @Test
  void numberOfAUrlIsTyped() throws IOException {
    ColumnDescription id =
        new ColumnDescription(
            "id",
            Scalar.UINT64,
            "Says.",
            new NameSegment(List.of("link"), NameSegment.LAST),
            List.of(),
            Optional.empty(),
            false,
            false);

    assertThat(decode("{'link': 'https://host/ids/18446744073709551615'}", id))
        .containsExactly(new BigDecimal("18446744073709551615"));
    assertThat(decode("{'link': 'https://host/ids/'}", id)).containsExactly((Object) null);
  }

  @Test
  void lastOfTwoFieldsCounts() throws IOException {
    assertThat(
            decode(
                "{'v': 'first', 'm': {'a': 'a1', 'b': 'b1'}, 'v': null, 'm': {'b': 'b2'}}",
                field("v", Scalar.VARCHAR),
                column("a", new JsonField(List.of("m", "a"))),
                column("b", new JsonField(List.of("m", "b")))))
        .containsExactly(null, null, "b2");
  }

  @Test
  void requestAndScopeCountBeforeASegment() throws IOException {
    RowDecoder decoder =
        decoder(
            Map.of("project", "bound"),
            column("project", new NameSegment(List.of("name"), "projects")),
            column("constant", new ColumnSource.Constant("global")),
            column("nobody", new ColumnSource.RequestOnly()),
            column("zone", new JsonField(List.of("name"))));

    assertThat(decode(decoder, "{'name': 'projects/answered'}", "z1"))
        .containsExactly("bound", "global", null, "z1");
  }

  @Test
  void rowOfAnotherNameIsNotWhatWasAskedFor() throws IOException {
    RowDecoder decoder = decoder(Map.of("v", "bound"), field("v", Scalar.VARCHAR));

    assertThat(decode(decoder, "{'v': 'bound'}", null)).containsExactly("bound");
    assertThat(decode(decoder, "{}", null)).containsExactly("bound");
    assertThat(decode(decoder, "{'v': 'another'}", null)).isNull();
  }

  @Test
  void rowsAreIndependent() throws IOException {
    RowDecoder decoder = decoder(Map.of(), field("v", Scalar.VARCHAR));

    @Nullable Object[] first = decode(decoder, "{'v': 'one'}", null);
    decode(decoder, "{}", null);

    assertThat(first).containsExactly("one");
  }

  @Test
  void objectThatBreaksOffIsNoRow() {
    assertThatThrownBy(() -> decode("{'v': 'x'", field("v", Scalar.VARCHAR)))
        .isInstanceOf(JsonEOFException.class);
  }

  private @Nullable Object[] decode(String object, ColumnDescription... columns)
      throws IOException {
    return requireNonNull(decode(decoder(Map.of(), columns), object, null));
  }

  private @Nullable Object @Nullable [] decode(
      RowDecoder decoder, String object, @Nullable String scope) throws IOException {
    try (JsonParser parser = json.createParser(object.replace('\'', '"').getBytes(UTF_8))) {
      parser.nextToken();
      @Nullable Object @Nullable [] row = decoder.decode(parser, scope);
      assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(parser.nextToken()).isNull();
      return row;
    }
  }

  @Test
  void onlyRowsThatHaveOneOfSeveralValuesAreDecoded() throws IOException {
    ColumnDescription name = field("name", Scalar.VARCHAR);
    RowDecoder decoder =
        decoder(
            Map.of(), Map.of("name", Set.of("anvil", "bolt")), field("size", Scalar.BIGINT), name);
    assertThat(decode(decoder, "{'name': 'bolt', 'size': '3'}", null)).containsExactly(3L, "bolt");
    assertThat(decode(decoder, "{'name': 'cog', 'size': '9'}", null)).isNull();
    assertThat(decode(decoder, "{'size': '9'}", null)).isNull();
  }

  @Test
  void aMissingFieldIsNotTheOnlyValueOfAChoice() throws IOException {
    RowDecoder decoder =
        decoder(Map.of(), Map.of("name", Set.of("anvil")), field("name", Scalar.VARCHAR));
    assertThat(decode(decoder, "{}", null)).isNull();
  }

  private RowDecoder decoder(Map<String, Object> bindings, ColumnDescription... columns) {
    return decoder(bindings, Map.of(), columns);
  }

  private RowDecoder decoder(
      Map<String, Object> bindings,
      Map<String, Set<Object>> alternatives,
      ColumnDescription... columns) {
    ReadMethod method =
        new ReadMethod(
            "list",
            ReadMethod.Kind.WIDER,
            CallTemplate.of(PathTemplate.parse("things")),
            List.of("items", "*", "things"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new ReadMethod.Scope("zone", "zones")),
            Optional.empty(),
            Set.of(),
            List.of());
    TableDescription table =
        new TableDescription(
            "acme",
            "compute",
            "things",
            "A thing.",
            List.of(columns),
            List.of(),
            List.of(method),
            Optional.empty(),
            Map.of(),
            Set.of(),
            List.of(),
            Optional.empty());
    return RowDecoder.of(
        table, method, bindings, alternatives, List.of(columns), columns.length, context, json);
  }

  private static ColumnDescription field(String name, ColumnType type) {
    return new ColumnDescription(
        name,
        type,
        "Says.",
        new JsonField(List.of(name)),
        List.of(),
        Optional.empty(),
        false,
        false);
  }

  private static ColumnDescription column(String name, ColumnSource source) {
    return new ColumnDescription(
        name, Scalar.VARCHAR, "Says.", source, List.of(), Optional.empty(), false, false);
  }
}
