package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.run.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the command prints of statements that change something. */
@Timeout(60)
class ChangesTest {
  private static final String DELETE =
      "DELETE FROM google.compute.images WHERE project = 'acme-prod' AND name IN ";

  @Test
  void countsGoToTheStandardErrorAndAnswersToTheOutput() {
    CommandRun run =
        CommandRun.of(
            "--demo",
            "--format",
            "jsonl",
            "-e",
            DELETE + "('db-golden', 'web-base-v1', 'absent'); " + DELETE + "('windows-gold')",
            "-e",
            "CALL google.compute.images.deprecate('acme-prod', 'web-base-v2', state => 'OBSOLETE')",
            "-e",
            DELETE + "('absent')");

    assertThat(run.err().lines())
        .containsExactly("2 rows changed", "1 row changed", "0 rows changed");
    assertThat(run.out().lines())
        .singleElement()
        .asString()
        .contains("\"project\":\"acme-prod\"", "\"operationType\":\"deprecate\"");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void nothingIsChangedWhenItIsReadOnly() {
    CommandRun run = CommandRun.of("--demo", "-p", "readOnly=true", "-e", DELETE + "('db-golden')");

    assertThat(run.err()).startsWith("ERROR 25006: ").hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
  }
}
