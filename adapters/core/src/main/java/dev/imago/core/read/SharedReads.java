package dev.imago.core.read;

import dev.imago.core.http.SharedAnswers;
import dev.imago.core.http.UnsentCall;
import dev.imago.core.page.RowSource;
import dev.imago.core.statement.KeptBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the reads of one statement share. Equal requests share rows: the first one makes the call,
 * the others read what it got. Requests of several tables that send the same share the answer as it
 * came. What is too large is not kept, and a further request for it makes its own call. Used by one
 * thread.
 */
public final class SharedReads implements AutoCloseable {
  private final KeptBytes bytes;
  private final SharedAnswers answers;
  private final Map<ReadRequest, Answer> shared = new HashMap<>();

  /**
   * Nothing shared yet.
   *
   * @param mostBytes how much is kept in all, in bytes of memory, roughly
   */
  public SharedReads(long mostBytes) {
    this.bytes = new KeptBytes(mostBytes);
    this.answers = new SharedAnswers(bytes);
  }

  /** The answers that requests of several tables share. */
  SharedAnswers answers() {
    return answers;
  }

  /**
   * The rows of a request.
   *
   * @param source makes the calls for them, anew each time it is asked
   * @param repetition writes down a read that another one has made the calls for
   */
  RowSource rows(ReadRequest request, Supplier<RowSource> source, Supplier<UnsentCall> repetition) {
    Answer known = shared.get(request);
    if (known != null) {
      return new Reader(known, source, Optional.of(repetition));
    }
    Answer first = new Answer(source.get());
    shared.put(request, first);
    return new Reader(first, source, Optional.empty());
  }

  /** Ends the calls that are running for it. */
  @Override
  public void close() {
    shared.values().forEach(answer -> answer.source.close());
    shared.clear();
    answers.close();
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
    if (!bytes.add(size)) {
      bytes.release(answer.bytes);
      answer.rows.clear();
      answer.owner = reader;
    }
  }

  /** One request's way through an answer. */
  private final class Reader implements RowSource {
    private final Answer answer;
    private final Supplier<RowSource> again;
    private final Optional<Supplier<UnsentCall>> repetition;
    private int position;
    private @Nullable RowSource own;
    private @Nullable UnsentCall logged;

    /**
     * A way from the first row.
     *
     * @param repetition empty for the one that makes the calls
     */
    Reader(Answer answer, Supplier<RowSource> again, Optional<Supplier<UnsentCall>> repetition) {
      this.answer = answer;
      this.again = again;
      this.repetition = repetition;
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
        @Nullable Object[] row =
            position < answer.rows.size() ? answer.rows.get(position++) : readOn();
        log(row != null);
        return row;
      }
      return equals(answer.owner) ? answer.source.next() : readAgain();
    }

    @Override
    public Optional<CompletableFuture<?>> unopened() {
      start();
      if (answer.owner == null) {
        return position < answer.rows.size() ? Optional.empty() : answer.source.unopened();
      }
      if (equals(answer.owner)) {
        return answer.source.unopened();
      }
      return own == null ? Optional.empty() : own.unopened();
    }

    @Override
    public void leave(boolean mayWait) {
      if (own != null) {
        own.leave(mayWait);
      } else if (answer.owner == null || equals(answer.owner)) {
        answer.source.leave(mayWait);
      }
    }

    private void log(boolean hasRow) {
      if (repetition.isEmpty()) {
        return;
      }
      UnsentCall call = logged == null ? repetition.get().get() : logged;
      logged = call;
      if (hasRow) {
        call.countRow();
      } else {
        call.end();
      }
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
      if (logged != null) {
        logged.end();
      }
      if (own != null) {
        own.close();
      } else if (equals(answer.owner)) {
        answer.source.close();
      }
    }
  }
}
