package dev.imago.emulator.json;

/** Leaves nothing out. */
enum Everything implements Selection {
  INSTANCE;

  @Override
  public Selection of(String field) {
    return this;
  }
}
