package dev.imago.core.property;

/** Where a value comes from, the strongest first. */
public enum PropertySource {
  PROPERTIES,
  URL,
  CONFIG,
  ENVIRONMENT,
  DEMO,
  DEFAULT
}
