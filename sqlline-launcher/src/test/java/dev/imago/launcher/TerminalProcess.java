package dev.imago.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The interactive shell in a process of its own, on a terminal. Java cannot open one; {@code
 * script} of util-linux does, and passes on what is typed and what is shown.
 */
final class TerminalProcess implements AutoCloseable {
  static final String CTRL_C = "\u0003";
  static final String TAB = "\t";
  static final String UP = "\u001BOA";

  private static final int PATIENCE_SECONDS = 180;

  private final Process process;
  private final Writer keyboard;
  private final Reader screen;
  private final CompletableFuture<Void> deadline;

  /**
   * Starts the shell.
   *
   * @param cache where it keeps its files
   * @param words its arguments
   */
  TerminalProcess(Path cache, String... words) throws IOException {
    // A terminal of nobody's has no size.
    String command = "stty rows 30 cols 120; exec " + java(words);
    ProcessBuilder builder =
        new ProcessBuilder("script", "--quiet", "--return", "--command", command, "/dev/null");
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("TERM", "xterm");
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    process = builder.redirectErrorStream(true).start();
    keyboard = process.outputWriter(StandardCharsets.UTF_8);
    screen = process.inputReader(StandardCharsets.UTF_8);
    Executor later = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    deadline = CompletableFuture.runAsync(this::end, later);
  }

  /** Whether there is a {@code script} that can do this. */
  static boolean isThere() throws IOException, InterruptedException {
    try {
      Process script = new ProcessBuilder("script", "--version").start();
      try (BufferedReader version = script.inputReader()) {
        String first = version.readLine();
        return first != null && first.contains("util-linux") && script.waitFor() == 0;
      }
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private static String java(String... words) {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dimago.terminal=true",
            "-Dimago.terminal.err=true",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.imago.launcher.Main");
    return java.stream().map(TerminalProcess::quoted).collect(Collectors.joining(" "))
        + List.of(words).stream().map(word -> " " + quoted(word)).collect(Collectors.joining());
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** Presses keys. */
  void type(String keys) throws IOException {
    keyboard.write(keys);
    keyboard.flush();
  }

  /**
   * Reads on until something is shown.
   *
   * @return everything that was shown since the last time
   * @throws AssertionError when the shell ends, or the time, before it is shown
   */
  String awaitShown(String text) throws IOException {
    StringBuilder shown = new StringBuilder();
    while (shown.indexOf(text) < 0) {
      int next = screen.read();
      if (next < 0) {
        throw new AssertionError("The terminal never shows '" + text + "' but:\n" + shown);
      }
      shown.append((char) next);
    }
    return shown.toString();
  }

  /** Returns the exit code when the shell has ended. */
  int awaitEnd() throws IOException, InterruptedException {
    screen.transferTo(Writer.nullWriter());
    return process.waitFor();
  }

  private void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Returns when all processes have ended, so that the files that they held can be deleted. */
  @Override
  public void close() throws IOException {
    deadline.cancel(false);
    List<ProcessHandle> started = process.descendants().toList();
    end();
    process.onExit().join();
    started.forEach(child -> child.onExit().join());
    keyboard.close();
    screen.close();
  }
}
