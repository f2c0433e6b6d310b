package dev.imago.core.credential;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The token sources that the engines of a process share: connections with the same credential use
 * the same token, whatever else differs in their settings. The sources that were not asked for the
 * longest are forgotten when there are too many. Safe for any number of threads.
 */
public final class TokenPool {
  private static final int MOST_SOURCES = 1000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, TokenSource> sources = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable TokenClient client;

  private record Key(TokenIdentity identity, Clock clock) {}

  /**
   * The source of that identity.
   *
   * @param clock by which its tokens expire
   * @param fetch how a token is got, when there is no such source yet
   */
  public TokenSource source(TokenIdentity identity, Clock clock, TokenFetch fetch) {
    lock.lock();
    try {
      TokenSource source =
          sources.computeIfAbsent(
              new Key(identity, clock), absent -> new TokenSource(clock, fetch));
      if (sources.size() > MOST_SOURCES) {
        sources.remove(sources.keySet().iterator().next());
      }
      return source;
    } finally {
      lock.unlock();
    }
  }

  /** What asks for tokens; made when it is first needed. */
  public TokenClient client() {
    lock.lock();
    try {
      if (client == null) {
        client = new TokenClient();
      }
      return client;
    } finally {
      lock.unlock();
    }
  }
}
