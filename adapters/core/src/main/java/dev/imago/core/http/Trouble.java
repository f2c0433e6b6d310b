package dev.imago.core.http;

/** Why a call may be repeated, and how often it is sent at most. */
enum Trouble {
  /**
   * There are too many calls. Quotas are counted by the minute, so the waits of the repetitions
   * together reach beyond one.
   */
  THROTTLED(10),
  /** The service has a fault that may go away. */
  FAULT(5),
  /** The connection was not made, or broke. */
  LOST(5),
  /** No answer came for as long as one is waited for. */
  SILENT(2);

  private final int mostTries;

  Trouble(int mostTries) {
    this.mostTries = mostTries;
  }

  /** How often the call is tried, with the first time. */
  int mostTries() {
    return mostTries;
  }
}
