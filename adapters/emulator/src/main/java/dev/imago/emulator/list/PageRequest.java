package dev.imago.emulator.list;

/**
 * Which page of a list is wanted.
 *
 * @param filter which rows count
 * @param order their order
 * @param size the most rows that the page may have
 * @param token the token that the call came with, or ""
 * @param scope what the token is bound to: the list's path and the parameters that shape it
 */
public record PageRequest(Filter filter, Order order, int size, String token, String scope) {}
