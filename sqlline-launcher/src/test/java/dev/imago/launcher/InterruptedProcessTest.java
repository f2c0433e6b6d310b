package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.run.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, sent to a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There is no SIGINT to send.")
class InterruptedProcessTest {
  private static final int PATIENCE_SECONDS = 60;

  @Test
  void cancelsACallThatIsNeverAnswered(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process command =
          command(
                  "-p",
                  "google.compute.url=http://127.0.0.1:" + silent.getLocalPort(),
                  "-p",
                  "google.auth=none",
                  "-e",
                  "SELECT 1 AS n; SELECT name FROM google.compute.images WHERE project = 'p'",
                  "-e",
                  "SELECT 2 AS n")
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try (Socket call = silent.accept()) {
        assertThat(call.getInputStream().read()).isEqualTo('G');
        assertEndsWhenInterrupted(command);
      } finally {
        command.destroyForcibly();
      }
    }
    assertThat(Files.readString(out, StandardCharsets.UTF_8)).isEqualTo("n\n1\n");
    assertThat(Files.readString(err, StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void endsWhileItWaitsForAStatement() throws Exception {
    Process command = command().redirectErrorStream(true).start();
    try (Writer in = command.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = command.inputReader(StandardCharsets.UTF_8)) {
      in.write("SELECT 1 AS n;\n");
      in.flush();
      assertThat(out.readLine()).isEqualTo("n");
      assertThat(out.readLine()).isEqualTo("1");

      assertEndsWhenInterrupted(command);

      assertThat(out.readLine()).isNull();
    } finally {
      command.destroyForcibly();
    }
  }

  private static ProcessBuilder command(String... words) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.imago.launcher.Main",
                "--format",
                "csv"));
    line.addAll(List.of(words));
    return new ProcessBuilder(line);
  }

  private static void assertEndsWhenInterrupted(Process command) throws Exception {
    interrupt(command);
    assertThat(command.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(command.exitValue()).isEqualTo(ExitCode.INTERRUPTED.number());
  }

  private static void interrupt(Process command) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(command.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
