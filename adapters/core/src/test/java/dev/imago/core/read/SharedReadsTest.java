package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.page.PagedRows.Ahead;
import dev.imago.core.statement.CallRecord;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What reads of one statement share: the rows of equal requests, the answers of equal URLs. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SharedReadsTest {
  private static final Sharing ROWS = new Sharing(true, false);
  private static final Sharing ANSWERS = new Sharing(false, true);
  private static final long ENOUGH = 1 << 20;

  private static final String OPERATIONS =
      "{'items': {"
          + "'zones/a': {'operations': [{'name': 'z1'}, {'name': 'z2'}]},"
          + "'regions/r': {'operations': [{'name': 'r1'}]},"
          + "'zones/b': {'operations': [{'name': 'z3'}]}}<end>}";

  private static final ReadRequest ZONES = Acme.operations("p", "zone", "name");
  private static final ReadRequest REGIONS =
      Acme.operations(Acme.REGION_OPERATIONS, "p", "region", "name");

  private final Service service = new Service();
  private final StatementContext statement = service.statement(1000);

  SharedReadsTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void tablesOfOneListShareItsAnswer() {
    service.answer(operations(""));
    try (SharedReads shared = new SharedReads(ENOUGH)) {
      assertThat(rows(open(ZONES, shared, ANSWERS)))
          .containsExactly("[a, z1]", "[a, z2]", "[b, z3]");
      assertThat(rows(open(REGIONS, shared, ANSWERS))).containsExactly("[r, r1]");
    }
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(logged())
        .containsExactly("zone_operations miss 1x 3", "region_operations shared 0x 1");
    assertThat(service.calls.calls()).extracting(CallRecord::bytes).last().isEqualTo(0L);
  }

  @Test
  void theySharePageAfterPage() {
    service.answer(operations(", 'nextPageToken': 't2'")).answer(operations(""));
    try (SharedReads shared = new SharedReads(ENOUGH)) {
      assertThat(rows(open(ZONES, shared, ANSWERS))).hasSize(6);
      assertThat(rows(open(REGIONS, shared, ANSWERS))).hasSize(2);
    }
    assertThat(service.server.getRequestCount()).isEqualTo(2);
    assertThat(logged())
        .containsExactly(
            "zone_operations miss 1x 3",
            "zone_operations miss 1x 3",
            "region_operations shared 0x 1",
            "region_operations shared 0x 1");
  }

  @Test
  void bothMayBeReadAtTheSameTime() {
    service.answer(operations(""));
    try (SharedReads shared = new SharedReads(ENOUGH);
        RowStream zones = open(ZONES, shared, ANSWERS);
        RowStream regions = open(REGIONS, shared, ANSWERS)) {
      zones.start();
      regions.start();
      assertThat(zones.next()).containsExactly("a", "z1");
      assertThat(regions.next()).containsExactly("r", "r1");
      assertThat(zones.next()).containsExactly("a", "z2");
      assertThat(regions.next()).isNull();
      assertThat(zones.next()).containsExactly("b", "z3");
      assertThat(zones.next()).isNull();
    }
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(logged())
        .containsExactly("zone_operations miss 1x 3", "region_operations shared 0x 1");
  }

  @Test
  void oneThatIsStoppedLeavesTheRestToTheOther() {
    service.answer(operations(""));
    try (SharedReads shared = new SharedReads(ENOUGH)) {
      try (RowStream zones = open(ZONES, shared, ANSWERS)) {
        assertThat(zones.next()).containsExactly("a", "z1");
      }
      assertThat(rows(open(REGIONS, shared, ANSWERS))).containsExactly("[r, r1]");
    }
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(logged())
        .containsExactly("zone_operations miss 1x 1", "region_operations shared 0x 1");
  }

  @Test
  void anAnswerThatFailsFailsForEach() {
    service.answer(403, "{}");
    try (SharedReads shared = new SharedReads(ENOUGH)) {
      for (ReadRequest request : List.of(ZONES, REGIONS)) {
        assertThatThrownBy(() -> rows(open(request, shared, ANSWERS)))
            .hasMessageContaining("answered 403");
      }
    }
    assertThat(service.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whatIsTooLargeIsAskedForAgain() {
    service.answer(operations("")).answer(operations(""));
    try (SharedReads shared = new SharedReads(10)) {
      assertThat(rows(open(ZONES, shared, ANSWERS))).hasSize(3);
      assertThat(rows(open(REGIONS, shared, ANSWERS))).containsExactly("[r, r1]");
    }
    assertThat(logged())
        .containsExactly("zone_operations miss 1x 3", "region_operations miss 1x 1");
  }

  /** The first reader has taken a part of what turns out too large while the second asks for it. */
  @Test
  void whatTurnsOutTooLargeIsAskedForAgainAndGoesOn() {
    int count = 20_000;
    String many =
        IntStream.range(0, count)
            .mapToObj(i -> "{'name': 'z" + i + "'}")
            .collect(Collectors.joining(","));
    String answer =
        "{'items': {'zones/a': {'operations': ["
            + many
            + "]},"
            + "'regions/r': {'operations': [{'name': 'r1'}]}}}";
    service.answer(answer).answer(answer);
    try (SharedReads shared = new SharedReads(50_000);
        RowStream zones = open(ZONES, shared, ANSWERS)) {
      assertThat(zones.next()).containsExactly("a", "z0");
      assertThat(rows(open(REGIONS, shared, ANSWERS))).containsExactly("[r, r1]");
      assertThat(rows(zones)).hasSize(count - 1).last().isEqualTo("[a, z" + (count - 1) + "]");
    }
    assertThat(logged())
        .containsExactly("zone_operations miss 1x " + count, "region_operations miss 1x 1");
  }

  @Test
  void equalRequestsShareRows() {
    service.answer("{'items': [{'name': 'a'}, {'name': 'b'}]}");
    ReadRequest images = Acme.images("p", "name");
    try (SharedReads shared = new SharedReads(ENOUGH)) {
      assertThat(rows(open(images, shared, ROWS))).containsExactly("[a]", "[b]");
      assertThat(rows(open(images, shared, ROWS))).containsExactly("[a]", "[b]");
    }
    assertThat(service.server.getRequestCount()).isEqualTo(1);
    assertThat(logged()).containsExactly("images miss 1x 2", "images shared 0x 2");
  }

  @Test
  void rowsThatAreTooManyAreReadAgain() {
    service
        .answer("{'items': [{'name': 'a'}, {'name': 'b'}]}")
        .answer("{'items': [{'name': 'a'}, {'name': 'b'}]}");
    ReadRequest images = Acme.images("p", "name");
    try (SharedReads shared = new SharedReads(10)) {
      assertThat(rows(open(images, shared, ROWS))).containsExactly("[a]", "[b]");
      assertThat(rows(open(images, shared, ROWS))).containsExactly("[a]", "[b]");
    }
    assertThat(logged()).containsExactly("images miss 1x 2", "images miss 1x 2");
  }

  private static String operations(String end) {
    return OPERATIONS.replace("<end>", end);
  }

  private RowStream open(ReadRequest request, SharedReads shared, Sharing sharing) {
    return service.reader().read(List.of(request), statement, shared, sharing, Ahead.NOTHING);
  }

  private static List<String> rows(RowStream stream) {
    List<String> rows = new ArrayList<>();
    try (stream) {
      for (@Nullable Object[] row = stream.next(); row != null; row = stream.next()) {
        rows.add(Arrays.deepToString(row));
      }
    }
    return rows;
  }

  /** Table, cache, attempts and rows of each call. */
  private List<String> logged() {
    return service.calls.calls().stream()
        .map(
            call ->
                call.table() + " " + call.cache() + " " + call.attempts() + "x " + call.rowCount())
        .toList();
  }
}
