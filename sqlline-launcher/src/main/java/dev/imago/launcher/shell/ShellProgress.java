package dev.imago.launcher.shell;

import dev.imago.launcher.run.Progress;
import dev.imago.launcher.run.StatusLine;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How far the statements of a session are, which sqlline runs between a line and a prompt. */
final class ShellProgress implements AutoCloseable {
  private final StatusLine line;
  private final @Nullable Progress progress;

  /**
   * @param connection the one whose calls are counted
   */
  ShellProgress(Connection connection, StatusLine line) throws SQLException {
    this.line = line;
    this.progress = Progress.ticking(connection, line);
  }

  /** A line has come. */
  void begin() {
    if (progress != null) {
      try {
        progress.begin();
      } catch (SQLException closed) {
        // The session goes on in another connection, whose calls are not counted here.
        progress.end();
      }
    }
  }

  /** The prompt comes next. */
  void end() {
    if (progress != null) {
      progress.end();
    }
  }

  /** A stream that erases the line before it writes. */
  OutputStream beside(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        line.aside(() -> out.write(b));
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        line.aside(() -> out.write(bytes, offset, length));
      }
    };
  }

  @Override
  public void close() throws SQLException {
    if (progress != null) {
      progress.close();
    }
  }
}
