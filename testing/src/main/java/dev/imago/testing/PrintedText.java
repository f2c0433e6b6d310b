package dev.imago.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is printed and logged from one moment to another. It goes on to where it went before. */
final class PrintedText {
  /** Whose log is turned up; that of everybody would slow down the tests. */
  private static final String OWN_LOGGERS = "dev.imago";

  private final OutputStream text;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger own = Logger.getLogger(OWN_LOGGERS);
  private final @Nullable Level ownLevel = own.getLevel();
  private final Handler handler = new Listening();

  private PrintedText(OutputStream text) {
    this.text = text;
  }

  /**
   * Begins to copy.
   *
   * @param text where the copy goes, from any number of threads
   */
  static PrintedText begin(OutputStream text) {
    PrintedText printed = new PrintedText(text);
    System.setOut(printed.copied(printed.out));
    System.setErr(printed.copied(printed.err));
    Logger.getLogger("").addHandler(printed.handler);
    printed.own.setLevel(Level.ALL);
    return printed;
  }

  /** Puts everything back. */
  void end() {
    own.setLevel(ownLevel);
    Logger.getLogger("").removeHandler(handler);
    System.out.flush();
    System.err.flush();
    System.setOut(out);
    System.setErr(err);
  }

  private PrintStream copied(PrintStream stream) {
    return new PrintStream(new Copying(stream, text), true, UTF_8);
  }

  /** Copies each entry at once and whole, so that no other thread's text comes in between. */
  private final class Listening extends Handler {
    private final LogText format = new LogText();

    @Override
    public void publish(LogRecord entry) {
      try {
        text.write(format.format(entry).getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Writes to both. */
  private static final class Copying extends OutputStream {
    private final PrintStream stream;
    private final OutputStream copy;

    Copying(PrintStream stream, OutputStream copy) {
      this.stream = stream;
      this.copy = copy;
    }

    @Override
    public void write(int octet) throws IOException {
      stream.write(octet);
      copy.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      stream.write(octets, from, length);
      copy.write(octets, from, length);
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }
  }
}
