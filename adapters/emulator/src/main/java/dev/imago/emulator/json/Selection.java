package dev.imago.emulator.json;

import org.jspecify.annotations.Nullable;

/** Which fields of an object, and of the objects in it, are written. Lists are looked through. */
public interface Selection {
  /** What is selected inside this field, or null when the field is left out. */
  @Nullable Selection of(String field);

  /** Everything. */
  static Selection everything() {
    return Everything.INSTANCE;
  }

  /** What both of two selections hold. */
  static Selection both(Selection left, Selection right) {
    if (left == Everything.INSTANCE) {
      return right;
    }
    if (right == Everything.INSTANCE) {
      return left;
    }
    return field -> {
      Selection inLeft = left.of(field);
      Selection inRight = inLeft == null ? null : right.of(field);
      return inLeft == null || inRight == null ? null : both(inLeft, inRight);
    };
  }
}
