package dev.imago.core.http;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import okio.Buffer;
import okio.Source;
import okio.Timeout;

/**
 * The bytes of an answer, counted and bounded. Where the connection breaks, they are read on from
 * the answer to the repeated request, provided that it begins with the bytes that were read:
 * whoever reads does not notice.
 */
final class SteadySource implements Source {
  private static final long CHUNK = 8 * 1024;
  private static final int MEBIBYTE = 1 << 20;

  private final long most;
  private final Repeats repeats;
  private final Beginning beginning = new Beginning();
  private Source current;

  /** Asks for the answer once more. */
  @FunctionalInterface
  interface Repeats {
    /**
     * Waits for another answer to the same request.
     *
     * @throws IOException the loss, when there is none
     */
    Source after(LostConnectionException loss) throws IOException;
  }

  /**
   * The body of one answer.
   *
   * @param most the most bytes that it may have
   */
  SteadySource(Source first, long most, Repeats repeats) {
    this.current = first;
    this.most = most;
    this.repeats = repeats;
  }

  /** What was read, as its length and checksums: two of them, which together are 64 bits long. */
  private static final class Beginning {
    private final Checksum castagnoli = new CRC32C();
    private final Checksum ethernet = new CRC32();
    private final Buffer.UnsafeCursor cursor = new Buffer.UnsafeCursor();
    private long length;

    void add(Buffer bytes) {
      bytes.readUnsafe(cursor);
      try {
        while (cursor.next() >= 0) {
          castagnoli.update(cursor.data, cursor.start, cursor.end - cursor.start);
          ethernet.update(cursor.data, cursor.start, cursor.end - cursor.start);
        }
      } finally {
        cursor.close();
      }
      length += bytes.size();
    }

    boolean isSameAs(Beginning other) {
      return length == other.length
          && castagnoli.getValue() == other.castagnoli.getValue()
          && ethernet.getValue() == other.ethernet.getValue();
    }
  }

  /** The bytes that were read so far. */
  long count() {
    return beginning.length;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    Buffer chunk = new Buffer();
    long read = readSteadily(chunk, byteCount);
    if (read < 0) {
      return read;
    }
    beginning.add(chunk);
    if (beginning.length > most) {
      throw new MalformedAnswerException(
          "it is longer than " + most / MEBIBYTE + " MiB, and perhaps has no end");
    }
    sink.write(chunk, read);
    return read;
  }

  private long readSteadily(Buffer chunk, long byteCount) throws IOException {
    while (true) {
      try {
        return current.read(chunk, byteCount);
      } catch (LostConnectionException e) {
        chunk.clear();
        goOn(e);
      }
    }
  }

  private void goOn(LostConnectionException first) throws IOException {
    LostConnectionException loss = first;
    while (true) {
      Source other = repeats.after(loss);
      current.close();
      current = other;
      boolean isSame;
      try {
        isSame = skip(other);
      } catch (LostConnectionException e) {
        loss = e;
        continue;
      }
      if (!isSame) {
        throw new LostConnectionException(
            new IOException(
                CallFailures.text(first) + ", and the repeated answer began otherwise", first));
      }
      return;
    }
  }

  /** Passes over what was read before, if it is the same. */
  private boolean skip(Source other) throws IOException {
    Beginning skipped = new Beginning();
    Buffer chunk = new Buffer();
    while (skipped.length < beginning.length) {
      long read = other.read(chunk, Math.min(CHUNK, beginning.length - skipped.length));
      if (read < 0) {
        return false;
      }
      skipped.add(chunk);
      chunk.clear();
    }
    return skipped.isSameAs(beginning);
  }

  @Override
  public Timeout timeout() {
    return current.timeout();
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
