package dev.imago.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a server on which the first connections break before the server knows of them. */
public final class Gate implements AutoCloseable {
  private final int server;
  private final ServerSocket entrance;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * Opens a gate on a free port.
   *
   * @param server the port behind it
   * @param broken how many connections break
   */
  public Gate(int server, int broken) throws IOException {
    this.server = server;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(() -> accept(broken));
  }

  /** The port in front of it. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** How many clients have a connection. */
  public int open() {
    return Math.toIntExact(open.stream().filter(socket -> socket.getLocalPort() == port()).count());
  }

  private void accept(int broken) {
    try {
      for (int i = 0; i < broken; i++) {
        entrance.accept().close();
      }
      while (true) {
        Socket client = kept(entrance.accept());
        Socket behind = kept(new Socket(InetAddress.getLoopbackAddress(), server));
        threads.execute(() -> forward(client, behind));
        threads.execute(() -> forward(behind, client));
      }
    } catch (IOException e) {
      if (!entrance.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Socket kept(Socket socket) {
    open.add(socket);
    return socket;
  }

  private void forward(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of them has ended, and the other ends with it.
    } finally {
      open.remove(from);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
