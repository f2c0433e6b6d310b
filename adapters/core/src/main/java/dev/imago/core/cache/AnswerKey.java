package dev.imago.core.cache;

/**
 * Whose rows an answer has. The account is no part of it: a cache belongs to one engine, and an
 * engine to one set of settings.
 *
 * @param table without its provider and service
 * @param method list, get and so on
 * @param asked what is sent, whatever is wanted of the rows: equal when the same rows are asked for
 */
public record AnswerKey(
    String provider, String service, String table, String method, Object asked) {}
