package dev.imago.launcher.script;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a script, which {@code ;} separates. A {@code ;} in a text, a quoted name or a
 * comment separates nothing. Comments are those of the SQL grammar: {@code --} and {@code //} to
 * the end of the line, and {@code /*} to its end; they stay in the text of a statement, so that
 * positions in error messages hold.
 *
 * <p>A statement is given as soon as its {@code ;} is read.
 */
public final class SqlScript implements Closeable {
  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final PushbackReader reader;
  private final StringBuilder statement = new StringBuilder();
  private boolean started;

  /** Whether {@link #statement} holds more than space and comments. */
  private boolean substantial;

  public SqlScript(Reader reader) {
    this.reader = new PushbackReader(new BufferedReader(reader), 1);
  }

  /**
   * The next statement, without its {@code ;} and without space around it; null after the last one.
   *
   * @throws IOException when the script cannot be read
   */
  public @Nullable String next() throws IOException {
    skipByteOrderMark();
    statement.setLength(0);
    substantial = false;
    int c = reader.read();
    while (c != END) {
      if (c != ';') {
        take((char) c);
      } else if (substantial) {
        return statement.toString().strip();
      } else {
        statement.setLength(0);
      }
      c = reader.read();
    }
    return substantial ? statement.toString().strip() : null;
  }

  private void skipByteOrderMark() throws IOException {
    if (!started) {
      started = true;
      readIf(BYTE_ORDER_MARK);
    }
  }

  private void take(char c) throws IOException {
    statement.append(c);
    switch (c) {
      case '\'', '"' -> {
        substantial = true;
        takeThrough(c);
      }
      case '-' -> {
        if (takeIf('-')) {
          takeLine();
        } else {
          substantial = true;
        }
      }
      case '/' -> {
        if (takeIf('/')) {
          takeLine();
        } else if (takeIf('*')) {
          takeBlockComment();
        } else {
          substantial = true;
        }
      }
      default -> substantial |= !Character.isWhitespace(c);
    }
  }

  /** A doubled quote ends a text and starts another, which comes to the same. */
  private void takeThrough(char quote) throws IOException {
    int c;
    do {
      c = takeAny();
    } while (c != quote && c != END);
  }

  private void takeLine() throws IOException {
    int c;
    do {
      c = takeAny();
    } while (c != '\n' && c != '\r' && c != END);
  }

  private void takeBlockComment() throws IOException {
    int c = takeAny();
    while (c != END) {
      if (c == '*' && takeIf('/')) {
        return;
      }
      c = takeAny();
    }
    // It never ends: the parser is to say so.
    substantial = true;
  }

  private int takeAny() throws IOException {
    int c = reader.read();
    if (c != END) {
      statement.append((char) c);
    }
    return c;
  }

  private boolean takeIf(char expected) throws IOException {
    boolean taken = readIf(expected);
    if (taken) {
      statement.append(expected);
    }
    return taken;
  }

  private boolean readIf(char expected) throws IOException {
    int c = reader.read();
    if (c == expected) {
      return true;
    }
    if (c != END) {
      reader.unread(c);
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
