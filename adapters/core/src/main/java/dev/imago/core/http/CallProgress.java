package dev.imago.core.http;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** How far one call came, over all of its tries, as OkHttp tells it from its own threads. */
final class CallProgress extends EventListener {
  private volatile boolean connected;
  private volatile int attempts;
  private volatile boolean isRenewed;

  /** Whether the last try had a connection to the service, so that it may have been reached. */
  boolean isConnected() {
    return connected;
  }

  /** How often the request was sent; OkHttp too repeats it, when a pooled connection is stale. */
  int attempts() {
    return attempts;
  }

  /** Whether its credential was refused and replaced. */
  boolean isRenewed() {
    return isRenewed;
  }

  /** Says that its credential was refused, and that the next one is sent. */
  void renewed() {
    isRenewed = true;
  }

  @Override
  public void callStart(Call call) {
    connected = false;
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
