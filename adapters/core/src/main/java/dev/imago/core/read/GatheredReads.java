package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.page.RowSource;
import dev.imago.core.read.RequestGrouping.Together;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gets and lists that wait for one another: when the first row of one is asked for, all that are
 * waiting are put together, so that fewer calls answer them, and the rows are given to those that
 * asked for them. Used by one thread.
 */
public final class GatheredReads {
  /**
   * Names that an API takes in a path. It may refuse others as no names at all, where SQL has no
   * row for them; a filter may ask for anything.
   */
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");

  /** The key of all rows of a call chain that serves one request. */
  private static final Object ONLY = "";

  private final RequestGrouping grouping;
  private final Function<ReadRequest, RowSource> rows;
  private final int mostCalls;
  private List<Member> waiting = new ArrayList<>();

  /**
   * Nothing waiting yet.
   *
   * @param rows the rows of one request, not started yet
   * @param mostCalls the most calls that are under way at the same time
   */
  GatheredReads(RequestGrouping grouping, Function<ReadRequest, RowSource> rows, int mostCalls) {
    this.grouping = grouping;
    this.rows = rows;
    this.mostCalls = mostCalls;
  }

  /**
   * The rows of a request, which waits for others until the first of them is asked for.
   *
   * @param request a get, or a list that is asked for one value
   */
  RowSource add(ReadRequest request) {
    Member member = new Member(request.whole());
    waiting.add(member);
    return member;
  }

  private void send() {
    Map<ReadRequest, List<Member>> byRequest = new LinkedHashMap<>();
    for (Member member : waiting) {
      byRequest.computeIfAbsent(member.request, key -> new ArrayList<>()).add(member);
    }
    waiting = new ArrayList<>();
    Round round = new Round();
    for (Together together : grouping.group(List.copyOf(byRequest.keySet()))) {
      Batch batch = new Batch(round, round.batches.size(), safe(together));
      round.batches.add(batch);
      for (ReadRequest request : together.members()) {
        Objects.requireNonNull(byRequest.get(request)).forEach(batch::serves);
      }
    }
  }

  private Together safe(Together together) {
    return together.column().isEmpty() && !isPlain(together.request())
        ? grouping.asList(together.members().get(0)).orElse(together)
        : together;
  }

  private static boolean isPlain(ReadRequest get) {
    return get.method().parameters().stream()
        .map(get.bindings()::get)
        .allMatch(
            value ->
                value instanceof Number || PLAIN_NAME.matcher(String.valueOf(value)).matches());
  }

  /** What is sent at one time. Its calls start as they are read, some of them ahead. */
  private final class Round {
    private final List<Batch> batches = new ArrayList<>();
    private int started;

    void startFor(int batch) {
      while (started < batches.size() && started < batch + mostCalls && !isBlocked()) {
        batches.get(started++).source.start();
      }
    }

    /** Behind a call that could not be sent, nothing more is sent. */
    private boolean isBlocked() {
      return started > 0 && batches.get(started - 1).source.hasFailed();
    }
  }

  /** One call chain and those that its rows are for. */
  private final class Batch {
    private final Round round;
    private final int number;
    private final RowSource source;
    private final Optional<String> column;
    private final int width;
    private final int keyColumn;
    private final Map<Object, List<Member>> members = new HashMap<>();
    private int open;
    private boolean isEnded;

    Batch(Round round, int number, Together together) {
      this.round = round;
      this.number = number;
      this.column = together.column();
      ReadRequest request = together.request();
      Optional<ColumnDescription> key = column.flatMap(request.table()::column);
      ReadRequest wide = key.map(request::withColumn).orElse(request);
      this.source = rows.apply(wide);
      this.width = request.columns().size();
      this.keyColumn = key.map(wide.columns()::indexOf).orElse(-1);
    }

    void serves(Member member) {
      members.computeIfAbsent(key(member), key -> new ArrayList<>()).add(member);
      member.batch = this;
      open++;
    }

    private Object key(Member member) {
      return column
          .map(name -> Objects.requireNonNull(member.request.bindings().get(name)))
          .orElse(ONLY);
    }

    /** Reads one row and gives it away; false after the last. */
    boolean advance() {
      if (isEnded) {
        return false;
      }
      round.startFor(number);
      @Nullable Object[] row = source.next();
      if (row == null) {
        isEnded = true;
        return false;
      }
      Object key = keyColumn < 0 ? ONLY : Objects.requireNonNull(row[keyColumn]);
      @Nullable Object[] narrow = row.length == width ? row : Arrays.copyOf(row, width);
      members.getOrDefault(key, List.of()).forEach(member -> member.rows.add(narrow));
      return true;
    }

    void closeOne() {
      open--;
      if (open == 0) {
        isEnded = true;
        source.close();
      }
    }
  }

  /** The rows of one get. */
  private final class Member implements RowSource {
    private final ReadRequest request;
    private final Queue<@Nullable Object[]> rows = new ArrayDeque<>();
    private @Nullable Batch batch;
    private boolean isClosed;

    Member(ReadRequest request) {
      this.request = request;
    }

    /** It waits for others: whoever starts several reads is about to ask for rows. */
    @Override
    public void start() {}

    @Override
    public boolean hasFailed() {
      return batch != null && batch.source.hasFailed();
    }

    /** Its rows come with those of others. */
    @Override
    public Optional<CompletableFuture<?>> unopened() {
      return Optional.empty();
    }

    @Override
    public void leave(boolean mayWait) {
      if (batch != null) {
        batch.source.leave(mayWait);
      }
    }

    @Override
    public @Nullable Object @Nullable [] next() {
      if (isClosed) {
        return null;
      }
      if (batch == null) {
        send();
      }
      Batch sent = Objects.requireNonNull(batch, "every waiting read is sent");
      while (rows.isEmpty() && sent.advance()) {
        // Rows of others may come first.
      }
      return rows.poll();
    }

    @Override
    public void close() {
      if (isClosed) {
        return;
      }
      isClosed = true;
      if (batch == null) {
        waiting.remove(this);
      } else {
        batch.closeOne();
      }
    }
  }
}
