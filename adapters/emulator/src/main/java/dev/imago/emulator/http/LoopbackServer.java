package dev.imago.emulator.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1 with a thread for each busy connection. */
public final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts serving.
   *
   * @param port the port, or 0 for a free one
   * @param compressing whether bodies go out in gzip to clients that accept it
   * @throws IOException when the port is taken
   */
  public static LoopbackServer start(
      int port, List<Api> apis, RequestLog log, Faults faults, boolean compressing)
      throws IOException {
    // Without this, Nagle's algorithm and delayed acknowledgements cost 40 ms on each small
    // answer. The server's class reads it once, so it comes before anything else.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    HttpServer server = HttpServer.create(address, BACKLOG);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "emulator");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", new FrontHandler(apis, log, faults, compressing));
    server.start();
    return new LoopbackServer(server, threads);
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Closes the listener and every connection; requests under way are dropped. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
