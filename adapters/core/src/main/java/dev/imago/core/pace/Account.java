package dev.imago.core.pace;

/**
 * Whose quota a call counts for.
 *
 * @param name the project or folder; empty when the call names none, and counts for all such
 */
public record Account(String provider, String name) {}
