package dev.imago.jdbc;

/** How a statement is stopped. */
enum Stop {
  CANCEL("cancel"),
  TIME_OUT("time-out"),
  CLOSE("close"),
  LIMIT("LIMIT");

  private final String text;

  Stop(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
