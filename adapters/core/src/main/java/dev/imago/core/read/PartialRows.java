package dev.imago.core.read;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.StatementContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that came, for a statement that goes without those of an account that fails. The user is
 * told once of each account and location. Rows that are indispensable still fail the statement.
 */
final class PartialRows implements RowSource {
  /** What a call can fail with; a statement that is stopped or wrong is no matter of accounts. */
  private static final Set<ErrorCode> TOLERATED =
      Set.of(
          ErrorCode.UNAUTHENTICATED,
          ErrorCode.FORBIDDEN,
          ErrorCode.THROTTLED,
          ErrorCode.CANNOT_CONNECT,
          ErrorCode.CONNECTION_LOST,
          ErrorCode.PARENT_ABSENT,
          ErrorCode.PERHAPS_ABSENT,
          ErrorCode.API_FAILED);

  private final RowSource rows;
  private final ReadRequest request;
  private final StatementContext context;

  /** What one warning is about. */
  private record Account(String provider, Map<String, Object> values) {}

  PartialRows(RowSource rows, ReadRequest request, StatementContext context) {
    this.rows = rows;
    this.request = request;
    this.context = context;
  }

  @Override
  public void start() {
    rows.start();
  }

  @Override
  public boolean hasFailed() {
    return rows.hasFailed();
  }

  @Override
  public Optional<CompletableFuture<?>> unopened() {
    return rows.unopened();
  }

  @Override
  public void leave(boolean mayWait) {
    rows.leave(mayWait);
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    try {
      return rows.next();
    } catch (ImagoException e) {
      if (!TOLERATED.contains(e.code())) {
        throw e;
      }
      if (request.isIndispensable()) {
        throw isTold(e) ? e : indispensable(e);
      }
      context.missingOnce(account(), e, missing());
      return null;
    }
  }

  /** Whether the message says already that the row is indispensable. */
  private boolean isTold(ImagoException failure) {
    return request.skipsUnknown() && failure.code() == ErrorCode.PERHAPS_ABSENT;
  }

  private static ImagoException indispensable(ImagoException failure) {
    return new ImagoException(
        failure.code(),
        failure.getMessage()
            + "; partial=true does not help here: without these rows, the result could have rows"
            + " that do not belong to it",
        failure);
  }

  /** The values that a connection can have defaults for: projects, folders, locations, regions. */
  private Account account() {
    Map<String, Object> values = new TreeMap<>();
    request
        .table()
        .defaults()
        .forEach(
            (parameter, property) -> {
              Object value = request.bindings().get(parameter);
              if (value != null) {
                // Tables call one account by different names, and give it by one property.
                values.put(property, value);
              }
            });
    return new Account(request.table().provider(), values);
  }

  private String missing() {
    Map<String, Object> values = account().values();
    return values.isEmpty()
        ? "its rows are missing"
        : "the rows of "
            + values.values().stream().map(Object::toString).collect(Collectors.joining(", "))
            + " are missing";
  }

  @Override
  public void close() {
    rows.close();
  }
}
