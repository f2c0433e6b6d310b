package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.run.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, sent to a process of its own, whose API never answers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There is no SIGINT to send.")
class InterruptedProcessTest {
  private static final int PATIENCE_SECONDS = 60;

  @Test
  void endsQuietlyWithItsExitCode(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process command = start(silent.getLocalPort(), out, err);
      try (Socket call = silent.accept()) {
        assertThat(call.getInputStream().read()).isEqualTo('G');
        interrupt(command);

        assertThat(command.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue()).isEqualTo(ExitCode.INTERRUPTED.number());
      } finally {
        command.destroyForcibly();
      }
    }
    assertThat(Files.readString(out, StandardCharsets.UTF_8)).isEqualTo("n\n1\n");
    assertThat(Files.readString(err, StandardCharsets.UTF_8)).isEmpty();
  }

  private static Process start(int port, Path out, Path err) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.imago.launcher.Main",
            "-p",
            "google.compute.url=http://127.0.0.1:" + port,
            "-p",
            "google.auth=none",
            "--format",
            "csv",
            "-e",
            "SELECT 1 AS n; SELECT name FROM google.compute.images WHERE project = 'p'",
            "-e",
            "SELECT 2 AS n")
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static void interrupt(Process command) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(command.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
