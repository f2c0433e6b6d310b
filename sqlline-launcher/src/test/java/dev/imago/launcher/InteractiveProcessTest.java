package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.imago.launcher.run.ExitCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, pressed on the terminal of a shell. */
class InteractiveProcessTest {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String PROMPT = "imago> ";

  @TempDir private Path folder;

  @BeforeAll
  static void findTerminal() throws Exception {
    assumeThat(TerminalProcess.isThere()).as("script of util-linux opens the terminal").isTrue();
  }

  @Test
  void tabCompletesTablesAndProperties() throws Exception {
    try (TerminalProcess shell = new TerminalProcess(folder)) {
      shell.awaitShown(PROMPT);

      shell.type("SELECT name FROM google.vmmigration.target" + TerminalProcess.TAB);
      shell.awaitShown("_projects");
      shell.type(TerminalProcess.CTRL_C);
      shell.awaitShown(PROMPT);

      shell.type("!connect jdbc:imago:timeout=2m;google.pr" + TerminalProcess.TAB);
      shell.awaitShown("oject=");
    }
  }

  @Test
  void ctrlCCancelsTheStatementOrDropsTheLineAndTheShellGoesOn() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        TerminalProcess shell =
            new TerminalProcess(
                folder,
                "-p",
                "google.compute.url=http://127.0.0.1:" + silent.getLocalPort(),
                "-p",
                "google.auth=none")) {
      silent.setSoTimeout(PATIENCE_MILLIS);
      shell.awaitShown(PROMPT);

      shell.type("SELECT name FROM google.compute.images WHERE project = 'p';\r");
      try (Socket call = silent.accept()) {
        call.setSoTimeout(PATIENCE_MILLIS);
        assertThat(call.getInputStream().read()).isEqualTo('G');
        shell.awaitShown(" s: 0 calls, 0 rows");
        shell.type(TerminalProcess.CTRL_C);
        shell.awaitShown("Error: the statement was cancelled (state=57014,code=0)");
        assertThat(call.getInputStream().readAllBytes()).startsWith('E', 'T');
      }
      shell.awaitShown(PROMPT);

      shell.type("SELECT 40 + 2 AS answer;\r");
      shell.awaitShown("| 42     |");
      shell.awaitShown(PROMPT);

      shell.type("SELECT 43, ");
      shell.awaitShown("43, ");
      shell.type(TerminalProcess.CTRL_C);
      shell.awaitShown(PROMPT);
      shell.type("SELECT 44 AS answer;\r");
      shell.awaitShown("| 44     |");
      shell.awaitShown(PROMPT);

      shell.type(TerminalProcess.UP);
      shell.awaitShown("SELECT 44 AS answer;");
      shell.type("\r");
      shell.awaitShown("| 44     |");
      shell.awaitShown(PROMPT);

      shell.type("!quit\r");
      assertThat(shell.awaitEnd()).isEqualTo(ExitCode.OK.number());
    }
    assertThat(Files.readString(folder.resolve("imago/history"), StandardCharsets.UTF_8))
        .contains("SELECT 40 + 2 AS answer;", "SELECT 44 AS answer;")
        .doesNotContain("SELECT 43");
  }
}
