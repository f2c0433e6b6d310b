package dev.imago.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.jspecify.annotations.Nullable;

/** What is printed and logged from one moment to another. It goes on to where it went before. */
final class PrintedText {
  /** Whose log is turned up; that of everybody would slow down the tests. */
  private static final String OWN_LOGGERS = "dev.imago";

  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger own = Logger.getLogger(OWN_LOGGERS);
  private final @Nullable Level ownLevel = own.getLevel();
  private final StreamHandler handler;

  private PrintedText() {
    Formatter formatter = new SimpleFormatter();
    handler = new StreamHandler(text, formatter);
    handler.setLevel(Level.ALL);
  }

  static PrintedText begin() {
    PrintedText printed = new PrintedText();
    System.setOut(printed.copied(printed.out));
    System.setErr(printed.copied(printed.err));
    Logger.getLogger("").addHandler(printed.handler);
    printed.own.setLevel(Level.ALL);
    return printed;
  }

  /** Puts everything back. */
  String end() {
    own.setLevel(ownLevel);
    Logger.getLogger("").removeHandler(handler);
    handler.flush();
    System.out.flush();
    System.err.flush();
    System.setOut(out);
    System.setErr(err);
    return text.toString(UTF_8);
  }

  private PrintStream copied(PrintStream stream) {
    return new PrintStream(new Copying(stream, text), true, UTF_8);
  }

  /** Writes to both. The copy takes one writer at a time, as it is. */
  private static final class Copying extends OutputStream {
    private final PrintStream stream;
    private final ByteArrayOutputStream copy;

    Copying(PrintStream stream, ByteArrayOutputStream copy) {
      this.stream = stream;
      this.copy = copy;
    }

    @Override
    public void write(int octet) {
      stream.write(octet);
      copy.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) {
      stream.write(octets, from, length);
      copy.write(octets, from, length);
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }
  }
}
