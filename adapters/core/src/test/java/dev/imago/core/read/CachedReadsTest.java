package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.cache.AnswerCache;
import dev.imago.core.cache.CachedAnswer;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallRecord;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads that may be served by the answers of reads before. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class CachedReadsTest {
  private static final Duration AGE = Duration.ofSeconds(60);
  private static final ReadRequest NAMES = Acme.images("p", "name");
  private static final ReadRequest FAMILIES_AND_NAMES = Acme.images("p", "family", "name");

  private static final String THREE =
      "{'items': [{'name': 'a', 'family': 'f'}, {'name': 'b'}, {'name': 'c', 'family': 'g'}]}";

  private final AtomicLong nanos = new AtomicLong();
  private final Service service = new Service();
  private final AnswerCache cache = new AnswerCache(AGE, 1 << 20, nanos::get);
  private final TableReader reader = new TableReader(service.services(), Optional.of(cache));

  CachedReadsTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theSameNeedsNoSecondCall() {
    service.answer(THREE);

    assertThat(rows(NAMES)).containsExactly("[a]", "[b]", "[c]");
    assertThat(rows(NAMES)).containsExactly("[a]", "[b]", "[c]");

    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(logged()).containsExactly("miss 1x 3", "hit 0x 3");
    assertThat(service.calls.calls()).extracting(CallRecord::bytes).last().isEqualTo(0L);
  }

  @Test
  void fewerColumnsAndATighterLimitAreServed() {
    service.answer(THREE);

    assertThat(rows(FAMILIES_AND_NAMES)).containsExactly("[f, a]", "[null, b]", "[g, c]");
    assertThat(rows(NAMES)).containsExactly("[a]", "[b]", "[c]");
    assertThat(rows(Acme.images("p", "name", "family"))).first().isEqualTo("[a, f]");
    assertThat(rows(Acme.limited(NAMES, 2))).containsExactly("[a]", "[b]");

    assertThat(logged()).containsExactly("miss 1x 3", "hit 0x 3", "hit 0x 3", "hit 0x 2");
  }

  @Test
  void moreColumnsAreAskedForAndKeptInstead() {
    service.answer(THREE).answer(THREE);

    rows(NAMES);
    rows(FAMILIES_AND_NAMES);
    rows(FAMILIES_AND_NAMES);

    assertThat(logged()).containsExactly("miss 1x 3", "miss 1x 3", "hit 0x 3");
    assertThat(cache.answers()).hasSize(1);
  }

  @Test
  void aWiderLimitIsAskedFor() {
    service.answer(THREE).answer(THREE);

    assertThat(rows(Acme.limited(NAMES, 2))).hasSize(2);
    assertThat(rows(Acme.limited(NAMES, 1))).containsExactly("[a]");
    assertThat(rows(NAMES)).hasSize(3);

    assertThat(logged()).containsExactly("miss 1x 2", "hit 0x 1", "miss 1x 3");
  }

  @Test
  void nothingIsKeptOrServedForALimitOfZero() {
    assertThat(rows(Acme.limited(NAMES, 0))).isEmpty();

    assertThat(logged()).isEmpty();
    assertThat(cache.answers()).isEmpty();
  }

  @Test
  void aReaderThatChangesItsRowChangesNoOther() {
    service.answer(THREE);
    for (int i = 0; i < 2; i++) {
      try (RowStream stream = open(NAMES)) {
        @Nullable Object[] row = stream.next();
        assertThat(row).containsExactly("a");
        Arrays.fill(row, "changed");
        while (stream.next() != null) {
          // To the end, so that it is kept.
        }
      }
    }
    assertThat(logged()).containsExactly("miss 1x 3", "hit 0x 3");
  }

  @Test
  void allPagesAreOneAnswer() {
    service
        .answer("{'items': [{'name': 'a'}], 'nextPageToken': 't'}")
        .answer("{'items': [{'name': 'b'}]}");

    assertThat(rows(NAMES)).hasSize(2);
    assertThat(rows(NAMES)).containsExactly("[a]", "[b]");

    assertThat(logged()).containsExactly("miss 1x 1", "miss 1x 1", "hit 0x 2");
  }

  @Test
  void anAnswerExpires() {
    service.answer(THREE).answer("{'items': []}");
    rows(NAMES);
    nanos.addAndGet(AGE.toNanos());

    assertThat(rows(NAMES)).isEmpty();
    assertThat(rows(NAMES)).isEmpty();

    assertThat(logged()).containsExactly("miss 1x 3", "miss 1x 0", "hit 0x 0");
  }

  @Test
  void whatAReaderLeftForLongIsNotKept() {
    service.answer("{'items': [{'name': 'a'}], 'nextPageToken': 't'}").answer("{'items': []}");
    try (RowStream stream = open(NAMES)) {
      assertThat(stream.next()).containsExactly("a");
      nanos.addAndGet(AGE.toNanos());
      assertThat(stream.next()).isNull();
    }

    assertThat(cache.answers()).isEmpty();
  }

  @Test
  void whatIsNotReadToItsEndIsNotKept() {
    service.answer(THREE).answer(THREE);
    try (RowStream stream = open(NAMES)) {
      assertThat(stream.next()).containsExactly("a");
    }

    assertThat(cache.answers()).isEmpty();
    assertThat(rows(NAMES)).hasSize(3);
    assertThat(cache.answers()).hasSize(1);
  }

  @Test
  void whatFailsOnALaterPageIsNotKept() {
    service
        .answer("{'items': [{'name': 'a'}], 'nextPageToken': 't'}")
        .answer(403, "{}")
        .answer(THREE);

    assertThatThrownBy(() -> rows(NAMES)).isInstanceOf(ImagoException.class);
    assertThat(cache.answers()).isEmpty();
    assertThat(rows(NAMES)).hasSize(3);
  }

  @Test
  void whatIsMissingAnAccountIsNotKept() {
    service.answer(403, "{}").answer(THREE);
    StatementContext partial =
        new StatementContext(
            8,
            service.cancellation,
            new CallBudget(10),
            service.calls,
            service.warnings::add,
            true);

    assertThat(rows(NAMES, partial)).isEmpty();
    assertThat(service.warnings).hasSize(1);
    assertThat(cache.answers()).isEmpty();
    assertThat(rows(NAMES, partial)).hasSize(3);
    assertThat(cache.answers()).hasSize(1);
  }

  @Test
  void whatItsUserWasWarnedAboutIsNotKept() {
    String unreadable = "{'items': [{'name': 'a', 'creationTimestamp': 'soon'}]}";
    service.answer(unreadable).answer(unreadable);
    ReadRequest times = Acme.images("p", "creationTimestamp");

    rows(times, service.statement(10));
    rows(times, service.statement(10));

    assertThat(service.warnings).hasSize(2);
    assertThat(logged()).containsExactly("miss 1x 1", "miss 1x 1");
  }

  @Test
  void aRowThatIsUnknownIsNotKept() {
    service
        .answer(400, "{\"code\": \"NO_IDEA\", \"text\": \"Something is wrong.\"}")
        .answer("{'name': 'x'}");
    ReadRequest get = Acme.skippingUnknown(Acme.image("p", "x", "name"));

    assertThat(rows(get)).isEmpty();
    assertThat(cache.answers()).isEmpty();
    assertThat(rows(get)).containsExactly("[x]");
  }

  @Test
  void aHitTakesNothingFromTheBudget() {
    service.answer(THREE);
    StatementContext frugal = service.statement(1);

    rows(NAMES, frugal);
    assertThat(rows(NAMES, frugal)).hasSize(3);
  }

  @Test
  void showsTheCallThatWasMade() {
    service.answer(THREE);
    rows(NAMES);

    assertThat(cache.answers())
        .singleElement()
        .extracting(CachedAnswer::call)
        .isEqualTo("GET " + service.onlyCall().url());
  }

  private RowStream open(ReadRequest request) {
    return reader.read(List.of(request), service.statement());
  }

  private List<String> rows(ReadRequest request) {
    return rows(request, service.statement());
  }

  private List<String> rows(ReadRequest request, StatementContext statement) {
    List<String> rows = new ArrayList<>();
    try (RowStream stream = reader.read(List.of(request), statement)) {
      for (@Nullable Object[] row = stream.next(); row != null; row = stream.next()) {
        rows.add(Arrays.toString(row));
      }
    }
    return rows;
  }

  private List<String> logged() {
    return service.calls.calls().stream()
        .map(call -> call.cache() + " " + call.attempts() + "x " + call.rowCount())
        .toList();
  }
}
