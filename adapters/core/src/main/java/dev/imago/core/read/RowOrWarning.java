package dev.imago.core.read;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The row of a get. Where the answer does not tell a row that is not there from a fault, there is
 * none, and the statement warns about the table once; but not where the row is indispensable. Any
 * other failure stays one.
 */
final class RowOrWarning implements RowSource {
  private final RowSource row;
  private final ReadRequest request;
  private final StatementContext context;

  /** What a warning is about. */
  private record UnknownRows(String table) {}

  RowOrWarning(RowSource row, ReadRequest request, StatementContext context) {
    this.row = row;
    this.request = request;
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
  public Optional<CompletableFuture<?>> unopened() {
    return row.unopened();
  }

  @Override
  public void leave(boolean mayWait) {
    row.leave(mayWait);
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    try {
      return row.next();
    } catch (ImagoException e) {
      if (e.code() != ErrorCode.PERHAPS_ABSENT) {
        throw e;
      }
      if (request.isIndispensable()) {
        throw indispensable(e);
      }
      context.warnOnce(
          new UnknownRows(request.table().qualifiedName()),
          () -> e.getMessage() + "; such rows are left out");
      return null;
    }
  }

  private static ImagoException indispensable(ImagoException failure) {
    return new ImagoException(
        failure.code(),
        failure.getMessage()
            + "; were it left out, the result could have rows that do not belong to it: where the"
            + " query reads the view, add provider = '...' to ask only the cloud that has the id",
        failure);
  }

  @Override
  public void close() {
    row.close();
  }
}
