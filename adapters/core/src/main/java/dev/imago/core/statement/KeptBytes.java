package dev.imago.core.statement;

/**
 * How much memory a statement's shared answers take, out of what they may take. Used by one thread.
 */
public final class KeptBytes {
  private final long most;
  private long kept;

  /**
   * Nothing kept yet.
   *
   * @param most in bytes
   */
  public KeptBytes(long most) {
    this.most = most;
  }

  /** Counts what is kept from now on; false when that is more than may be kept in all. */
  public boolean add(long bytes) {
    kept += bytes;
    return kept <= most;
  }

  /** Counts what is let go. */
  public void release(long bytes) {
    kept -= bytes;
  }
}
