package dev.imago.core.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A socket that tells the {@link Exchange} of the thread what goes through it. With TLS, it is the
 * one below.
 */
final class WatchedSocket extends Socket {
  private final Supplier<@Nullable Exchange> running;

  /** The exchange whose request went out last. */
  private volatile @Nullable Exchange last;

  WatchedSocket(Supplier<@Nullable Exchange> running) {
    this.running = running;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Output(super.getOutputStream());
  }

  private final class Input extends FilterInputStream {
    Input(InputStream input) {
      super(input);
    }

    @Override
    public int read() throws IOException {
      return received(super.read());
    }

    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
      return received(super.read(octets, from, length));
    }

    private int received(int result) {
      Exchange exchange = running.get();
      if (exchange != null && result >= 0) {
        exchange.received();
      }
      return result;
    }
  }

  private final class Output extends FilterOutputStream {
    Output(OutputStream output) {
      super(output);
    }

    @Override
    public void write(int octet) throws IOException {
      send();
      out.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      send();
      out.write(octets, from, length);
    }

    /** On a connection that was used before, nothing comes unless it is asked for. */
    private void send() throws IOException {
      Exchange exchange = running.get();
      if (exchange == null || exchange == last) {
        return;
      }
      if (last != null && getInputStream().available() > 0) {
        throw new LeftOverException();
      }
      exchange.sent(last != null);
      last = exchange;
    }
  }
}
