package dev.imago.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource.JsonField;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.MarkerPaging;
import dev.imago.core.description.Masking;
import dev.imago.core.description.OffsetPaging;
import dev.imago.core.description.PageSize;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TokenPaging;
import dev.imago.core.property.PropertySource;
import dev.imago.core.read.Predicate;
import dev.imago.core.read.ReadRequest;
import dev.imago.core.read.RowStream;
import dev.imago.core.read.TableReader;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallLog;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that reads a table, for every table of every cloud, over the demo's rows. */
class ReadMethodContractTest {
  private static final int PAGE = 2;
  private static final long MOST_CALLS = 10_000;

  private static final DescribedTables TABLES = new DescribedTables();

  private static final Map<String, List<Row>> LISTED = new HashMap<>();

  private static DemoConnection demo;
  private static ServiceCalls services;
  private static TableReader reader;

  private final List<String> warnings = new ArrayList<>();

  @BeforeAll
  static void connect() throws IOException, SQLException {
    demo = DemoConnection.open(EmulatorConfig.demo(), "");
    services =
        new ServiceCalls(
            TABLES
                .registry()
                .properties()
                .resolve(Map.of(PropertySource.PROPERTIES, demo.emulator().demoDefaults())),
            TABLES.registry(),
            Clock.systemUTC(),
            new TokenPool());
    reader = new TableReader(services);
  }

  @AfterAll
  static void close() throws SQLException {
    services.close();
    demo.close();
  }

  static Stream<Arguments> reads() {
    return arguments(TABLES.all().stream(), read -> true);
  }

  static Stream<Arguments> pagedReads() {
    return arguments(TABLES.all().stream(), read -> read.paging().isPresent());
  }

  private static Stream<Arguments> arguments(
      Stream<TableDescription> tables, java.util.function.Predicate<ReadMethod> wanted) {
    return tables.flatMap(
        table ->
            table.reads().stream()
                .filter(wanted)
                .map(
                    read ->
                        Arguments.argumentSet(
                            table.qualifiedName() + "." + read.name(), table, read)));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void eachColumnIsReadAlone(TableDescription table, ReadMethod read) throws SQLException {
    Map<String, Object> bindings = bindings(table, read);
    List<ColumnDescription> columns = answered(table, read);
    List<List<String>> whole = read(request(table, read, bindings, columns));

    assertThat(whole).isNotEmpty();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      ReadRequest request = request(table, read, bindings, List.of(columns.get(i)));
      assertThat(read(request))
          .as(columns.get(i).name())
          .isEqualTo(whole.stream().map(row -> List.of(row.get(column))).toList());
      read.mask().ifPresent(mask -> assertThatTheMaskNames(request, mask, columns.get(column)));
    }
    assertThat(warnings).isEmpty();
  }

  private static void assertThatTheMaskNames(
      ReadRequest request, Masking mask, ColumnDescription column) {
    TableDescription table = request.table();
    if (column.source() instanceof JsonField field
        && !request.method().parameters().contains(column.name())
        && !fields(table, request.method()).equals(Set.of(field.path().get(0)))) {
      String sent = url(request).queryParameter(mask.parameter());
      if (mask.unknown().contains(field.path().get(0))) {
        assertThat(sent).as(column.name()).isNull();
      } else {
        assertThat(sent).as(column.name()).containsPattern("\\b" + field.path().get(0) + "\\b");
      }
    }
  }

