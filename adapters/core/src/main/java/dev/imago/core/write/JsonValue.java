package dev.imago.core.write;

/**
 * A value of an argument that was given as JSON text, whatever its type.
 *
 * @param text what was given; it may be no JSON, which is found out before anything is sent
 */
public record JsonValue(String text) {}
