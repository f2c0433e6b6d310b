package dev.imago.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.core.call.ServiceCalls;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.property.PropertySource;
import dev.imago.core.property.Settings;
import dev.imago.core.read.Predicate;
import dev.imago.core.read.ReadRequest;
import dev.imago.core.read.RowStream;
import dev.imago.core.read.TableReader;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallLog;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every read of every table, over answers made from Google's own descriptions. */
class ReadContractTest {
  /** Fields that the newest document lacks. */
  private static final Set<String> UNDOCUMENTED = Set.of("userLicenses");

  private static final Map<Comparison, String> SYMBOLS =
      Map.of(
          Comparison.EQUAL, " = ",
          Comparison.LESS, " < ",
          Comparison.LESS_OR_EQUAL, " <= ",
          Comparison.GREATER, " > ",
          Comparison.GREATER_OR_EQUAL, " >= ");

  /** Fields of the metadata, which the document types as anything. */
  private static final String METADATA = "metadata";

  private final MockWebServer server = new MockWebServer();
  private final List<String> warnings = new ArrayList<>();

  static Stream<Arguments> reads() {
    return GoogleDescriptions.tables().flatMap(table -> arguments(table, table.reads()));
  }

  static Stream<Arguments> lists() {
    return GoogleDescriptions.tables()
        .flatMap(
            table ->
                arguments(
                    table,
                    table.reads().stream().filter(read -> read.paging().isPresent()).toList()));
  }

  private static Stream<Arguments> arguments(TableDescription table, List<ReadMethod> reads) {
    return reads.stream().map(read -> arguments(table, read));
  }

  private static Arguments arguments(TableDescription table, ReadMethod read) {
    return Arguments.argumentSet(table.qualifiedName() + "." + read.name(), table, read);
  }

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("reads")
  void everyColumnGetsItsValue(TableDescription table, ReadMethod read) throws Exception {
    enqueue(sample(table, read));

    List<@Nullable Object[]> rows = read(table, read);

    assertThat(rows).hasSize(1);
    Set<String> empty = new TreeSet<>();
    List<ColumnDescription> columns = table.readableColumns();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i).name();
      if (rows.get(0)[i] == null) {
        empty.add(column);
      } else if (read.parameters().contains(column)) {
        assertThat(rows.get(0)[i]).isEqualTo(valueOf(column));
      }
    }
    empty.removeIf(column -> UNDOCUMENTED.contains(column) || isMetadata(table, column));
    assertThat(empty).isEmpty();
    assertThat(warnings).isEmpty();
    assertThat(server.takeRequest().getUrl().encodedPath())
        .isEqualTo("/root/" + read.call().path().expand(ReadContractTest::valueOf));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aSecondPageMayLackEveryField(TableDescription table, ReadMethod read) throws Exception {
    Paging paging = read.paging().orElseThrow();
    String next = paging.answerField().orElseThrow();
    enqueue(sample(table, read).put(next, "t&1"));
    enqueue(SampleAnswers.answer(read, JsonNodeFactory.instance.objectNode()));

    assertThat(read(table, read)).hasSize(2);

    HttpUrl first = server.takeRequest().getUrl();
    HttpUrl second = server.takeRequest().getUrl();
    assertThat(first.queryParameter(paging.size().parameter().orElseThrow()))
        .isEqualTo(Integer.toString(paging.size().most()));
    assertThat(first.queryParameter(paging.parameter())).isNull();
    assertThat(second.queryParameter(paging.parameter())).isEqualTo("t&1");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void anEmptyAnswerHasNoRows(TableDescription table, ReadMethod read) {
    server.enqueue(json("{}"));
    assertThat(read(table, read)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void eachDeclaredConditionIsSentAndNoOther(TableDescription table, ReadMethod read) {
    for (ColumnDescription column : table.readableColumns()) {
      for (Comparison comparison : Comparison.values()) {
        String expected =
            read.takes(column.name(), comparison)
                ? "("
                    + String.join(".", ((ColumnSource.JsonField) column.source()).path())
                    + SYMBOLS.get(comparison)
                    + literal(column)
                    + ")"
                : null;
        assertThat(filter(table, read, new Predicate(column.name(), comparison, value(column))))
            .as(column.name() + SYMBOLS.get(comparison))
            .isEqualTo(expected);
      }
    }
  }

  private @Nullable String filter(TableDescription table, ReadMethod read, Predicate predicate) {
    ReadRequest request =
        new ReadRequest(
            table,
            read,
            Map.copyOf(bindings(read)),
            Map.of(),
            List.of(predicate),
            table.readableColumns(),
            List.of(),
            OptionalLong.empty());
    try (ServiceCalls services = services(table)) {
      String described = new TableReader(services).describe(request);
      return HttpUrl.get(described.substring("GET ".length())).queryParameter("filter");
    }
  }

  private static List<Object> value(ColumnDescription column) {
    if (column.type() == Scalar.BOOLEAN) {
      return List.of(true);
    }
    boolean isNumber = Set.of(Scalar.INTEGER, Scalar.BIGINT, Scalar.UINT64).contains(column.type());
    return List.of(isNumber ? 7 : column.values().isEmpty() ? "it's" : column.values().get(0));
  }

  private static String literal(ColumnDescription column) {
    Object value = value(column).get(0);
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }

  private List<@Nullable Object[]> read(TableDescription table, ReadMethod read) {
    ReadRequest request =
        new ReadRequest(
            table,
            read,
            Map.copyOf(bindings(read)),
            table.readableColumns(),
            List.of(),
            OptionalLong.empty());
    StatementContext statement =
        new StatementContext(
            1, new Cancellation(), new CallBudget(10), new CallLog(), warnings::add);
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (ServiceCalls services = services(table);
        RowStream stream = new TableReader(services).read(List.of(request), statement)) {
      for (@Nullable Object[] row = stream.next(); row != null; row = stream.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private ServiceCalls services(TableDescription table) {
    return new ServiceCalls(
        settings(table), GoogleDescriptions.registry(), Clock.systemUTC(), new TokenPool());
  }

  private Settings settings(TableDescription table) {
    return GoogleDescriptions.registry()
        .properties()
        .resolve(
            Map.of(
                PropertySource.PROPERTIES,
                Map.of(
                    "google.auth",
                    "none",
                    "google." + table.service() + ".url",
                    server.url("/root").toString())));
  }

  private static ObjectNode sample(TableDescription table, ReadMethod read) {
    SampleAnswers samples = new SampleAnswers(DiscoveryDocument.of(table.service()));
    return SampleAnswers.answer(read, samples.row(table, read, bindings(read)));
  }

  private static Map<String, String> bindings(ReadMethod read) {
    Map<String, String> bindings = new LinkedHashMap<>();
    read.parameters().forEach(parameter -> bindings.put(parameter, valueOf(parameter)));
    return bindings;
  }

  /** The value that the tests bind a parameter to. */
  private static String valueOf(String parameter) {
    return parameter + "-1";
  }

  private static boolean isMetadata(TableDescription table, String column) {
    return table
        .column(column)
        .map(ColumnDescription::source)
        .flatMap(
            source ->
                source instanceof ColumnSource.JsonField field
                    ? Optional.of(field.path())
                    : Optional.empty())
        .filter(path -> path.size() > 1 && path.get(0).equals(METADATA))
        .isPresent();
  }

  private void enqueue(ObjectNode answer) {
    server.enqueue(json(answer.toString()));
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }
}
