package dev.imago.launcher.format;

/**
 * A column of a result.
 *
 * @param label its name
 * @param kind what its values are
 */
public record Column(String label, Kind kind) {

  /** What the text of a value stands for. */
  public enum Kind {
    /** Itself. */
    TEXT,
    /** A number in decimal digits, exact for exact types. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code yyyy-MM-dd HH:mm:ss.SSS}, in UTC. */
    TIMESTAMP,
    /** An object or a list, as JSON. */
    NESTED
  }
}
