package dev.imago.core.http;

import java.util.Optional;

/**
 * What is known about a call that changes something, for the case that its outcome is not.
 *
 * @param repeatKey the key by which the API recognizes a repetition; empty when it recognizes none,
 *     so that the call is sent once and never again
 * @param advice how to find out what became of it, and how to run it again if that is safe
 */
public record Mutation(Optional<String> repeatKey, String advice) {}
