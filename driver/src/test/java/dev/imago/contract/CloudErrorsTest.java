package dev.imago.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.provider.ProviderRegistry;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SQLState and the message of each cloud's errors, as {@code docs/errors.md} shows them. With
 * {@code -Dreference.update=true} the page is written anew, to be read before it is committed.
 */
class CloudErrorsTest {
  private static DemoConnection demo;

  @BeforeAll
  static void connect() throws IOException, SQLException {
    demo = DemoConnection.open(EmulatorConfig.demo(), "retryBase=0s");
  }

  @AfterAll
  static void close() throws SQLException {
    demo.close();
  }

  @AfterEach
  void heal() {
    demo.emulator().faults().clear();
  }

  static List<ErrorAnswer> answers() throws IOException {
    return ErrorsPage.answers();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void becomesWhatThePageSays(ErrorAnswer answer) throws IOException {
    ErrorAnswer actual = sent(answer);
    if (Boolean.getBoolean("reference.update")) {
      ErrorsPage.update(actual);
    } else {
      assertThat(actual.row()).isEqualTo(answer.row());
    }
  }

  @Test
  void everyCloudHasItsErrors() throws IOException {
    assertThat(answers())
        .extracting(answer -> answer.sql().replaceFirst(".* FROM (\\w+)\\..*", "$1"))
        .containsAll(
            ProviderRegistry.load(getClass().getClassLoader()).providers().stream()
                .map(provider -> provider.name())
                .toList());
  }

  private static ErrorAnswer sent(ErrorAnswer answer) {
    demo.emulator().faults().add(FaultRule.always(), Fault.answer(answer.response()));
    try {
      assertThat(demo.rows(answer.sql())).isEmpty();
      return answer.with(ErrorAnswer.NO_ROW, "");
    } catch (SQLException error) {
      String message = String.valueOf(error.getMessage());
      assertThat(message).contains(" answered ");
      return answer.with(error.getSQLState(), message.substring(message.indexOf("answered ")));
    }
  }
}
