package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.description.MarkerPaging;
import dev.imago.core.description.PageSize;
import dev.imago.core.description.Paging;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.CallRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists whose next request repeats a field of the last row, in pages of two. */
class MarkerPagingTest {
  private static final Paging PAIRS =
      new MarkerPaging("marker", List.of("id"), new PageSize(Optional.of("limit"), 2));

  private final Service service = new Service();

  MarkerPagingTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void goesOnBehindTheLastRowUntilAPageIsNotFull() {
    service
        .answer("{'items': [{'id': '1', 'name': 'a'}, {'id': '2', 'name': 'b'}]}")
        .answer("{'items': [{'id': '3', 'name': 'c'}]}");

    assertThat(service.rows(Acme.images(PAIRS, "name"))).containsExactly("[a]", "[b]", "[c]");

    assertThat(service.target()).endsWith("&fields=items(name,id),unreachable&limit=2");
    assertThat(service.target()).endsWith("&limit=2&marker=2");
    assertThat(service.calls.calls()).extracting(CallRecord::page).containsExactly(1, 2);
  }

  @Test
  void aFullLastPageIsFollowedByAnEmptyOne() {
    service.answer("{'items': [{'id': 1}, {'id': 2}]}").answer("{'items': []}");

    assertThat(service.rows(Acme.images(PAIRS, "id"))).containsExactly("[1]", "[2]");
    service.target();
    assertThat(service.target()).endsWith("&marker=2");
  }

  @Test
  void theMarkerMayStandBelowTheRow() {
    service
        .answer("{'items': [{'name': 'a', 'm': {'id': 'x y', 'z': 1}}]}")
        .answer("{'items': [{'name': 'b', 'm': {'id': 'z'}}]}")
        .answer("{}");

    assertThat(
            service.rows(
                Acme.images(
                    new MarkerPaging(
                        "after", List.of("m", "id"), new PageSize(Optional.of("limit"), 1)),
                    "name")))
        .containsExactly("[a]", "[b]");
    assertThat(service.target()).contains("&fields=items(name,m),");
    assertThat(service.target()).endsWith("&after=x%20y");
    assertThat(service.target()).endsWith("&after=z");
  }

  @Test
  void rowsThatAreNotWantedCountAndMark() {
    service
        .answer("{'items': [{'id': '1', 'name': 'a'}, {'id': '2', 'name': 'b'}]}")
        .answer("{'items': [{'id': '3', 'name': 'a'}]}");

    assertThat(
            service.rows(
                Acme.images(PAIRS, "family", "project").withAlternatives("name", Set.of("a"))))
        .containsExactly("[null, p]", "[null, p]");
    service.target();
    assertThat(service.target()).endsWith("&marker=2");
  }

  @Test
  void pagesOfAFixedSizeAskForNone() {
    service.answer("{'items': [{'id': '1'}, {'id': '2'}]}").answer("{}");

    assertThat(
            service.rows(
                Acme.limited(
                    Acme.images(
                        new MarkerPaging(
                            "marker", List.of("id"), new PageSize(Optional.empty(), 2)),
                        "id"),
                    10)))
        .hasSize(2);
    assertThat(service.target()).endsWith(",unreachable");
    assertThat(service.target()).endsWith(",unreachable&marker=2");
  }

  @Test
  void repeatedMarkerFails() {
    service
        .answer("{'items': [{'id': '1'}, {'id': '2'}]}")
        .answer("{'items': [{'id': '3'}, {'id': '4'}]}")
        .answer("{'items': [{'id': '1'}, {'id': '2'}]}");

    assertFailsAfter(6, "(page 3) gave a last row whose \"id\" a page had ended with before;");
  }

  @Test
  void aFullPageWithoutAMarkerFails() {
    service
        .answer("{'items': [{'id': '1'}, {'id': '2'}]}")
        .answer("{'items': [{'id': '3'}, {'name': 'd'}]}");

    assertFailsAfter(4, "(page 2) gave a last row without \"id\"");
  }

  @Test
  void aLastPageNeedsNoMarker() {
    service.answer("{'items': [{'id': '1'}, {'id': '2'}]}").answer("{'items': [{'name': 'c'}]}");

    assertThat(service.rows(Acme.images(PAIRS, "id"))).containsExactly("[1]", "[2]", "[null]");
  }

  @Test
  void failureOnPageTwoFailsTheStream() {
    service
        .answer("{'items': [{'id': '1'}, {'id': '2'}]}")
        .answer(501, "{\"code\": \"BROKEN\", \"text\": \"it is broken\"}");

    assertFailsAfter(2, "(page 2) answered 501");
  }

  private void assertFailsAfter(int count, String message) {
    RowStream rows = service.open(Acme.images(PAIRS, "id"));
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
  void limitInTheMiddleOfPageTwoEndsThePaging() {
    service
        .answer("{'items': [{'id': '1'}, {'id': '2'}]}")
        .answer("{'items': [{'id': '3'}, {'id': '4'}]}");

    assertThat(service.rows(Acme.limited(Acme.images(PAIRS, "id"), 3))).hasSize(3);
    assertThat(service.calls.calls()).extracting(CallRecord::rowCount).containsExactly(2L, 1L);
  }

  @Test
  void limitMakesThePageSmaller() {
    service.answer("{'items': [{'id': '1'}]}");

    assertThat(service.rows(Acme.limited(Acme.images(PAIRS, "id"), 1))).hasSize(1);
    assertThat(service.target()).endsWith("&limit=1");
    assertThat(service.calls.calls()).hasSize(1);
  }
}
