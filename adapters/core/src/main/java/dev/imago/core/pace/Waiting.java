package dev.imago.core.pace;

/** Something that waits for its time. */
@FunctionalInterface
public interface Waiting {

  /** Gives up the place; does nothing when its time has come. Safe for any thread. */
  void leave();
}
