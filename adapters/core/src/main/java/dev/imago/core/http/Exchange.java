package dev.imago.core.http;

/** One request and its answer on a connection, as its socket sees it. Of one thread. */
final class Exchange {
  private boolean isSent;
  private boolean isBehindAnother;
  private boolean isAnswered;

  /**
   * The request goes out.
   *
   * @param behindAnother whether the connection has had another request before
   */
  void sent(boolean behindAnother) {
    isSent = true;
    isBehindAnother = behindAnother;
  }

  /** Bytes have come from the service. */
  void received() {
    isAnswered = isSent;
  }

  /** Whether the connection has had another request before. */
  boolean isBehindAnother() {
    return isBehindAnother;
  }

  /** Whether the request went out and nothing has come since. */
  boolean isUnanswered() {
    return isSent && !isAnswered;
  }
}
