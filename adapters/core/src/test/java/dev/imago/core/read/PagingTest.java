package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.CallRecord;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private final Service service = new Service();

  PagingTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void listGoesOnWithTheToken() {
    service
        .answer("{'items': [{'name': 'a'}, {'name': 'b'}], 'nextPageToken': 'x y'}")
        .answer("{'nextPageToken': '', 'items': [{'name': 'c'}]}");

    assertThat(service.rows(Acme.images("p", "project", "name")))
        .containsExactly("[p, a]", "[p, b]", "[p, c]");

    assertThat(service.target()).doesNotContain("pageToken=");
    assertThat(service.target()).endsWith("&pageToken=x%20y");
    assertThat(service.calls.calls())
        .extracting(CallRecord::seq, CallRecord::page, CallRecord::rowCount, CallRecord::status)
        .containsExactly(
            tuple(1L, 1, 2L, OptionalInt.of(200)), tuple(2L, 2, 1L, OptionalInt.of(200)));
  }

  @Test
  void nothingIsSentBeforeTheFirstRowIsAskedFor() {
    service.open(Acme.images("p", "name")).close();

    assertThat(service.target()).isNull();
    assertThat(service.calls.calls()).isEmpty();
  }

  @Test
  void emptyPageWithATokenGoesOn() {
    service
        .answer("{'nextPageToken': 't1'}")
        .answer("{'items': [], 'nextPageToken': 't2'}")
        .answer("{'items': null, 'nextPageToken': 't3'}")
        .answer("{'items': [{'name': 'a'}]}");

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");
    assertThat(service.calls.calls()).hasSize(4);
  }

  @Test
  void answerWithoutAnythingHasNoRows() {
    service.answer("{}");

    assertThat(service.rows(Acme.images("p", "name"))).isEmpty();
  }

  @Test
  void fieldsThatPageTwoLacksAreNull() {
    service
        .answer("{'items': [{'name': 'a', 'family': 'f', 'id': '1'}], 'nextPageToken': 't'}")
        .answer("{'items': [{'name': 'b'}, {}]}");

    assertThat(service.rows(Acme.images("p", "name", "family", "id")))
        .containsExactly("[a, f, 1]", "[b, null, null]", "[null, null, null]");
  }

  @Test
  void repeatedTokenFails() {
    service
        .answer("{'items': [{'name': 'a'}], 'nextPageToken': 't1'}")
        .answer("{'items': [{'name': 'b'}], 'nextPageToken': 't2'}")
        .answer("{'items': [{'name': 'c'}], 'nextPageToken': 't1'}");

    RowStream rows = service.open(Acme.images("p", "name"));
    rows.next();
    rows.next();
    rows.next();

    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.API_FAILED))
        .hasMessageContaining("(page 3) gave a page token that it had given before");
    assertThat(rows.next()).isNull();
    assertThat(service.calls.calls()).hasSize(3);
    assertThat(service.calls.calls().get(2).error()).get().asString().contains("page token");
  }

  @Test
  void failureOnPageTwoFailsTheStream() {
    service
        .answer("{'items': [{'name': 'a'}], 'nextPageToken': 't1'}")
        .answer(501, "{\"code\": \"BROKEN\", \"text\": \"it is broken\"}");

    RowStream rows = service.open(Acme.images("p", "name"));
    assertThat(rows.next()).containsExactly("a");

    assertThatThrownBy(rows::next)
        .isInstanceOf(ImagoException.class)
        .hasMessageContaining("(page 2) answered 501")
        .hasMessageContaining("BROKEN: it is broken");
    assertThat(rows.next()).isNull();
  }

  @Test
  void limitEndsThePaging() {
    service
        .answer("{'items': [{'name': 'a'}, {'name': 'b'}], 'nextPageToken': 't1'}")
        .answer("{'items': [{'name': 'c'}, {'name': 'd'}], 'nextPageToken': 't2'}");

    assertThat(service.rows(Acme.limited(Acme.images("p", "name"), 3)))
        .containsExactly("[a]", "[b]", "[c]");

    assertThat(service.calls.calls()).extracting(CallRecord::rowCount).containsExactly(2L, 1L);
  }

  @Test
  void limitThatThePageMeetsExactlyAsksForNoFurtherPage() {
    service.answer("{'items': [{'name': 'a'}, {'name': 'b'}], 'nextPageToken': 't1'}");

    assertThat(service.rows(Acme.limited(Acme.images("p", "name"), 2))).hasSize(2);
    assertThat(service.onlyCall().error()).isEmpty();
  }

  @Test
  void limitOfNothingSendsNothing() {
    assertThat(service.rows(Acme.limited(Acme.images("p", "name"), 0))).isEmpty();
    assertThat(service.calls.calls()).isEmpty();
  }

  @Test
  void emptyNameHasNoRowsAndNoCall() {
    assertThat(service.rows(Acme.image("p", "", "name"))).isEmpty();
    assertThat(service.calls.calls()).isEmpty();
  }

  @Test
  void aggregatedListTakesTheScopesOfItsCollection() {
    service.answer(
        "{'unreachables': [], 'items': {"
            + "'global': {'operations': [{'name': 'g'}]},"
            + "'zones/z1': {'operations': [{'name': 'a'}, {'name': 'b'}]},"
            + "'zones/z2': {'warning': {'code': 'NO_RESULTS_ON_PAGE', 'data': [{'key': 'k'}]}},"
            + "'regions/r1': {'operations': [{'name': 'r'}]},"
            + "'zones/z3': {'other': [1], 'operations': [{'name': 'c'}]}}}");

    assertThat(service.rows(Acme.operations("p", "zone", "name", "project")))
        .containsExactly("[z1, a, p]", "[z1, b, p]", "[z3, c, p]");
  }

  @Test
  void unreachableLocationIsAFailure() {
    service.answer(
        "{'items': {'zones/z1': {'operations': [{'name': 'a'}]}},"
            + " 'unreachables': ['zones/z2', 'zones/z3']}");

    assertUnreachable(Acme.operations("p", "name"), "zones/z2, zones/z3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNREACHABLE", "PARTIAL_SUCCESS"})
  void entryThatLacksRowsIsAFailure(String code) {
    service.answer(
        "{'items': {'zones/z1': {'operations': [{'name': 'a'}]},"
            + " 'zones/z2': {'warning': {'code': '"
            + code
            + "', 'message': 'm'}}}}");

    assertUnreachable(Acme.operations("p", "name"), "zones/z2");
  }

  private void assertUnreachable(ReadRequest request, String locations) {
    RowStream rows = service.open(request);
    assertThat(rows.next()).containsExactly("a");
    assertThatThrownBy(rows::next)
        .isInstanceOf(ImagoException.class)
        .hasMessageContaining("could not reach every location: " + locations + ";")
        .extracting(e -> ((ImagoException) e).code())
        .isEqualTo(ErrorCode.API_FAILED);
    assertThat(service.calls.calls())
        .singleElement()
        .extracting(call -> call.error().orElse(""))
        .asInstanceOf(InstanceOfAssertFactories.STRING)
        .contains(locations);
  }

  @Test
  void budgetStopsThePaging() {
    service.statement(1);
    service
        .answer("{'items': [{'name': 'a'}], 'nextPageToken': 't1'}")
        .answer("{'items': [{'name': 'b'}]}");

    RowStream rows = service.open(Acme.images("p", "name"));
    assertThat(rows.next()).containsExactly("a");
    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_CALLS));
    assertThat(service.calls.calls()).hasSize(1);
  }

  @Test
  void requestsAnswerInTheirOrder() {
    service.answerBy(
        target -> Service.json("{'items': [{'name': '" + target.split("/", -1)[1] + "'}]}"));

    List<ReadRequest> requests =
        IntStream.range(0, 100).mapToObj(i -> Acme.images("p" + i, "name")).toList();

    assertThat(service.rows(requests))
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "[p" + i + "]").toList());
    assertThat(service.calls.calls())
        .extracting(CallRecord::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
  }
}
