package dev.imago.launcher.run;

/**
 * What a statement cost at the APIs.
 *
 * @param calls the HTTP requests that were sent, each repetition counted
 * @param pages the answers that were read from the APIs
 * @param cached the answers that a cache gave instead
 * @param bytes the size of the answers read from the APIs, decoded
 * @param complete whether the log still had every call
 */
record CallTotals(long calls, long pages, long cached, long bytes, boolean complete) {}
