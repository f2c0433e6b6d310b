package dev.imago.core.http;

import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.KeptBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one call, kept as it is read. The first who opens it reads from the socket; whoever
 * comes later has the rest of it read to its end, so an answer is either kept whole or lost. Used
 * by one thread.
 */
final class KeptAnswer implements AutoCloseable {
  private static final int CHUNK = 8 * 1024;

  private final ApiCall call;
  private final KeptBytes budget;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /** The body of the first reader; null until it is opened, and when there is no row. */
  private @Nullable InputStream source;

  private boolean isOpened;

  /** Why there is no answer: whoever shares it has none either. */
  private @Nullable ImagoException failure;

  private boolean isComplete;
  private boolean isFirstDone;
  private boolean isLost;

  KeptAnswer(ApiCall call, KeptBytes budget) {
    this.call = call;
    this.budget = budget;
  }

  ApiCall call() {
    return call;
  }

  /** Whether it was too large to keep. */
  boolean isLost() {
    return isLost;
  }

  /** The body for the first reader: it comes from the socket, unless others were faster. */
  Optional<InputStream> open() {
    openOnce();
    return source == null ? Optional.empty() : Optional.of(new Live());
  }

  private void openOnce() {
    if (!isOpened) {
      isOpened = true;
      try {
        source = call.open().orElse(null);
      } catch (ImagoException e) {
        failure = e;
      }
      isComplete = source == null;
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * The whole body once more. What is left of it is read first.
   *
   * @return empty when there is no row; nothing to read when it {@linkplain #isLost is lost}
   */
  Optional<InputStream> again() {
    openOnce();
    byte[] chunk = new byte[CHUNK];
    try {
      while (!isComplete && !isLost) {
        fetch(chunk, 0, CHUNK);
      }
    } catch (IOException e) {
      throw call.failed(e);
    }
    return source == null
        ? Optional.empty()
        : Optional.of(new ByteArrayInputStream(kept.toByteArray()));
  }

  /** Reads on from the socket, and keeps what comes; -1 at the end. */
  private int fetch(byte[] bytes, int offset, int length) throws IOException {
    InputStream body = source;
    int read = body == null ? -1 : body.read(bytes, offset, length);
    if (read < 0) {
      isComplete = true;
      endCall();
    } else if (!isLost) {
      kept.write(bytes, offset, read);
      if (!budget.add(read)) {
        isLost = true;
        budget.release(kept.size());
      }
    }
    return read;
  }

  /** The first reader wants no more of it. Others may still want it. */
  void firstIsDone() {
    isFirstDone = true;
    endCall();
  }

  /** The call's rows are those of the first reader, so it ends no sooner than that does. */
  private void endCall() {
    if (isComplete && isFirstDone) {
      call.end();
    }
  }

  /** The first reader's way through the body: what was kept already, then the socket. */
  private final class Live extends InputStream {
    private int position;
    private byte @Nullable [] ahead;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (position < kept.size()) {
        return readKept(bytes, offset, length);
      }
      ahead = null;
      int read = fetch(bytes, offset, length);
      if (isLost) {
        kept.reset();
        position = 0;
      } else {
        position += Math.max(read, 0);
      }
      return read;
    }

    /** Another reader was faster: what it had fetched is copied once. */
    private int readKept(byte[] bytes, int offset, int length) {
      byte[] all = ahead;
      if (all == null || all.length < kept.size()) {
        all = kept.toByteArray();
        ahead = all;
      }
      int count = Math.min(length, all.length - position);
      System.arraycopy(all, position, bytes, offset, count);
      position += count;
      return count;
    }
  }

  @Override
  public void close() {
    if (isComplete) {
      call.end();
    }
    call.close();
    kept.reset();
  }
}
