package dev.imago.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.differential.TestedDriver.Reply;
import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Asks the driver and another database the same random queries over the same rows.
 *
 * <p>{@code -Ddifferential.queries=20000} asks more, {@code -Ddifferential.seed=N} those of one
 * seed, and {@code -Ddifferential.query=K} with it only the one of that number.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DifferentialTest {
  private static final Logger LOGGER = Logger.getLogger(DifferentialTest.class.getName());
  private static final int QUERIES_PER_FIXED_SEED = 40;
  private static final int QUERIES_OF_RANDOM_SEED = 20;
  private static final String INTERNAL = "XX000";

  /** Lists go over several pages, as long ones do in the clouds. */
  private static final int ROWS_PER_PAGE = 7;

  private Emulator emulator;
  private DemoRows rows;
  private OtherDatabase other;

  @BeforeAll
  void start() throws IOException, InterruptedException, SQLException {
    emulator =
        Emulator.start(
            EmulatorConfig.builder().lockedProjects().mostRowsPerPage(ROWS_PER_PAGE).build());
    rows = DemoRows.read(emulator.baseUrl(), DemoTables.all());
    other = new OtherDatabase(rows);
  }

  @AfterAll
  void stop() throws SQLException {
    other.close();
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource({"BOUND, 1", "FREE, 1"})
  void answersTheQueriesOfAFixedSeed(Mode mode, long seed) throws SQLException {
    run(mode, seed, 0, QUERIES_PER_FIXED_SEED);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void answersRandomQueries(Mode mode) throws SQLException {
    long seed = Long.getLong("differential.seed", RandomGenerator.getDefault().nextInt());
    Integer only = Integer.getInteger("differential.query");
    if (only != null) {
      run(mode, seed, only, only + 1);
    } else {
      run(mode, seed, 0, Integer.getInteger("differential.queries", QUERIES_OF_RANDOM_SEED));
    }
  }

  private void run(Mode mode, long seed, int from, int to) throws SQLException {
    Tally tally = new Tally();
    try (TestedDriver driver = new TestedDriver(mode, emulator)) {
      QueryGenerator generator = new QueryGenerator(mode, rows);
      for (int number = from; number < to; number++) {
        GeneratedQuery query = generator.query(seed, number);
        ask(driver, query, tally)
            .map(what -> report(driver, query, what))
            .map(("-Ddifferential.seed=" + seed + " -Ddifferential.query=" + number + "\n")::concat)
            .ifPresent(tally::failed);
      }
    }
    LOGGER.info(() -> mode + " -Ddifferential.seed=" + seed + ": " + tally);
    assertThat(tally.failures()).isEmpty();
  }

  /** Asks both; says what is wrong. */
  private Optional<String> ask(TestedDriver driver, GeneratedQuery query, Tally tally)
      throws SQLException {
    tally.asked();
    Answer expected = other.answer(query);
    Reply reply = driver.reply(query);
    tally.repeatedCalls(reply.repeatedCalls());
    SQLException refusal = reply.answer().failure();
    if (refusal != null) {
      tally.refused("driver", refusal);
      return INTERNAL.equals(refusal.getSQLState())
          ? Optional.of(String.valueOf(refusal.getMessage()))
          : Optional.empty();
    }
    if (expected.failure() != null) {
      tally.refused("other", expected.failure());
      return Optional.empty();
    }
    Optional<String> difference = Comparison.difference(query, reply.answer(), expected);
    if (difference.isEmpty()) {
      tally.same(expected.rows().size());
    }
    return difference;
  }

  private static String report(TestedDriver driver, GeneratedQuery query, String what) {
    return query.sql()
        + "\nparameters "
        + query.parameters()
        + "\n"
        + what
        + "\n"
        + driver.plan(query);
  }
}
