package dev.imago.core.read;

import dev.imago.core.page.RowSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows that equal requests of one statement share: the first one makes the call, the others
 * read what it got. An answer that is too large is not kept, and a further request for it makes its
 * own call. Used by one thread.
 */
public final class SharedReads implements AutoCloseable {
  private final long mostBytes;
  private final Map<ReadRequest, Answer> shared = new HashMap<>();
  private long keptBytes;

  /**
   * Nothing shared yet.
   *
   * @param mostBytes how much is kept in all, in bytes of memory, roughly
   */
  public SharedReads(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * The rows of a request.
   *
   * @param source makes the calls for them, anew each time it is asked
   */
  RowSource rows(ReadRequest request, Supplier<RowSource> source) {
    return new Reader(shared.computeIfAbsent(request, key -> new Answer(source.get())), source);
  }

  /** Ends the calls that are running for it. */
  @Override
  public void close() {
    shared.values().forEach(answer -> answer.source.close());
    shared.clear();
  }

  /** One answer: its rows so far, and where more come from. */
  private static final class Answer {
    private final RowSource source;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private long bytes;
    private boolean isStarted;

    /** The one that goes on reading an answer that is not kept; null while it is kept. */
    private @Nullable Reader owner;

    Answer(RowSource source) {
      this.source = source;
    }
  }

  private void keep(Answer answer, @Nullable Object[] row, Reader reader) {
    long size = RowSize.of(row);
    answer.rows.add(row);
    answer.bytes += size;
    keptBytes += size;
    if (keptBytes > mostBytes) {
      keptBytes -= answer.bytes;
      answer.rows.clear();
      answer.owner = reader;
    }
  }

  /** One request's way through an answer. */
  private final class Reader implements RowSource {
    private final Answer answer;
    private final Supplier<RowSource> again;
    private int position;
    private @Nullable RowSource own;

    Reader(Answer answer, Supplier<RowSource> again) {
      this.answer = answer;
      this.again = again;
    }

    @Override
    public void start() {
      if (!answer.isStarted) {
        answer.isStarted = true;
        answer.source.start();
      }
    }

    @Override
    public boolean hasFailed() {
      return answer.source.hasFailed();
    }

    @Override
    public @Nullable Object @Nullable [] next() {
      start();
      if (answer.owner == null) {
        return position < answer.rows.size() ? answer.rows.get(position++) : readOn();
      }
      return equals(answer.owner) ? answer.source.next() : readAgain();
    }

    private @Nullable Object @Nullable [] readOn() {
      @Nullable Object[] row = answer.source.next();
      if (row != null) {
        position++;
        keep(answer, row, this);
      }
      return row;
    }

    /** The answer is another's alone by now: a call of its own, up to where it was. */
    private @Nullable Object @Nullable [] readAgain() {
      if (own == null) {
        own = again.get();
        for (int skipped = 0; skipped < position; skipped++) {
          own.next();
        }
      }
      return own.next();
    }

    /** Others may still want the shared answer; the statement's end closes it. */
    @Override
    public void close() {
      if (own != null) {
        own.close();
      } else if (equals(answer.owner)) {
        answer.source.close();
      }
    }
  }
}
