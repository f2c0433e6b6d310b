package dev.imago.launcher;

import dev.imago.jdbc.ProductVersion;
import dev.imago.launcher.arguments.ArgumentParser;
import dev.imago.launcher.arguments.Arguments;
import dev.imago.launcher.arguments.Input;
import dev.imago.launcher.arguments.Usage;
import dev.imago.launcher.arguments.UsageException;
import dev.imago.launcher.connect.Target;
import dev.imago.launcher.format.OutputFormat;
import dev.imago.launcher.run.ExitCode;
import dev.imago.launcher.run.Interruption;
import dev.imago.launcher.run.Messages;
import dev.imago.launcher.run.ScriptRunner;
import dev.imago.launcher.run.StatusLine;
import dev.imago.launcher.shell.InteractiveShell;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The {@code imago} command, from its arguments to its exit code. */
final class Launcher {
  private final Streams streams;
  private final boolean isTerminal;
  private final Map<String, String> environment;
  private final Interruption interruption;
  private final Messages messages;

  /**
   * @param terminals which of the streams are one
   * @param environment the variables of the process
   */
  Launcher(
      Streams streams,
      Terminals terminals,
      Map<String, String> environment,
      Interruption interruption) {
    this.streams = streams;
    this.isTerminal = terminals.in();
    this.environment = environment;
    this.interruption = interruption;
    this.messages = new Messages(new StatusLine(streams.err(), terminals.err()));
  }

  ExitCode run(List<String> words) {
    try {
      Arguments arguments = ArgumentParser.parse(words);
      return switch (arguments.task()) {
        case HELP -> print(Usage.HELP);
        case VERSION -> print("imago " + ProductVersion.current().text() + "\n");
        case RUN -> connectAndRun(arguments);
      };
    } catch (UsageException failure) {
      messages.line("imago: " + failure.getMessage());
      messages.line(Usage.SYNOPSIS + "imago --help explains them.");
      return ExitCode.USAGE;
    }
  }

  private ExitCode print(String text) {
    PrintStream out = new PrintStream(streams.out(), false, StandardCharsets.UTF_8);
    out.print(text);
    out.flush();
    return ExitCode.OK;
  }

  private ExitCode connectAndRun(Arguments arguments) throws UsageException {
    boolean interactive = arguments.inputs().isEmpty() && isTerminal;
    checkFiles(arguments.inputs());
    if (interactive) {
      InteractiveShell.checkFormat(arguments.format());
    }
    Map<String, String> variables =
        interactive ? InteractiveShell.withDefaults(environment) : environment;
    try (Target target = Target.open(arguments, variables)) {
      return interactive ? serve(target, arguments) : runScripts(target, arguments);
    } catch (IOException failure) {
      messages.error("the command cannot start: " + failure.getMessage());
      return ExitCode.FAILED;
    }
  }

  /** Nothing is run when a part of it is missing. */
  private static void checkFiles(List<Input> inputs) throws UsageException {
    for (Input input : inputs) {
      if (input instanceof Input.File file
          && (!Files.isReadable(file.path()) || Files.isDirectory(file.path()))) {
        throw new UsageException("the file " + file.path() + " cannot be read");
      }
    }
  }

  private ExitCode serve(Target target, Arguments arguments) throws IOException {
    InteractiveShell shell = new InteractiveShell(target, environment);
    return connected(
        target, connection -> shell.run(connection, arguments.format(), messages.statusLine()));
  }

  private ExitCode runScripts(Target target, Arguments arguments) throws IOException {
    List<Input> inputs =
        arguments.inputs().isEmpty() ? List.of(new Input.StandardInput()) : arguments.inputs();
    OutputFormat format = arguments.format().orElse(OutputFormat.TABLE);
    interruption.listen();
    return connected(
        target,
        connection ->
            new ScriptRunner(
                    connection,
                    format.writer(),
                    streams.in(),
                    streams.out(),
                    messages,
                    interruption)
                .run(inputs, arguments.timing()));
  }

  /** What is done with a connection. */
  @FunctionalInterface
  private interface Session {
    ExitCode run(Connection connection) throws SQLException, IOException;
  }

  /** Connecting makes no call: when it fails, a property is wrong. */
  private ExitCode connected(Target target, Session session) throws IOException {
    Connection connection;
    try {
      connection = target.connect();
    } catch (SQLException failure) {
      messages.error(failure);
      return ExitCode.USAGE;
    }
    try (connection) {
      messages.warnings(connection.getWarnings());
      return session.run(connection);
    } catch (SQLException failure) {
      messages.error(failure);
      return ExitCode.FAILED;
    }
  }
}