  /** The fields of an answer that are columns: when all are wanted, no mask is sent. */
  private static Set<String> fields(TableDescription table, ReadMethod read) {
    return table.readableColumns().stream()
        .filter(column -> !read.parameters().contains(column.name()))
        .map(ColumnDescription::source)
        .flatMap(source -> source instanceof JsonField field ? Stream.of(field) : Stream.empty())
        .map(field -> field.path().get(0))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("pagedReads")
  void smallPagesHaveTheSameRows(TableDescription table, ReadMethod read) throws SQLException {
    Map<String, Object> bindings = bindings(table, read);
    List<List<String>> whole = read(request(table, read, bindings, answered(table, read)));

    demo.emulator().requests().clear();
    ReadMethod small = inSmallPages(read);
    assertThat(read(request(table, small, bindings, answered(table, read)))).isEqualTo(whole);

    assertThat(demo.requests())
        .hasSizeGreaterThanOrEqualTo((whole.size() + PAGE - 1) / PAGE)
        .allMatch(line -> line.contains(size(small) + "=" + PAGE));
  }

  private static String size(ReadMethod read) {
    return read.paging().flatMap(paging -> paging.size().parameter()).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("reads")
  void declaredConditionsAreSentAndNoOthers(TableDescription table, ReadMethod read)
      throws SQLException {
    Map<String, Object> bindings = bindings(table, read);
    for (ColumnDescription column : answered(table, read)) {
      Optional<Object> value = value(table, column);
      for (Comparison comparison : Comparison.values()) {
        if (value.isPresent() && !read.parameters().contains(column.name())) {
          Predicate condition =
              new Predicate(column.name(), comparison, List.of(value.orElseThrow()));
          HttpUrl asked = url(asking(table, read, bindings, List.of(condition)));
          assertThat(asked.equals(url(asking(table, read, bindings, List.of()))))
              .as("%s does not ask for %s", asked, condition)
              .isEqualTo(!read.takes(column.name(), comparison));
        }
      }
    }
  }

  /**
   * A value that a row of the demo has, as a condition has it; empty for what no condition is on.
   */
  private static Optional<Object> value(TableDescription table, ColumnDescription column)
      throws SQLException {
    return listed(table).stream()
        .map(row -> row.values().get(column.name()))
        .filter(Objects::nonNull)
        .filter(value -> column.type() instanceof Scalar && !"".equals(value))
        .<Object>map(
            value -> value instanceof Timestamp time ? time.toInstant().toEpochMilli() : value)
        .findFirst();
  }

  private static ReadMethod inSmallPages(ReadMethod read) {
    Paging paging = read.paging().orElseThrow();
    PageSize size = new PageSize(paging.size().parameter(), PAGE);
    Paging small =
        paging instanceof TokenPaging token
            ? new TokenPaging(token.parameter(), token.next(), size)
            : paging instanceof MarkerPaging marker
                ? new MarkerPaging(marker.parameter(), marker.from(), size)
                : new OffsetPaging(paging.parameter(), paging.answerField(), size);
    return new ReadMethod(
        read.name(),
        read.kind(),
        read.call(),
        read.rows(),
        Optional.of(small),
        read.ordering(),
        read.filtering(),
        read.mask(),
        read.scope(),
        read.unreachable(),
        read.lacks(),
        read.permissions());
  }

  /** The parameters that most rows have. */
  private static Map<String, Object> bindings(TableDescription table, ReadMethod read)
      throws SQLException {
    Row row =
        listed(table).stream()
            .collect(Collectors.groupingBy(each -> each.texts(read.parameters())))
            .values()
            .stream()
            .max(Comparator.comparing(List::size))
            .orElseThrow()
            .get(0);
    Map<String, Object> bindings = new HashMap<>();
    for (String parameter : read.parameters()) {
      bindings.put(parameter, Objects.requireNonNull(row.values().get(parameter)));
    }
    return bindings;
  }

  private static List<Row> listed(TableDescription table) throws SQLException {
    List<Row> rows = LISTED.get(table.qualifiedName());
    if (rows == null) {
      rows =
          demo.rows(
              "SELECT * FROM "
                  + table.qualifiedName()
                  + " WHERE "
                  + DemoKeys.condition(table.qualifiedName()));
      LISTED.put(table.qualifiedName(), rows);
    }
    return rows;
  }

  private static List<ColumnDescription> answered(TableDescription table, ReadMethod read) {
    return table.readableColumns().stream()
        .filter(column -> !read.lacks().contains(column.name()))
        .toList();
  }

  private static ReadRequest request(
      TableDescription table,
      ReadMethod read,
      Map<String, Object> bindings,
      List<ColumnDescription> columns) {
    return new ReadRequest(table, read, bindings, columns, List.of(), OptionalLong.empty());
  }

  private static ReadRequest asking(
      TableDescription table,
      ReadMethod read,
      Map<String, Object> bindings,
      List<Predicate> conditions) {
    return new ReadRequest(
        table,
        read,
        bindings,
        Map.of(),
        conditions,
        table.readableColumns(),
        List.of(),
        OptionalLong.empty());
  }

  private static HttpUrl url(ReadRequest request) {
    return HttpUrl.get(reader.describe(request).substring("GET ".length()));
  }

  private List<List<String>> read(ReadRequest request) {
    StatementContext statement =
        new StatementContext(
            1, new Cancellation(), new CallBudget(MOST_CALLS), new CallLog(), warnings::add);
    List<List<String>> rows = new ArrayList<>();
    try (RowStream stream = reader.read(List.of(request), statement)) {
      for (@Nullable Object[] row = stream.next(); row != null; row = stream.next()) {
        rows.add(Arrays.stream(row).map(ReadMethodContractTest::text).toList());
      }
    }
    return rows;
  }

  /** The value in words: equal values have equal ones. */
  private static String text(@Nullable Object value) {
    if (value instanceof Object[] fields) {
      return text(Arrays.asList(fields));
    }
    if (value instanceof List<?> elements) {
      return elements.stream().map(ReadMethodContractTest::text).toList().toString();
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
          .toList()
          .toString();
    }
    return String.valueOf(value);
  }
}
