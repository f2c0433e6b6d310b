package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.description.OffsetPaging;
import dev.imago.core.description.PageSize;
import dev.imago.core.description.Paging;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.CallRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists whose next request says how many rows came, in pages of two. */
class OffsetPagingTest {
  private static final Paging PAIRS = pages(Optional.of("count"));
  private static final Paging WITHOUT_TOTAL = pages(Optional.empty());

  private final Service service = new Service();

  OffsetPagingTest() throws IOException {}

  private static Paging pages(Optional<String> total) {
    return new OffsetPaging("offset", total, new PageSize(Optional.of("limit"), 2));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void goesOnUntilTheTotalIsReached() {
    service
        .answer("{'count': 4, 'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'items': [{'name': 'c'}, {'name': 'd'}], 'count': '4'}");

    assertThat(service.rows(Acme.images(PAIRS, "name")))
        .containsExactly("[a]", "[b]", "[c]", "[d]");

    assertThat(service.target()).endsWith("&fields=items(name),count,unreachable&limit=2");
    assertThat(service.target()).endsWith("&limit=2&offset=2");
    assertThat(service.calls.calls()).hasSize(2);
  }

  @Test
  void aPageThatIsNotFullIsNotTheLastWhileTheTotalSaysMore() {
    service
        .answer("{'count': 3, 'items': [{'name': 'a'}]}")
        .answer("{'count': 3, 'items': [{'name': 'b'}, {'name': 'c'}]}");

    assertThat(service.rows(Acme.images(PAIRS, "name"))).containsExactly("[a]", "[b]", "[c]");
    service.target();
    assertThat(service.target()).endsWith("&offset=1");
  }

  @Test
  void withoutATotalAPageThatIsNotFullIsTheLast() {
    service
        .answer("{'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'items': [{'name': 'c'}]}");
    assertThat(service.rows(Acme.images(WITHOUT_TOTAL, "name"))).hasSize(3);
    assertThat(service.calls.calls()).hasSize(2);

    service.answer("{'items': [{'name': 'a'}, {'name': 'b'}], 'count': null}").answer("{}");
    assertThat(service.rows(Acme.images(PAIRS, "name"))).hasSize(2);
    assertThat(service.calls.calls()).hasSize(4);
  }

  @Test
  void theNewestTotalCounts() {
    service
        .answer("{'count': 5, 'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'count': 3, 'items': [{'name': 'c'}]}");
    assertThat(service.rows(Acme.images(PAIRS, "name"))).hasSize(3);
    assertThat(service.calls.calls()).hasSize(2);

    service
        .answer("{'count': 3, 'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'count': 4, 'items': [{'name': 'c'}]}")
        .answer("{'count': 4, 'items': [{'name': 'd'}]}");
    assertThat(service.rows(Acme.images(PAIRS, "name"))).hasSize(4);
  }

  @Test
  void anEmptyPageAfterATotalThatShrankIsTheLast() {
    service
        .answer("{'count': 3, 'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'count': 2, 'items': []}");

    assertThat(service.rows(Acme.images(PAIRS, "name"))).hasSize(2);
  }

  @Test
  void anEmptyPageWhileTheTotalSaysMoreFails() {
    service
        .answer("{'count': 3, 'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'count': 3, 'items': []}");

    assertFailsAfter(2, "(page 2) gave an empty page after 2 rows, though its \"count\" says 3");
  }

  @Test
  void anEmptyListHasATotalOfNothing() {
    service.answer("{'count': 0, 'items': []}");

    assertThat(service.rows(Acme.images(PAIRS, "name"))).isEmpty();
    assertThat(service.calls.calls()).hasSize(1);
  }

  @Test
  void aTotalThatIsNoNumberFails() {
    service.answer("{'count': 'many', 'items': [{'name': 'a'}]}");

    assertFailsAfter(1, "gave a \"count\" that is no number of rows");
  }

  @Test
  void aTotalThatIsAnObjectFails() {
    service.answer("{'count': {}, 'items': [{'name': 'a'}]}");

    assertFailsAfter(0, "\"count\", which says how the list goes on, is an object");
  }

  @Test
  void failureOnPageTwoFailsTheStream() {
    service
        .answer("{'count': 3, 'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer(501, "{\"code\": \"BROKEN\", \"text\": \"it is broken\"}");

    assertFailsAfter(2, "(page 2) answered 501");
  }

  private void assertFailsAfter(int count, String message) {
    RowStream rows = service.open(Acme.images(PAIRS, "name"));
    for (int i = 0; i < count; i++) {
      assertThat(rows.next()).isNotNull();
    }
    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.API_FAILED))
        .hasMessageContaining(message);
    assertThat(rows.next()).isNull();
  }

  @Test
  void rowsThatAreNotWantedCount() {
    service
        .answer("{'count': 3, 'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'count': 3, 'items': [{'name': 'a'}]}");

    assertThat(service.rows(Acme.images(PAIRS, "project").withAlternatives("name", Set.of("a"))))
        .hasSize(2);
    service.target();
    assertThat(service.target()).endsWith("&offset=2");
  }

  @Test
  void limitInTheMiddleOfPageTwoEndsThePaging() {
    service
        .answer("{'count': 9, 'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'count': 9, 'items': [{'name': 'c'}, {'name': 'd'}]}");

    assertThat(service.rows(Acme.limited(Acme.images(PAIRS, "name"), 3))).hasSize(3);
    assertThat(service.calls.calls()).extracting(CallRecord::rowCount).containsExactly(2L, 1L);
  }

  @Test
  void limitMakesThePageSmaller() {
    service.answer("{'count': 9, 'items': [{'name': 'a'}]}");

    assertThat(service.rows(Acme.limited(Acme.images(PAIRS, "name"), 1))).hasSize(1);
    assertThat(service.target()).endsWith("&limit=1");
  }
}
