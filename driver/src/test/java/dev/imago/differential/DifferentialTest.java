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
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Asks the driver and another database the same random queries over the same rows.
 *
 * <p>Without properties, the queries are the same in every run. {@code
 * -Ddifferential.queries=20000} asks more, {@code -Ddifferential.seed=N} those of another seed,
 * {@code -Ddifferential.seed=random} those of any, and {@code -Ddifferential.query=K} only the one
 * of that number.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DifferentialTest {
  private static final Logger LOGGER = Logger.getLogger(DifferentialTest.class.getName());
  private static final String FIXED_SEED = "1";
  private static final int QUERIES = 150;
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
  @EnumSource(Mode.class)
  void answersRandomQueries(Mode mode) throws SQLException {
    long seed = seed();
    Integer only = Integer.getInteger("differential.query");
    if (only != null) {
      run(mode, seed, only, only + 1);
    } else {
      run(mode, seed, 0, Integer.getInteger("differential.queries", QUERIES));
    }
  }

  private static long seed() {
    String seed = System.getProperty("differential.seed", FIXED_SEED);
    return seed.equals("random") ? RandomGenerator.getDefault().nextInt() : Long.parseLong(seed);
  }

  private void run(Mode mode, long seed, int from, int to) throws SQLException {
    Tally tally = new Tally();
    try (TestedDriver driver = new TestedDriver(mode, emulator)) {
      QueryGenerator generator = new QueryGenerator(mode, rows);
      for (int number = from; number < to; number++) {
        GeneratedQuery query = generator.query(seed, number);
        String name = mode + " -Ddifferential.seed=" + seed + " -Ddifferential.query=" + number;
        ask(driver, query, name, tally)
            .map(what -> name + "\n" + report(driver, query, what))
            .ifPresent(tally::failed);
      }
    }
    LOGGER.info(() -> mode + " -Ddifferential.seed=" + seed + ": " + tally);
    assertThat(tally.failures()).isEmpty();
  }

  /** Asks both; says what is wrong. */
  private Optional<String> ask(TestedDriver driver, GeneratedQuery query, String name, Tally tally)
      throws SQLException {
    tally.asked();
    Answer expected = other.answer(query);
    Reply reply = driver.reply(query);
    if (!reply.repeatedCalls().isEmpty()) {
      tally.repeatedCalls(
          name + "\n" + report(driver, query, String.join("\n", reply.repeatedCalls())));
    }
    tally.answered(reply.answer(), expected);
    SQLException refusal = reply.answer().failure();
    if (refusal != null) {
      return INTERNAL.equals(refusal.getSQLState())
          ? Optional.of(String.valueOf(refusal.getMessage()))
          : Optional.empty();
    }
    if (expected.failure() != null) {
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
