package dev.imago.emulator.state;

import java.util.concurrent.atomic.AtomicLong;

/** Gives the ids of what is made while the emulator runs. Safe for any number of threads. */
@FunctionalInterface
public interface IdGenerator {
  /** A number that it has not given before, positive. */
  long next();

  /** Counts up from a number, so that each run gives the same ids. */
  static IdGenerator from(long first) {
    AtomicLong following = new AtomicLong(first);
    return following::getAndIncrement;
  }
}
