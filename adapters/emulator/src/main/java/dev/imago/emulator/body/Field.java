package dev.imago.emulator.body;

/**
 * One field of an object.
 *
 * @param name its name
 * @param required whether the object must have it
 * @param check what it may be
 */
public record Field(String name, boolean required, Check check) {
  /** A field that the object must have. */
  public static Field required(String name, Check check) {
    return new Field(name, true, check);
  }

  /** A field that the object may lack. */
  public static Field optional(String name, Check check) {
    return new Field(name, false, check);
  }
}
