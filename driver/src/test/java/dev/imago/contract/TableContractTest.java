package dev.imago.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.ReadMethod.Kind;
import dev.imago.core.description.TableDescription;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * What a query over one table answers, for every table of every cloud over the demo's rows. Names
 * are quoted only where the list of reserved words says so.
 */
class TableContractTest {
  /** As many rows of a table are got by their keys. */
  private static final int ROWS_GOT = 3;

  /** Tables whose rows are of one shape: what one of them fills need not be in the others. */
  private static final List<Set<String>> SAME_SHAPE =
      List.of(
          Set.of("google.compute.images", "google.compute.images_by_family"),
          Set.of("yandex.compute.images", "yandex.compute.images_by_family"),
          Set.of("yandex.compute.image_operations", "yandex.operation.operations"),
          Set.of(
              "google.compute.global_operations",
              "google.compute.zone_operations",
              "google.compute.region_operations"));

  /** Columns that no row of the demo fills. */
  private static final Map<String, Set<String>> WITHOUT_VALUE =
      Map.of(
          // Of regional disks only, which the table leaves out.
          "google.compute.disks", Set.of("region", "replicaZones"),
          // Only old answers had it.
          "google.compute.images", Set.of("userLicenses"));

  private static final DescribedTables TABLES = new DescribedTables();
  private static final Map<String, List<Row>> LISTED = new TreeMap<>();

  private static ReservedWords reserved;
  private static DemoConnection whole;
  private static DemoConnection shortPages;
  private static DemoConnection strict;

  @BeforeAll
  static void connect() throws IOException, SQLException {
    reserved = ReservedWords.documented();
    whole = DemoConnection.open(EmulatorConfig.demo(), "");
    shortPages =
        DemoConnection.open(
            EmulatorConfig.builder().mostRowsPerPage(2).emptyFirstPages(true).build(), "");
    strict = DemoConnection.open(EmulatorConfig.demo(), TABLES.nothingStandsIn());
  }

  @AfterAll
  static void close() throws SQLException {
    whole.close();
    shortPages.close();
    strict.close();
  }

  @TestFactory
  Stream<DynamicNode> tables() {
    return TABLES.all().stream()
        .map(
            table ->
                DynamicContainer.dynamicContainer(
                    table.qualifiedName(),
                    Stream.of(
                        test("lists rows of the declared types", () -> typesHold(table)),
                        test("has one row for a key", () -> keysAreUnique(table)),
                        test("gets the row that it lists", () -> getsWhatItLists(table)),
                        test("has the same rows in short pages", () -> pagesDoNotMatter(table)),
                        test("counts its rows", () -> countsItsRows(table)),
                        test("stops at a limit", () -> stopsAtALimit(table)),
                        test("has the order that it asks for", () -> ordersAreRight(table)),
                        test("names what a call lacks", () -> namesMissingParameters(table)))));
  }

  /** Runs behind the tables, which it looks through. */
  @TestFactory
  Stream<DynamicNode> demo() {
    return Stream.of(
        test("has a value for every column", TableContractTest::everyColumnHasAValue),
        test("has keys for just the tables that need any", TableContractTest::keysAreNeeded));
  }

  private static DynamicTest test(String name, Executable check) {
    return DynamicTest.dynamicTest(name, check);
  }

  private static void typesHold(TableDescription table) throws Exception {
    List<Row> rows = listed(table);
    assertThat(rows).isNotEmpty();
    for (Row row : rows) {
      for (ColumnDescription column : table.readableColumns()) {
        DeclaredTypes.check(column.name(), column.type(), row.values().get(column.name()));
      }
    }
  }

  private static void keysAreUnique(TableDescription table) throws SQLException {
    List<List<String>> keys = listed(table).stream().map(row -> row.texts(table.key())).toList();
    assertThat(keys).doesNotHaveDuplicates().noneMatch(key -> key.contains(null));
    for (ColumnDescription column : table.readableColumns()) {
      if (table.isParameter(column.name())) {
        assertThat(listed(table)).noneMatch(row -> row.values().get(column.name()) == null);
      }
    }
  }

