package dev.imago.emulator.method;

/** A call has a parameter that its method does not take, or lacks one. */
public final class IllegalParameter extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String name;
  private final String problem;

  /**
   * Refuses a parameter.
   *
   * @param name the parameter's name
   * @param problem what is wrong with it, to be read behind its name: {@code is unknown}
   */
  public IllegalParameter(String name, String problem) {
    super(name + " " + problem, null, false, false);
    this.name = name;
    this.problem = problem;
  }

  /** The parameter's name. */
  public String name() {
    return name;
  }

  /** What is wrong with it, to be read behind its name: {@code is unknown}. */
  public String problem() {
    return problem;
  }
}
