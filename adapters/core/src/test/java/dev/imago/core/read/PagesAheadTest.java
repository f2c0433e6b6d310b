package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.page.PagedRows.Ahead;
import dev.imago.core.statement.CallRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the pages of a list are asked for, and what a page that is ahead of its reader changes. */
class PagesAheadTest {
  private final Service service = new Service();
  private final SharedReads shared = new SharedReads(1 << 20);
  private long probes;

  PagesAheadTest() throws IOException {}

  @AfterEach
  void stop() {
    shared.close();
    service.close();
  }

  @Test
  void thirdPageIsAskedForWithTheFirstRowOfTheSecond() {
    fourPages();
    RowStream rows = open(Ahead.ONE_PAGE);

    assertThat(rows.next()).containsExactly("a1");
    assertThat(rows.next()).containsExactly("a2");
    assertThat(planned()).isEqualTo(1);
    assertThat(rows.next()).containsExactly("b1");
    assertThat(planned()).isEqualTo(3);
    assertThat(rows.next()).containsExactly("b2");
    assertThat(planned()).isEqualTo(3);
    assertThat(rows.next()).containsExactly("c1");
    assertThat(planned()).isEqualTo(4);

    assertThat(rest(rows)).containsExactly("[c2]", "[d1]", "[d2]");
    assertThat(service.calls.calls())
        .extracting(CallRecord::rowCount)
        .containsExactly(2L, 2L, 2L, 2L);
  }

  @Test
  void readerThatMayStopAsksForEachPageWhenItNeedsIt() {
    fourPages();
    RowStream rows = open(Ahead.NOTHING);
    for (int row = 0; row < 4; row++) {
      rows.next();
    }

    assertThat(planned()).isEqualTo(2);
    assertThat(rows.next()).containsExactly("c1");
    assertThat(planned()).isEqualTo(3);
  }

  @Test
  void limitThatAPageMeetsAsksForNoFurtherPage() {
    fourPages();
    RowStream rows = open(Acme.limited(Acme.images("p", "name"), 4), Ahead.ONE_PAGE);

    assertThat(rest(rows)).hasSize(4);
    assertThat(planned()).isEqualTo(2);
  }

  @Test
  void pageThatNobodyCameToIsGivenUpWithItsReader() {
    fourPages();
    RowStream rows = open(Ahead.ONE_PAGE);
    for (int row = 0; row < 3; row++) {
      rows.next();
    }

    rows.close();

    assertThat(service.calls.calls())
        .extracting(call -> call.error().orElse("read"))
        .containsExactly("read", "read", "its rows were not needed");
  }

  @Test
  void rowsAheadOfAFailureAreGiven() {
    service.answer(page("a", "t1")).answer("{'items': [{'name': 'b1'}, {'name': 'b2'}, 3]}");
    RowStream rows = open(Ahead.ONE_PAGE);

    assertThat(rows.next()).containsExactly("a1");
    assertThat(rows.next()).containsExactly("a2");
    assertThat(rows.next()).containsExactly("b1");
    assertThat(rows.next()).containsExactly("b2");
    assertThatThrownBy(rows::next)
        .isInstanceOf(ImagoException.class)
        .hasMessageContaining("\"items\" holds a number where a row should be");
    assertThat(rows.next()).isNull();
  }

  @Test
  void callThatIsOneTooManyFailsWhenItsRowsAreAskedFor() {
    fourPages();
    service.statement(2);
    RowStream rows = open(Ahead.ONE_PAGE);
    for (int row = 0; row < 4; row++) {
      rows.next();
    }

    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_CALLS));
  }

  /** JSON is UTF-8. What is not, and begins as an object all the same, is not held whole either. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE"})
  void longPageIsDecodedInChunks(String encoding) {
    String item = "{\"name\": \"" + "x".repeat(100_000) + "\"}";
    String items = String.join(", ", item, item, item, item, item);
    service.answer(page("a", "t1"));
    service.server.enqueue(
        encoded("{\"items\": [" + items + "], \"nextPageToken\": \"t2\"}", encoding));
    service.answer(page("c", ""));
    RowStream rows = open(Ahead.ONE_PAGE);
    rows.next();
    rows.next();

    List<Long> planned = new ArrayList<>();
    for (int row = 0; row < 5; row++) {
      rows.next();
      planned.add(planned());
    }

    // Three rows fill a chunk; the one behind it has the token.
    assertThat(planned).containsExactly(2L, 2L, 2L, 3L, 3L);
    assertThat(rest(rows)).containsExactly("[c1]", "[c2]");
    assertThat(service.calls.calls())
        .extracting(CallRecord::status)
        .containsOnly(OptionalInt.of(200));
  }

  private static MockResponse encoded(String json, String encoding) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json")
        .body(new Buffer().writeString(json, Charset.forName(encoding)))
        .build();
  }

  private void fourPages() {
    service.answer(page("a", "t1")).answer(page("b", "t2"));
    service.answer(page("c", "t3")).answer(page("d", ""));
  }

  private static String page(String letter, String next) {
    return ("{'items': [{'name': 'L1'}, {'name': 'L2'}], 'nextPageToken': '" + next + "'}")
        .replace("L", letter);
  }

  private RowStream open(Ahead ahead) {
    return open(Acme.images("p", "name"), ahead);
  }

  private RowStream open(ReadRequest request, Ahead ahead) {
    return service
        .reader()
        .read(List.of(request), service.statement(), shared, Sharing.NONE, ahead);
  }

  private static List<String> rest(RowStream rows) {
    List<String> rest = new ArrayList<>();
    for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
      rest.add(Arrays.toString(row));
    }
    return rest;
  }

  /** How many calls have a place in the planned order; to look takes one too. */
  private long planned() {
    return service.statement().nextSeq() - ++probes;
  }
}
