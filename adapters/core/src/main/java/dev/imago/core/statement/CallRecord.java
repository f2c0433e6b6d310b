package dev.imago.core.statement;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One API call as {@code imago.system.calls} shows it. No secret is in it.
 *
 * @param seq the call's place in the planned order of its statement, from 1
 * @param method list, get, insert, cancel...
 * @param page the page's number, from 1
 * @param status the HTTP status; empty when no answer came, and when nothing was sent
 * @param attempts how often it was sent: 0 when it shares what another call of the statement got,
 *     when its credential failed, and when there was no connection to send it over
 * @param durationMillis from sending to the end of the body
 * @param bytes how much of the body was read, decoded; the body of a refusal too
 * @param rowCount the rows that were taken from the answer
 * @param cache hit, miss or shared
 * @param error why its answer was not read as it should be; empty for one that was read as far as
 *     its rows were wanted
 * @param account the project or folder whose quota it counts for; empty when it names none
 */
public record CallRecord(
    long statementId,
    long seq,
    String provider,
    String service,
    String table,
    String method,
    String httpMethod,
    String url,
    int page,
    OptionalInt status,
    int attempts,
    Instant startedAt,
    long durationMillis,
    long bytes,
    long rowCount,
    String cache,
    Optional<String> error,
    Optional<String> account) {}
