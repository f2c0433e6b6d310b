package dev.imago.differential;

/** Where the parameters of calls come from. */
enum Mode {
  /** From values in the query and from the connection's defaults. */
  BOUND,
  /** Mostly from the rows of other tables: there are no defaults. */
  FREE
}
