package dev.imago.launcher.run;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

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

  /**
   * Tells failures to write from failures to read. The first one is the last word: what is lost by
   * then cannot be written any more, and a writer above forgets what it has handed on.
   */
  private static final class Watched extends FilterOutputStream {
    private final StatusLine line;
    private volatile @Nullable IOException failure;

    Watched(OutputStream out, StatusLine line) {
      super(out);
      this.line = line;
    }

    @Override
    public void write(int b) throws IOException {
      attempt(() -> line.aside(() -> out.write(b), b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0) {
        attempt(
            () -> line.aside(() -> out.write(bytes, offset, length), bytes[offset + length - 1]));
      }
    }

    @Override
    public void flush() throws IOException {
      attempt(out::flush);
    }

    private void attempt(StatusLine.Writing writing) throws OutputFailure {
      IOException known = failure;
      if (known == null) {
        try {
          writing.run();
          return;
        } catch (IOException first) {
          failure = first;
          known = first;
        }
      }
      throw new OutputFailure(known);
    }
  }
}
