package dev.imago.core.description;

/**
 * How a list goes on: the answer carries an opaque token, which the next request repeats.
 *
 * @param tokenParameter the query parameter that takes the token
 * @param nextField the field of the answer that holds it; absent or empty on the last page
 * @param sizeParameter the query parameter that takes the number of rows of a page
 * @param most the most rows that a page may have
 */
public record Paging(String tokenParameter, String nextField, String sizeParameter, int most) {}
