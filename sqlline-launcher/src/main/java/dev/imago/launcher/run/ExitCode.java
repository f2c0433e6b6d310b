package dev.imago.launcher.run;

/** How the command ends. */
public enum ExitCode {
  /** All was done. */
  OK(0),
  /** A statement failed, and what follows it was not run; or rows are missing from a result. */
  FAILED(1),
  /** The command line or a property cannot be understood; nothing was run. */
  USAGE(2),
  /** Ctrl-C. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
