package dev.imago.core.write;

/** What stands where a secret would. */
final class SecretText {
  static final String HIDDEN = "***";

  private SecretText() {}
}
