package dev.imago.core.read;

import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.page.AnswerWait;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of a get. Where the answer does not tell a row that is not there from a fault, there is
 * none, and the statement warns about the table once. Any other failure stays one.
 */
final class RowOrWarning implements RowSource {
  private final RowSource row;
  private final TableDescription table;
  private final StatementContext context;

  /** What a warning is about. */
  private record UnknownRows(String table) {}

  RowOrWarning(RowSource row, TableDescription table, StatementContext context) {
    this.row = row;
    this.table = table;
    this.context = context;
  }

  @Override
  public void start() {
    row.start();
  }

  @Override
  public boolean hasFailed() {
    return row.hasFailed();
  }

  @Override
  public Optional<AnswerWait> unopened() {
    return row.unopened();
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    try {
      return row.next();
    } catch (ImagoException e) {
      if (e.code() != ErrorCode.PERHAPS_ABSENT) {
        throw e;
      }
      context.warnOnce(
          new UnknownRows(table.qualifiedName()),
          () -> e.getMessage() + "; such rows are left out");
      return null;
    }
  }

  @Override
  public void close() {
    row.close();
  }
}