  private static void getsWhatItLists(TableDescription table) throws SQLException {
    for (Row row : listed(table).stream().limit(ROWS_GOT).toList()) {
      Object[] key = values(row, table.key());
      assertThat(whole.rows("SELECT " + columns(table) + from(table, table.key()), key))
          .containsExactly(row);
      if (table.reads().stream().anyMatch(read -> read.kind() == Kind.GET)) {
        assertThat(whole.requests()).hasSize(1);
      }
    }
  }

  private static void pagesDoNotMatter(TableDescription table) throws SQLException {
    // Pages of several accounts come in turns.
    assertThat(shortPages.rows(all(table))).containsExactlyInAnyOrderElementsOf(listed(table));
  }

  private static void countsItsRows(TableDescription table) throws SQLException {
    String condition = DemoKeys.condition(table.qualifiedName());
    assertThat(
            whole.rows(
                "SELECT COUNT(*) AS n FROM " + table.qualifiedName() + " WHERE " + condition))
        .singleElement()
        .extracting(row -> row.values().get("n"))
        .isEqualTo((long) listed(table).size());
  }

  private static void stopsAtALimit(TableDescription table) throws SQLException {
    for (ReadMethod read : lists(table)) {
      List<Row> rows = rowsOfOneCall(table, read);
      String key = names(table.key());
      List<Row> read2 =
          whole.rows(
              "SELECT " + key + from(table, read.parameters()) + " LIMIT 2",
              values(rows.get(0), read.parameters()));
      assertThat(read2).hasSize(Math.min(2, rows.size()));
      assertThat(texts(rows, table.key())).containsAll(texts(read2, table.key()));
      assertThat(whole.requests()).hasSize(1);
      // A page of a wider list counts the rows of other scopes too.
      read.paging()
          .filter(paging -> read.kind() == Kind.LIST)
          .flatMap(paging -> paging.size().parameter())
          .ifPresent(
              size ->
                  assertThat(whole.requests().get(0)).containsPattern("[?&]" + size + "=2(&|$)"));
    }
  }

  private static void ordersAreRight(TableDescription table) throws SQLException {
    for (ReadMethod read : lists(table)) {
      for (OrderTerm term : read.ordering().map(ordering -> ordering.terms()).orElseGet(List::of)) {
        List<Row> rows = rowsOfOneCall(table, read);
        Comparator<Row> order = Comparator.comparing(row -> comparable(row, term.column()));
        List<Row> read2 =
            whole.rows(
                "SELECT "
                    + names(table.key())
                    + from(table, read.parameters())
                    + " ORDER BY "
                    + written(term.column())
                    + (term.descending() ? " DESC" : "")
                    + " LIMIT 2",
                values(rows.get(0), read.parameters()));
        assertThat(texts(read2, table.key()))
            .isEqualTo(
                texts(
                    rows.stream()
                        .sorted(term.descending() ? order.reversed() : order)
                        .limit(2)
                        .toList(),
                    table.key()));
        assertThat(whole.requests())
            .singleElement()
            .asString()
            .contains(read.ordering().orElseThrow().parameter() + "=");
      }
    }
  }

  private static void namesMissingParameters(TableDescription table) throws SQLException {
    Row row = listed(table).get(0);
    for (ReadMethod read : table.reads()) {
      for (String missing : read.parameters()) {
        List<String> bound =
            read.parameters().stream().filter(parameter -> !parameter.equals(missing)).toList();
        if (table.reads().stream().noneMatch(other -> isPossible(table, other, bound))) {
          String sql = "SELECT " + columns(table) + from(table, bound);
          assertThatThrownBy(() -> strict.rows(sql, values(row, bound)))
              .as(sql)
              .isInstanceOfSatisfying(
                  SQLException.class, error -> assertThat(error.getSQLState()).isEqualTo("42000"))
              .message()
              .matches(
                  "table %s needs [^;]*\\b(%s)\\b.*"
                      .formatted(table.qualifiedName(), lacking(table, read, missing, bound)));
          assertThat(strict.requests()).isEmpty();
        }
      }
    }
  }

  /** What an error may name: another read of the table may lack something else. */
  private static String lacking(
      TableDescription table, ReadMethod read, String missing, List<String> bound) {
    return lists(table).isEmpty() || read.kind() != Kind.GET
        ? missing
        : table.reads().stream()
            .flatMap(other -> other.parameters().stream())
            .filter(parameter -> !bound.contains(parameter))
            .distinct()
            .collect(Collectors.joining("|"));
  }

