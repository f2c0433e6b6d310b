package dev.imago.core.http;

import dev.imago.core.statement.CallRecord;
import dev.imago.core.statement.StatementContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A read that takes its rows from what another read got, of this statement or of another one, so
 * that nothing is sent for it. It is written down in the call log once, as {@code shared} or {@code
 * hit}: with its rows, and without attempts and bytes. Used by one thread.
 */
public final class UnsentCall {
  private final ApiRequest request;
  private final StatementContext context;
  private final Clock clock;
  private final String cache;
  private final long seq;
  private final Instant startedAt;
  private long rows;
  private boolean hasEnded;

  /**
   * A read that takes its place in the planned order.
   *
   * @param cache what the call log says of it: shared or hit
   */
  UnsentCall(ApiRequest request, StatementContext context, Clock clock, String cache) {
    this.request = request;
    this.context = context;
    this.clock = clock;
    this.cache = cache;
    this.seq = context.nextSeq();
    this.startedAt = clock.instant();
  }

  /** Counts one row. */
  public void countRow() {
    rows++;
  }

  /** Writes it down, the first time. */
  public void end() {
    if (hasEnded) {
      return;
    }
    hasEnded = true;
    context
        .calls()
        .add(
            new CallRecord(
                context.statementId(),
                seq,
                request.table().provider(),
                request.table().service(),
                request.table().name(),
                request.method().name(),
                request.verb().name(),
                request.shownUrl(),
                request.page(),
                OptionalInt.empty(),
                0,
                startedAt,
                Math.max(0, clock.millis() - startedAt.toEpochMilli()),
                0,
                rows,
                cache,
                Optional.empty(),
                CallAccount.name(request)));
  }
}
