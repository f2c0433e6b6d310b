package dev.imago.jdbc;

/** What a statement waits for. */
enum Wait {
  HEADERS("an answer"),
  BODY("more of an answer"),
  PACE("the turn of its account"),
  REPETITION("a repetition"),
  CREDENTIAL("a token"),
  PLACE("a place among `maxConcurrency`"),
  PLANNING("nothing, while it is planned");

  private final String text;

  Wait(String text) {
    this.text = text;
  }

  /** Whether a statement that waits for it can be stopped so. */
  boolean allows(Stop stop) {
    return switch (this) {
      case HEADERS, BODY, PACE -> true;
      // A repetition that the time-out would come ahead of is not waited for.
      case REPETITION -> stop != Stop.TIME_OUT;
      // When the last row that a LIMIT wants is here, the calls behind it have their places too.
      case CREDENTIAL, PLACE, PLANNING -> stop != Stop.LIMIT;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
