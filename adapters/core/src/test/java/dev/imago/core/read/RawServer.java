package dev.imago.core.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import okhttp3.HttpUrl;

/**
 * A server on a loopback port that writes what it is told, whether that is HTTP or not. It keeps
 * its connections open.
 */
final class RawServer implements AutoCloseable {
  /** The byte that a client begins with who takes the server for one that speaks TLS. */
  private static final int TLS_HANDSHAKE = 22;

  private final ServerSocket listening;
  private final Answers answers;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** What is written. */
  interface Answers {
    /**
     * The text that follows a request, all of it at once.
     *
     * @param request the first line of it
     */
    String to(String request);
  }

  RawServer(Answers answers) throws IOException {
    this(answers, ServerSocketFactory.getDefault());
  }

  RawServer(Answers answers, ServerSocketFactory sockets) throws IOException {
    this.answers = answers;
    listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** An answer as it should be. */
  static String answer(String body) {
    return answer(body, "Content-Length: " + body.getBytes(UTF_8).length);
  }

  /** An answer with these headers alone. */
  static String answer(String body, String... headers) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n"
        + body;
  }

  HttpUrl url(String scheme) {
    return new HttpUrl.Builder()
        .scheme(scheme)
        .host("127.0.0.1")
        .port(listening.getLocalPort())
        .build();
  }

  /** The first lines of the requests. */
  List<String> requests() {
    return requests;
  }

  int connections() {
    return connections.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listening.accept();
        connections.add(connection);
        threads.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      assertClosed(e);
    }
  }

  private void serve(Socket connection) {
    try (connection;
        BufferedReader input =
            new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        OutputStream output = connection.getOutputStream()) {
      input.mark(1);
      if (input.read() == TLS_HANDSHAKE) {
        output.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        return;
      }
      input.reset();
      for (String first = input.readLine(); first != null; first = input.readLine()) {
        for (String line = first; line != null && !line.isEmpty(); line = input.readLine()) {
          // The headers do not matter.
        }
        requests.add(first);
        output.write(answers.to(first).getBytes(UTF_8));
        output.flush();
      }
    } catch (IOException e) {
      // The client has closed the connection: that is how it refuses what is left over.
      return;
    }
  }

  private void assertClosed(IOException failure) {
    if (!listening.isClosed()) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket connection : connections) {
      connection.close();
    }
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a connection is still being served");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
