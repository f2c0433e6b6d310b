package dev.imago.launcher;

/**
 * Which of the standard streams people are at.
 *
 * @param in whether statements are typed
 * @param err whether messages are read as they come
 */
record Terminals(boolean in, boolean err) {
  /** A process among others. */
  static final Terminals NONE = new Terminals(false, false);
}
