package dev.imago.calcite.exec;

/**
 * How far a lookup join runs ahead of its reader.
 *
 * @param keys what it gains by asking for many keys at once
 * @param mayStop whether perhaps not all of its rows will be read
 */
public record Reach(Keys keys, boolean mayStop) {
  /** The keys that are under way at first where all will be read and each is a call of its own. */
  private static final int FIRST_KEYS = 4;

  /** The keys that are asked for together: a page of most APIs. */
  public static final int MANY_KEYS = 500;

  /** The left rows among which keys are looked for, where all will be read: a page of most APIs. */
  private static final int ROWS = 500;

  /** The same where the keys found are asked for together. */
  private static final int ROWS_OF_MANY_KEYS = 10 * MANY_KEYS;

  /** What is gained by asking for many keys at once. */
  public enum Keys {
    /** Time: each key is a call of its own. */
    APART,
    /** Calls too: many keys make few. */
    TOGETHER,
    /** So many calls that it is worth it even if one row is read: one key alone may be several. */
    ALWAYS_TOGETHER
  }

  /**
   * The same for a run of which only some first rows will be read. Keys that make few calls
   * together still do: the rows may be read to the end below a sort or a total.
   */
  Reach ofSome() {
    return keys == Keys.APART ? new Reach(keys, true) : this;
  }

  /** The keys that are under way at first. */
  int firstKeys(int maxConcurrency) {
    if (keys == Keys.ALWAYS_TOGETHER || (keys == Keys.TOGETHER && !mayStop)) {
      return MANY_KEYS;
    }
    return mayStop ? 1 : Math.min(FIRST_KEYS, maxConcurrency);
  }

  /** The keys that are under way at last. */
  int mostKeys(int maxConcurrency) {
    return keys == Keys.APART ? maxConcurrency : MANY_KEYS;
  }

  /** The left rows that are under way at first. */
  int firstRows(int maxConcurrency) {
    return keys == Keys.APART || mayStop ? firstKeys(maxConcurrency) : ROWS_OF_MANY_KEYS;
  }

  /** The left rows that are under way at last. */
  int mostRows(int maxConcurrency) {
    if (mayStop) {
      return mostKeys(maxConcurrency);
    }
    return keys == Keys.APART ? Math.max(ROWS, maxConcurrency) : ROWS_OF_MANY_KEYS;
  }
}
