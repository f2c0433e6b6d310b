package dev.imago.calcite.system;

import dev.imago.calcite.exec.ExecutionContext;
import dev.imago.calcite.system.SystemTable.Column;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.statement.CallRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code imago.system.calls}: the API calls of this connection, the newest statement last. */
final class CallsTable {
  private CallsTable() {}

  static SystemTable table() {
    return new SystemTable(
        "One API call of this connection.",
        List.of(
            new Column("statement_id", Scalar.BIGINT, "The statement's number, from 1."),
            new Column("seq", Scalar.BIGINT, "The call's place in the statement's planned order."),
            new Column("provider", Scalar.VARCHAR, "The catalog."),
            new Column("service", Scalar.VARCHAR, "The schema."),
            new Column("table_name", Scalar.VARCHAR, "The table."),
            new Column("method", Scalar.VARCHAR, "list, get and so on."),
            new Column("http_method", Scalar.VARCHAR, "The HTTP method."),
            new Column("url", Scalar.VARCHAR, "Where it was sent, without secrets."),
            new Column("page", Scalar.INTEGER, "The page's number, from 1."),
            new Column("status", Scalar.INTEGER, "The HTTP status."),
            new Column("attempts", Scalar.INTEGER, "How often it was sent; 0 when it was not."),
            new Column("started_at", Scalar.TIMESTAMP, "When it was first sent."),
            new Column("duration_ms", Scalar.BIGINT, "Until the end of the answer."),
            new Column("bytes", Scalar.BIGINT, "How much of the answer was read."),
            new Column("row_count", Scalar.BIGINT, "The rows that were taken from the answer."),
            new Column("cache", Scalar.VARCHAR, "hit, miss or shared."),
            new Column("error", Scalar.VARCHAR, "What went wrong."),
            new Column(
                "account",
                Scalar.VARCHAR,
                "The project or folder whose quota the call counts for.")),
        context ->
            ((ExecutionContext) context)
                .statement().calls().calls().stream().map(CallsTable::row).toList());
  }

  private static @Nullable Object[] row(CallRecord call) {
    return new @Nullable Object[] {
      call.statementId(),
      call.seq(),
      call.provider(),
      call.service(),
      call.table(),
      call.method(),
      call.httpMethod(),
      call.url(),
      call.page(),
      call.status().isPresent() ? call.status().getAsInt() : null,
      call.attempts(),
      call.startedAt().toEpochMilli(),
      call.durationMillis(),
      call.bytes(),
      call.rowCount(),
      call.cache(),
      call.error().orElse(null),
      call.account().orElse(null)
    };
  }
}
