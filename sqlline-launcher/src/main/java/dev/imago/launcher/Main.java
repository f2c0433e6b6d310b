package dev.imago.launcher;

import dev.imago.launcher.run.Interruption;
import java.util.List;

/** The process of the {@code imago} command. */
public final class Main {
  /** Set by the command's script, for Java cannot tell on its own. */
  private static final String TERMINAL = "imago.terminal";

  private static final String ERR_TERMINAL = "imago.terminal.err";

  private Main() {}

  public static void main(String[] arguments) {
    Interruption interruption = new Interruption();
    Launcher launcher =
        new Launcher(
            Streams.ofProcess(),
            new Terminals(Boolean.getBoolean(TERMINAL), Boolean.getBoolean(ERR_TERMINAL)),
            System.getenv(),
            interruption);
    int exitCode = launcher.run(List.of(arguments)).number();
    interruption.finished();
    System.exit(exitCode);
  }
}
