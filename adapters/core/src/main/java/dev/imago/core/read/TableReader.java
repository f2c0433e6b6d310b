package dev.imago.core.read;

import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.core.statement.StatementContext;
import java.util.List;

/**
 * Reads tables: turns requests into HTTP calls and their answers into rows. One per engine; it owns
 * the pooled HTTP client.
 */
public final class TableReader implements AutoCloseable {

  public TableReader(Settings settings, ProviderRegistry providers) {}

  /**
   * The rows of every request, one request after the other in the order given, while the calls run
   * ahead of the reader: up to {@code maxConcurrency} at the same time.
   *
   * @param requests read lazily, so that a reader that stops early starts no further call
   */
  public RowStream read(Iterable<ReadRequest> requests, StatementContext context) {
    throw new UnsupportedOperationException(List.of(requests, context).toString());
  }

  /**
   * What would be sent first for a request, without a credential: {@code GET https://...}. A value
   * that is not known yet stands as a placeholder.
   */
  public String describe(ReadRequest request) {
    throw new UnsupportedOperationException(request.toString());
  }

  /** Ends every running call and lets the connections go. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
