package dev.imago.launcher.run;

/**
 * What a statement cost at the APIs.
 *
 * @param calls the HTTP requests that were sent, each repetition counted; none where there was no
 *     credential or no connection
 * @param pages the answers whose rows were read, as far as they were wanted; no refusal, and none
 *     that broke off or was cancelled
 * @param cached the answers that a cache gave instead
 * @param bytes how much was read of all answers of the APIs, decoded; of refusals too
 * @param rows how many rows were taken from all answers
 * @param accounts the projects and folders whose answers have come, from a cache too, and refusals
 * @param complete whether the log still had every call
 */
record CallTotals(
    long calls, long pages, long cached, long bytes, long rows, int accounts, boolean complete) {}
