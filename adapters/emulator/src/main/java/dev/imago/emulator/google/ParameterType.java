package dev.imago.emulator.google;

/** What a query parameter holds. */
public enum ParameterType {
  TEXT,
  INTEGER,
  FLAG
}
