package dev.imago.emulator.method;

/** A request is none of an API's methods. */
public final class NoSuchMethod extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean pathKnown;

  NoSuchMethod(boolean pathKnown) {
    super("No such method", null, false, false);
    this.pathKnown = pathKnown;
  }

  /** Whether there is a method of this path under another verb. */
  public boolean isPathKnown() {
    return pathKnown;
  }
}
