package dev.imago.calcite.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.statement.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.core.JoinRelType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the right side of a lookup join is read, and what is kept of it. */
final class LookupRowsTest {
  private static final int WIDEST = 8;
  private static final Reach STOPPING = new Reach(Reach.Keys.APART, true);

  private final List<Object> opened = new ArrayList<>();

  @Test
  void eachDistinctKeyIsReadOnce() {
    assertThat(joined(JoinRelType.INNER, keys("a", "b", "a", "a"), 2)).hasSize(8);
    assertThat(opened).containsExactly("a", "b");
  }

  @Test
  void theOrderOfTheLeftRowsIsKept() {
    assertThat(joined(JoinRelType.LEFT, keys("c", "a", "b"), 1))
        .extracting(row -> row[0])
        .containsExactly("c", "a", "b");
  }

  @Test
  void leftRowsWithoutAMatchHaveNulls() {
    assertThat(joined(JoinRelType.LEFT, keys("a"), 0))
        .singleElement()
        .isEqualTo(new Object[] {"a", null, null});
    assertThat(joined(JoinRelType.ANTI, keys("a"), 0)).hasSize(1);
    assertThat(joined(JoinRelType.SEMI, keys("a"), 0)).isEmpty();
  }

  @Test
  void aSemiJoinReadsNoFurtherThanItsMatch() {
    assertThat(joined(JoinRelType.SEMI, keys("a", "a"), 3)).hasSize(2);
    assertThat(joined(JoinRelType.ANTI, keys("a", "a"), 3)).isEmpty();
  }

  @Test
  void tooManyRowsOfAKeyAreReadAgainAndNotKept() {
    int many = KeyedRows.MOST_KEPT + 1;
    assertThat(joined(JoinRelType.INNER, keys("a", "a"), many)).hasSize(2 * many);
    assertThat(opened).containsExactly("a", "a");
  }

  @Test
  void whatIsKeptInAllStaysInBounds() {
    Object[][] keys =
        IntStream.range(0, 40).mapToObj(i -> new Object[] {"k" + i % 20}).toArray(Object[][]::new);
    assertThat(joined(JoinRelType.INNER, keys, 9_000)).hasSize(40 * 9_000);
    assertThat(opened).hasSizeGreaterThan(20).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void theWindowGrowsWithTheReader() {
    LookupWindow window = window(keys("a", "b", "c", "d", "e", "f", "g", "h"), STOPPING);
    window.next();
    assertThat(opened).hasSize(1);
    window.next();
    assertThat(opened).hasSize(3);
    window.next();
    assertThat(opened).hasSize(6);
  }

  @Test
  void someKeysAreUnderWayAtFirstWhereAllAreRead() {
    LookupWindow window = window(distinct(100), new Reach(Reach.Keys.APART, false));
    window.next();
    assertThat(opened).hasSize(4);
    window.next();
    assertThat(opened).hasSize(1 + WIDEST);
    window.next();
    assertThat(opened).hasSize(2 + WIDEST);
  }

  @Test
  void rowsOfOneKeyTakeNoPlaceOfOthersWhereAllAreRead() {
    LookupWindow window = window(runs(10, 20), new Reach(Reach.Keys.APART, false));
    IntStream.range(0, 10).forEach(i -> window.next());
    // The key that is read, and those behind it.
    assertThat(opened).hasSize(1 + WIDEST);
  }

  @Test
  void rowsOfOneKeyTakePlacesWherePerhapsNotAllAreRead() {
    LookupWindow window = window(runs(10, 20), STOPPING);
    IntStream.range(0, 20).forEach(i -> window.next());
    assertThat(opened).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"APART, 4, 500", "TOGETHER, 5000, 5000"})
  void rowsThatAreHeldAreBounded(Reach.Keys together, int first, int most) {
    AtomicInteger read = new AtomicInteger();
    Enumerable<@Nullable Object[]> left =
        rows(runs(2, 6_000))
            .select(
                row -> {
                  read.incrementAndGet();
                  return row;
                });
    LookupWindow window = window(left, new Reach(together, false));
    window.next();
    assertThat(read).hasValue(first);
    IntStream.range(1, 100).forEach(i -> window.next());
    assertThat(read).hasValue(most + 99);
    assertThat(opened).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "TOGETHER, false, 500",
    "TOGETHER, true, 1",
    "ALWAYS_TOGETHER, false, 500",
    "ALWAYS_TOGETHER, true, 500"
  })
  void keysThatMakeFewCallsAreAskedForTogether(Reach.Keys together, boolean mayStop, int first) {
    LookupWindow window = window(distinct(1_000), new Reach(together, mayStop));
    window.next();
    assertThat(opened).hasSize(first);
  }

  @Test
  void aRunOfSomeRowsAsksForKeysThatAreCallsOfTheirOwnOneByOne() {
    LookupWindow window = window(distinct(100), new Reach(Reach.Keys.APART, false).ofSome());
    window.next();
    assertThat(opened).hasSize(1);
  }

  private List<@Nullable Object[]> joined(JoinRelType type, Object[][] left, int rightRows) {
    LookupWindow window = window(rows(left), rightRows, STOPPING);
    List<@Nullable Object[]> joined = new ArrayList<>();
    try (Enumerator<@Nullable Object[]> pairs =
        new LookupEnumerator(window, type, 2, (one, other) -> true)) {
      while (pairs.moveNext()) {
        joined.add(pairs.current());
      }
    }
    return joined;
  }

  private LookupWindow window(Object[][] left, Reach reach) {
    return window(rows(left), reach);
  }

  private LookupWindow window(Enumerable<@Nullable Object[]> left, Reach reach) {
    return window(left, 1, reach);
  }

  private LookupWindow window(Enumerable<@Nullable Object[]> left, int rightRows, Reach reach) {
    return new LookupWindow(
        left.enumerator(),
        row -> right(row, rightRows),
        new int[] {0},
        reach,
        WIDEST,
        new Cancellation());
  }

  private Enumerable<@Nullable Object[]> right(@Nullable Object[] left, int count) {
    opened.add(String.valueOf(left[0]));
    return Linq4j.asEnumerable(
        IntStream.range(0, count).mapToObj(i -> new @Nullable Object[] {left[0], i}).toList());
  }

  private static Enumerable<@Nullable Object[]> rows(Object[][] rows) {
    return Linq4j.asEnumerable(List.<@Nullable Object[]>of(rows));
  }

  private static Object[][] keys(Object... keys) {
    return List.of(keys).stream().map(key -> new Object[] {key}).toArray(Object[][]::new);
  }

  private static Object[][] distinct(int count) {
    return runs(count, 1);
  }

  /** Each key several times, one after the other. */
  private static Object[][] runs(int keys, int times) {
    return IntStream.range(0, keys * times)
        .mapToObj(i -> new Object[] {"k" + i / times})
        .toArray(Object[][]::new);
  }
}
