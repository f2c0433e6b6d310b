package dev.imago.launcher.run;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Where rows go: the standard output, in UTF-8 whatever the locale. */
final class DataOutput {
  private static final int BUFFER = 1 << 16;

  private DataOutput() {}

  /**
   * A buffered writer whose failures are {@link OutputFailure}s.
   *
   * @param line what is erased before anything is written, for that could be to the same terminal
   */
  static Writer to(OutputStream out, StatusLine line) {
    return new BufferedWriter(
        new OutputStreamWriter(new Watched(out, line), StandardCharsets.UTF_8), BUFFER);
  }

  /** Tells failures to write from failures to read. */
  private static final class Watched extends FilterOutputStream {
    private final StatusLine line;

    Watched(OutputStream out, StatusLine line) {
      super(out);
      this.line = line;
    }

    @Override
    public void write(int b) throws IOException {
      try {
        line.aside(() -> out.write(b));
      } catch (IOException failure) {
        throw new OutputFailure(failure);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        line.aside(() -> out.write(bytes, offset, length));
      } catch (IOException failure) {
        throw new OutputFailure(failure);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException failure) {
        throw new OutputFailure(failure);
      }
    }
  }
}
