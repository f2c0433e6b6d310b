package dev.imago.jdbc.connect;

import dev.imago.calcite.engine.Engine;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Engines that are in use. Connections with equal settings and the same clock share one; it is
 * closed with the last of them. Those with the same credential share its token, whatever else
 * differs.
 */
public final class EnginePool {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Shared> engines = new HashMap<>();
  private final TokenPool tokens = new TokenPool();

  private record Key(Settings settings, Clock clock) {}

  private static final class Shared {
    private final Engine engine;
    private int leases;

    Shared(Engine engine) {
      this.engine = engine;
    }
  }

  /** One connection's share of an engine. Closing it twice is closing it once. */
  public final class Lease implements AutoCloseable {
    private final Key key;
    private final Shared shared;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Lease(Key key, Shared shared) {
      this.key = key;
      this.shared = shared;
    }

    public Engine engine() {
      return shared.engine;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        release(key, shared);
      }
    }
  }

  /** Opens an engine, or takes a share of the one that is open for these settings. */
  public Lease lease(Settings settings, ProviderRegistry providers, Clock clock) {
    Key key = new Key(settings, clock);
    lock.lock();
    try {
      Shared shared =
          engines.computeIfAbsent(
              key, any -> new Shared(Engine.open(settings, providers, clock, tokens)));
      shared.leases++;
      return new Lease(key, shared);
    } finally {
      lock.unlock();
    }
  }

  private void release(Key key, Shared shared) {
    lock.lock();
    try {
      shared.leases--;
      if (shared.leases > 0) {
        return;
      }
      engines.remove(key);
    } finally {
      lock.unlock();
    }
    shared.engine.close();
  }
}
