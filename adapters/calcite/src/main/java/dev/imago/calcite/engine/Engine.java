package dev.imago.calcite.engine;

import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import java.time.Clock;

/**
 * The engine: descriptions, planner, plan cache and HTTP client for one set of settings.
 * Connections with equal settings share one. Opening it reads no service description and makes no
 * call.
 */
public final class Engine implements AutoCloseable {

  /**
   * Opens an engine.
   *
   * @param clock what CURRENT_TIMESTAMP and its like read
   */
  public static Engine open(Settings settings, ProviderRegistry providers, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /** A new connection's view, with the default schema of the settings. */
  public Session openSession() {
    throw new UnsupportedOperationException();
  }

  /** Everything that can be named in a statement. */
  public Catalog catalog() {
    throw new UnsupportedOperationException();
  }

  /** Ends every running call. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