  private static boolean isPossible(
      TableDescription table, ReadMethod read, Collection<String> bound) {
    return read.parameters().stream()
        .allMatch(parameter -> bound.contains(parameter) || isConstant(table, parameter));
  }

  private static boolean isConstant(TableDescription table, String parameter) {
    return table.column(parameter).orElseThrow().source() instanceof ColumnSource.Constant;
  }

  private static void everyColumnHasAValue() throws SQLException {
    Map<String, Set<String>> empty = new TreeMap<>();
    for (TableDescription table : TABLES.all()) {
      Set<String> columns = new LinkedHashSet<>();
      for (ColumnDescription column : table.readableColumns()) {
        if (listed(table).stream().allMatch(row -> row.values().get(column.name()) == null)) {
          columns.add(column.name());
        }
      }
      empty.put(table.qualifiedName(), columns);
    }
    for (Set<String> tables : SAME_SHAPE) {
      Set<String> common = new HashSet<>(empty.get(tables.iterator().next()));
      tables.forEach(table -> common.retainAll(empty.get(table)));
      tables.forEach(empty::remove);
      empty.put(tables.stream().sorted().findFirst().orElseThrow(), common);
    }
    empty.values().removeIf(Set::isEmpty);
    assertThat(empty).as("columns without a value").isEqualTo(WITHOUT_VALUE);
  }

  private static void keysAreNeeded() {
    for (TableDescription table : TABLES.all()) {
      if (DemoKeys.tables().contains(table.qualifiedName())) {
        String sql = "SELECT " + columns(table) + from(table, List.of());
        assertThatThrownBy(() -> whole.rows(sql)).as(sql).isInstanceOf(SQLException.class);
      }
    }
    assertThat(TABLES.all())
        .extracting(TableDescription::qualifiedName)
        .containsAll(DemoKeys.tables());
  }

  /** All rows of the demo, read once. */
  private static List<Row> listed(TableDescription table) throws SQLException {
    List<Row> rows = LISTED.get(table.qualifiedName());
    if (rows == null) {
      rows = whole.rows(all(table));
      LISTED.put(table.qualifiedName(), rows);
    }
    return rows;
  }

  /** The rows that one call of a list answers: of the parameters that most rows have. */
  private static List<Row> rowsOfOneCall(TableDescription table, ReadMethod read)
      throws SQLException {
    return listed(table).stream()
        .collect(Collectors.groupingBy(row -> row.texts(read.parameters())))
        .values()
        .stream()
        .max(Comparator.comparing(List::size))
        .orElseThrow();
  }

  private static List<ReadMethod> lists(TableDescription table) {
    return table.reads().stream().filter(read -> read.kind() != Kind.GET).toList();
  }

  private static String all(TableDescription table) {
    return "SELECT "
        + columns(table)
        + " FROM "
        + table.qualifiedName()
        + " WHERE "
        + DemoKeys.condition(table.qualifiedName());
  }

  private static String columns(TableDescription table) {
    return names(table.readableColumns().stream().map(ColumnDescription::name).toList());
  }

  private static String from(TableDescription table, List<String> bound) {
    return " FROM "
        + table.qualifiedName()
        + bound.stream()
            .map(column -> written(column) + " = ?")
            .collect(Collectors.joining(" AND ", bound.isEmpty() ? "" : " WHERE ", ""));
  }

  private static String names(List<String> columns) {
    return columns.stream().map(TableContractTest::written).collect(Collectors.joining(", "));
  }

  private static String written(String column) {
    return reserved.write(column);
  }

  private static Object[] values(Row row, List<String> columns) {
    return columns.stream()
        .map(column -> Objects.requireNonNull(row.values().get(column)))
        .toArray();
  }

  private static List<List<String>> texts(List<Row> rows, List<String> columns) {
    return rows.stream().map(row -> row.texts(columns)).toList();
  }

  @SuppressWarnings("unchecked")
  private static Comparable<Object> comparable(Row row, String column) {
    return (Comparable<Object>) Optional.ofNullable(row.values().get(column)).orElseThrow();
  }
}
