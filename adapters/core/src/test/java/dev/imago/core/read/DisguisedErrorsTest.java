package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An error that comes with status 200 is no empty list, and no row without values. */
class DisguisedErrorsTest {
  private static final String ERROR = "{'code': 'OWN', 'text': 'In its words.'}";

  private final Service service = new Service();

  DisguisedErrorsTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "OWN, API_FAILED, the service has a fault; try again later",
    "400, API_FAILED, check the statement",
    "401, UNAUTHENTICATED, check acme.auth and the credential that it uses",
    "403, FORBIDDEN, the caller needs acme.images.list",
    "SLOW_DOWN, THROTTLED, 'try again later, or lower acme.rateLimit'",
    "NO_SUCH, PARENT_ABSENT, check the values of project and acme.compute.url"
  })
  void ownCodeOfAListDecides(String own, ErrorCode code, String advice) {
    service.answer(ERROR.replace("OWN", own));

    ImagoException failure = fail(Acme.images("p", "name"));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure)
        .hasMessageContaining(" answered 200 with an error, " + own + ": In its words.; " + advice);
    assertThat(service.onlyCall().status()).isEqualTo(OptionalInt.of(200));
    assertThat(service.onlyCall().attempts()).isEqualTo(1);
    assertThat(service.onlyCall().error()).get().asString().contains(own + ": In its words.");
  }

  @Test
  void secondPageIsNoEndOfTheList() {
    service.answer("{'items': [{'name': 'a'}], 'nextPageToken': 't'}").answer(ERROR);

    assertThat(fail(Acme.images("p", "name"))).hasMessageContaining("(page 2) answered 200 with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]"})
  void rowsThatAreNoneDoNotMakeItGood(String none) {
    service.answer(ERROR.replace("{", "{'items': " + none + ", "));

    assertThat(fail(Acme.images("p", "name")).code()).isEqualTo(ErrorCode.API_FAILED);
  }

  @Test
  void aggregatedListWithoutEntries() {
    service.answer(ERROR.replace("{", "{'items': {}, "));

    assertThat(fail(Acme.operations("p", "name")).code()).isEqualTo(ErrorCode.API_FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'kind': 'acme#imageList', 'selfLink': {'code': 'OWN', 'text': 't'}}",
        "{'code': 'OWN'}",
        "{'items': []}"
      })
  void emptyListIsNoError(String json) {
    service.answer(json);

    assertThat(service.rows(Acme.images("p", "name"))).isEmpty();
    assertThat(service.onlyCall().error()).isEmpty();
  }

  @Test
  void rowsBesideItCount() {
    service.answer("{'code': 'OWN', 'items': [{'name': 'a'}], 'text': 't'}");

    assertThat(service.rows(Acme.images("p", "name"))).containsExactly("[a]");
  }

  @Test
  void getFails() {
    service.answer(ERROR);

    ImagoException failure = fail(Acme.image("p", "a", "family"));

    assertThat(failure.code()).isEqualTo(ErrorCode.API_FAILED);
    assertThat(failure).hasMessageContaining("200 with an error, OWN: In its words.");
  }

  @Test
  void rowThatIsNotThereIsNone() {
    service.answer(200, "{\"code\": \"NO_SUCH\", \"text\": \"No 'projects/p/global/images/a'\"}");

    assertThat(service.rows(Acme.image("p", "a", "family"))).isEmpty();
  }

  /** The row of an operation that has failed has fields of an error too. */
  @Test
  void rowWithFieldsOfAnErrorIsARow() {
    service.answer("{'code': 'OWN', 'text': 't', 'name': 'a'}");

    assertThat(service.rows(Acme.image("p", "a", "family"))).containsExactly("[null]");
  }

  @Test
  void partialStatementWarnsOfIt() {
    service.answer(ERROR).answer("{'items': [{'name': 'a'}]}");
    StatementContext partial =
        new StatementContext(
            7, service.cancellation, new CallBudget(9), service.calls, service.warnings::add, true);

    try (RowStream rows =
        service
            .reader()
            .read(List.of(Acme.images("p", "name"), Acme.images("q", "name")), partial)) {
      assertThat(rows.next()).containsExactly("a");
      assertThat(rows.next()).isNull();
    }

    assertThat(service.warnings)
        .singleElement()
        .asString()
        .contains("200 with an error, OWN: In its words.");
  }

  private ImagoException fail(ReadRequest request) {
    ImagoException failure =
        catchThrowableOfType(ImagoException.class, () -> service.rows(request));
    assertThat(failure).isNotNull();
    return failure;
  }
}
