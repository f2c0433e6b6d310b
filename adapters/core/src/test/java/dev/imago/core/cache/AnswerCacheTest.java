package dev.imago.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnType.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private static final Duration AGE = Duration.ofSeconds(60);
  private static final long MOST_BYTES = 1 << 20;
  private static final ColumnDescription NAME = column("name");
  private static final ColumnDescription STATUS = column("status");
  private static final List<ColumnDescription> BOTH = List.of(NAME, STATUS);
  private static final OptionalLong ALL = OptionalLong.empty();
  private static final AnswerKey KEY = key("acme", "p");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
  private final AnswerCache cache = new AnswerCache(AGE, MOST_BYTES, nanos::get);

  @Test
  void servesTheSameAndLess() {
    keep(KEY, BOTH, ALL, 3);

    assertThat(cache.find(KEY, BOTH, ALL)).isPresent();
    assertThat(cache.find(KEY, List.of(STATUS), ALL)).isPresent();
    assertThat(cache.find(KEY, List.of(), OptionalLong.of(2))).isPresent();
    assertThat(cache.answers()).singleElement().extracting(CachedAnswer::hits).isEqualTo(3L);
  }

  @Test
  void servesNeitherMoreColumnsNorOtherRows() {
    keep(KEY, List.of(NAME), ALL, 3);

    assertThat(cache.find(KEY, BOTH, ALL)).isEmpty();
    assertThat(cache.find(key("acme", "q"), List.of(NAME), ALL)).isEmpty();
    assertThat(cache.find(key("other", "p"), List.of(NAME), ALL)).isEmpty();
    assertThat(cache.answers()).singleElement().extracting(CachedAnswer::hits).isEqualTo(0L);
  }

  @Test
  void aLimitedAnswerServesItsLimitAndTighterOnes() {
    keep(KEY, BOTH, OptionalLong.of(3), 3);

    assertThat(cache.find(KEY, BOTH, OptionalLong.of(3))).isPresent();
    assertThat(cache.find(KEY, BOTH, OptionalLong.of(1))).isPresent();
    assertThat(cache.find(KEY, BOTH, OptionalLong.of(4))).isEmpty();
    assertThat(cache.find(KEY, BOTH, ALL)).isEmpty();
  }

  @Test
  void fewerRowsThanTheLimitAreAllOfThem() {
    keep(KEY, BOTH, OptionalLong.of(5), 3);

    assertThat(cache.find(KEY, BOTH, ALL)).isPresent();
    assertThat(cache.find(KEY, BOTH, OptionalLong.of(10))).isPresent();
  }

  @Test
  void anAnswerGetsOldAndExpires() {
    keep(KEY, BOTH, ALL, 1);
    nanos.addAndGet(AGE.minusMillis(1).toNanos());

    assertThat(cache.find(KEY, BOTH, ALL)).isPresent();
    assertThat(cache.ageMillis(cache.answers().get(0))).isEqualTo(AGE.toMillis() - 1);

    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(cache.find(KEY, BOTH, ALL)).isEmpty();
    assertThat(cache.answers()).isEmpty();
    assertThat(cache.clear()).isZero();
  }

  @Test
  void aDropTakesTheAnswersOfOneCloud() {
    keep(KEY, BOTH, ALL, 1);
    keep(key("acme", "q"), BOTH, ALL, 1);
    keep(key("other", "p"), BOTH, ALL, 1);

    cache.drop("acme");

    assertThat(cache.answers())
        .singleElement()
        .extracting(CachedAnswer::key)
        .isEqualTo(key("other", "p"));
  }

  @Test
  void whatWasSentBeforeADropIsNotKeptAfterIt() {
    Filling filling = cache.fill(KEY, "GET", BOTH, ALL, true);
    filling.add(new Object[] {"a", "b"}, 10);

    cache.drop("acme");
    filling.end();

    assertThat(cache.answers()).isEmpty();
  }

  @Test
  void clearingTellsHowManyThereWere() {
    keep(KEY, BOTH, ALL, 1);
    keep(key("other", "p"), BOTH, ALL, 1);

    assertThat(cache.clear()).isEqualTo(2);
    assertThat(cache.answers()).isEmpty();
    assertThat(cache.clear()).isZero();
  }

  @Test
  void whatIsNotTheWholeTruthIsNotKept() {
    Filling filling = cache.fill(KEY, "GET", BOTH, ALL, true);
    filling.add(new Object[] {"a", "b"}, 10);
    filling.giveUp();
    filling.end();

    assertThat(cache.answers()).isEmpty();
  }

  @Test
  void anAnswerThatIsALargePartOfTheWholeIsNotKept() {
    Filling large = cache.fill(KEY, "GET", BOTH, ALL, true);
    large.add(new Object[] {"a", "b"}, MOST_BYTES / 4);
    large.add(new Object[] {"a", "b"}, 1);
    large.end();
    assertThat(cache.answers()).isEmpty();

    Filling largest = cache.fill(KEY, "GET", BOTH, ALL, true);
    largest.add(new Object[] {"a", "b"}, MOST_BYTES / 4);
    largest.end();
    assertThat(cache.answers())
        .singleElement()
        .extracting(CachedAnswer::bytes)
        .isEqualTo(MOST_BYTES / 4);
  }

  @Test
  void whatIsOnItsWayTakesHalfOfTheWholeAtMost() {
    // Eight rows and what an answer takes besides are an eighth of the whole.
    long row = MOST_BYTES / 64 - 128;
    List<Filling> fillings =
        IntStream.range(0, 32)
            .mapToObj(i -> cache.fill(key("acme", "p" + i), "GET", BOTH, ALL, true))
            .toList();
    for (int i = 0; i < 8; i++) {
      for (Filling filling : fillings) {
        filling.add(new Object[] {"a", "b"}, row);

        assertThat(cache.comingBytes()).isLessThanOrEqualTo(MOST_BYTES / 2);
      }
    }
    fillings.forEach(Filling::end);

    // Half of the whole is four of those: the others gave themselves up.
    assertThat(cache.answers()).hasSize(4).allMatch(answer -> answer.rows().size() == 8);
    assertThat(cache.comingBytes()).isZero();
  }

  @Test
  void whoWaitsForWhatIsTooMuchHasToAskItself() {
    Filling first = cache.fill(KEY, "GET", BOTH, ALL, true);
    Filling second = cache.fill(key("acme", "q"), "GET", BOTH, ALL, true);
    Filling third = cache.fill(key("acme", "r"), "GET", BOTH, ALL, true);
    cache.begin(third);
    third.coming().attend();
    third.coming().follow();
    first.add(new Object[] {"a", "b"}, MOST_BYTES / 4);
    second.add(new Object[] {"a", "b"}, MOST_BYTES / 4);

    third.add(new Object[] {"a", "b"}, 1);

    assertThat(third.coming().left()).isDone();
    assertThat(third.coming().answer()).isEmpty();
    assertThat(third.coming().mayLeave()).isTrue();
    first.giveUp();
    second.end();
    assertThat(cache.comingBytes()).isZero();
  }

  @Test
  void anAnswerIsAsOldAsItsQuestion() {
    Filling slow = cache.fill(KEY, "GET", BOTH, ALL, true);
    slow.add(new Object[] {"a", "b"}, 10);
    nanos.addAndGet(AGE.minusSeconds(10).toNanos());
    slow.end();

    assertThat(cache.ageMillis(cache.answers().get(0))).isEqualTo(50_000);
    nanos.addAndGet(Duration.ofSeconds(9).toNanos());
    assertThat(cache.find(KEY, BOTH, ALL)).isPresent();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(cache.find(KEY, BOTH, ALL)).isEmpty();
    assertThat(cache.answers()).isEmpty();
    assertThat(cache.clear()).isZero();
  }

  @Test
  void anAnswerThatWasTooLongOnItsWayIsNotKept() {
    Filling slow = cache.fill(KEY, "GET", BOTH, ALL, true);
    slow.add(new Object[] {"a", "b"}, 10);
    nanos.addAndGet(AGE.toNanos());
    slow.end();

    assertThat(cache.answers()).isEmpty();
    assertThat(slow.coming().answer()).isEmpty();
  }

  @Test
  void anAnswerThatIsReplacedIsAsOldAsTheNewOne() {
    keep(KEY, BOTH, ALL, 1);
    nanos.addAndGet(AGE.minusSeconds(1).toNanos());
    keep(KEY, BOTH, ALL, 1);
    nanos.addAndGet(AGE.minusSeconds(1).toNanos());

    assertThat(cache.find(KEY, BOTH, ALL)).isPresent();
  }

  @Test
  void holdsNoMoreThanItMay() {
    for (int i = 0; i < 100; i++) {
      Filling filling = cache.fill(key("acme", "p" + i), "GET", BOTH, ALL, true);
      filling.add(new Object[] {"a", "b"}, MOST_BYTES / 10);
      filling.end();
    }

    assertThat(cache.answers()).isNotEmpty();
    assertThat(cache.answers().stream().mapToLong(CachedAnswer::bytes).sum())
        .isLessThanOrEqualTo(MOST_BYTES / 2);
  }

  @Test
  void showsTheOldestFirst() {
    LongStream.range(0, 10)
        .forEach(
            i -> {
              nanos.addAndGet(1000);
              keep(key("acme", "p" + i), BOTH, ALL, 1);
            });

    assertThat(cache.answers())
        .extracting(answer -> answer.key().asked())
        .containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9");
  }

  private void keep(
      AnswerKey key, List<ColumnDescription> columns, OptionalLong limit, int rowCount) {
    Filling filling = cache.fill(key, "GET https://acme/" + key.asked(), columns, limit, true);
    for (int i = 0; i < rowCount; i++) {
      filling.add(columns.stream().map(ColumnDescription::name).toArray(), 10);
    }
    filling.end();
  }

  private static AnswerKey key(String provider, String asked) {
    return new AnswerKey(provider, "compute", "images", "list", asked);
  }

  private static ColumnDescription column(String name) {
    return new ColumnDescription(
        name,
        Scalar.VARCHAR,
        "A column.",
        new ColumnSource.JsonField(List.of(name)),
        List.of(),
        Optional.empty(),
        false,
        false);
  }
}
