package dev.imago.core.http;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** How far one call came, as OkHttp tells it from its own threads. */
final class CallProgress extends EventListener {
  private volatile boolean connected;
  private volatile int attempts;

  /** Whether there was a connection to the service, so that the request may have reached it. */
  boolean isConnected() {
    return connected;
  }

  /** How often the request was sent; OkHttp repeats it when a pooled connection is stale. */
  int attempts() {
    return attempts;
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    connected = true;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // One call's events come one after the other.
  public void requestHeadersStart(Call call) {
    attempts++;
  }
}
