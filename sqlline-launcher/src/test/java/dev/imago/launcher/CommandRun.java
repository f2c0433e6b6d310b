package dev.imago.launcher;

import dev.imago.launcher.run.ExitCode;
import dev.imago.launcher.run.Interruption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run of the command left behind.
 *
 * @param exitCode how it ended
 * @param out its standard output, as UTF-8
 * @param err its standard error, as UTF-8
 */
public record CommandRun(ExitCode exitCode, String out, String err) {

  /** Runs the command without a standard input. */
  public static CommandRun of(String... words) {
    return withInput("", words);
  }

  /** Runs the command on a standard input, which is no terminal. */
  static CommandRun withInput(String input, String... words) {
    return withInput(input.getBytes(StandardCharsets.UTF_8), words);
  }

  static CommandRun withInput(byte[] input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandRun run = into(out, input, words);
    return new CommandRun(run.exitCode(), out.toString(StandardCharsets.UTF_8), run.err());
  }

  /** Runs the command with this standard output. */
  static CommandRun into(OutputStream out, byte[] input, String... words) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(input),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Interruption interruption = new Interruption();
    ExitCode exitCode =
        new Launcher(streams, Terminals.NONE, Map.of(), interruption).run(List.of(words));
    interruption.finished();
    return new CommandRun(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }

  /** The words that connect to these services with these settings. */
  static List<String> connecting(Map<String, String> properties) {
    List<String> words = new ArrayList<>();
    properties.forEach((name, value) -> words.addAll(List.of("-p", name + "=" + value)));
    return words;
  }
}
