package dev.imago.core.property;

/** Where a value comes from, the strongest first. */
public enum PropertySource {
  /** The Properties object of a connection, and {@code -p}. */
  PROPERTIES,
  URL,
  /** The .properties file that {@code config} names. */
  CONFIG,
  /** Environment variables: {@code IMAGO_GOOGLE_PROJECT}. */
  ENVIRONMENT,
  /** What {@code --demo} sets. */
  DEMO,
  /** The value where none is given. */
  DEFAULT
}
