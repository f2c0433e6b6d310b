package dev.imago.core.write;

import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.Settling;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.Pause;
import dev.imago.core.statement.StatementContext;
import dev.imago.core.statement.TimedPart;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waits until an operation or a job has ended. Used by one thread. */
final class Await {
  /** Failures to look that follow one another; the operation goes on all the same. */
  private static final int MOST_FAILURES = 5;

  private static final Set<ErrorCode> PASSING =
      Set.of(
          ErrorCode.CANNOT_CONNECT,
          ErrorCode.CONNECTION_LOST,
          ErrorCode.THROTTLED,
          ErrorCode.PERHAPS_ABSENT,
          ErrorCode.API_FAILED);

  private static final Set<ErrorCode> GONE = Set.of(ErrorCode.ABSENT, ErrorCode.PARENT_ABSENT);

  private final String subject;
  private final String advice;
  private final TableDescription table;
  private final TableWriter writer;
  private final RowReader rows;
  private final StatementContext context;

  /**
   * A wait.
   *
   * @param subject the write that started it, for messages
   * @param advice how to find out what became of the write
   * @param table the operations; it says how they settle
   * @param writer makes the safe writes that look at one
   */
  Await(
      String subject,
      String advice,
      TableDescription table,
      TableWriter writer,
      RowReader rows,
      StatementContext context) {
    this.subject = subject;
    this.advice = advice;
    this.table = table;
    this.writer = writer;
    this.rows = rows;
    this.context = context;
  }

  /**
   * The row of the operation once it has ended well.
   *
   * @param started the row as the write answered it
   * @throws ImagoException {@link ErrorCode#API_FAILED} with the operation's own error when it has
   *     ended badly; {@link ErrorCode#TIMED_OUT} when it still runs after the time; {@link
   *     ErrorCode#OUTCOME_UNKNOWN} when it is not there any more
   */
  List<@Nullable Object> end(List<@Nullable Object> started, Awaiting awaiting) {
    Map<String, Object> key = key(started);
    List<@Nullable Object> row;
    try (TimedPart part = new TimedPart(context, awaiting.most())) {
      row = settled(started, key, awaiting.first(), part);
    }
    Settled settled = new Settled(table, row);
    if (settled.hasFailed()) {
      throw new ImagoException(
          ErrorCode.API_FAILED,
          subject + ": it ended with " + settled.failure() + "; " + lookUp(key));
    }
    return row;
  }

  private List<@Nullable Object> settled(
      List<@Nullable Object> started, Map<String, Object> key, Duration first, TimedPart part) {
    List<@Nullable Object> row = started;
    Duration pause = first;
    int failures = 0;
    while (!new Settled(table, row).isDone()) {
      try {
        Pause.of(pause, part.context().cancellation());
        pause = Awaiting.after(pause);
        row = look(key, part.context());
        failures = 0;
      } catch (ImagoException e) {
        failures++;
        if (part.isOver()) {
          throw timeIsOver(key);
        }
        if (!PASSING.contains(e.code()) || failures == MOST_FAILURES) {
          throw GONE.contains(e.code()) ? outcomeUnknown(e) : whileRunning(e, key);
        }
      }
    }
    return row;
  }

  private ImagoException timeIsOver(Map<String, Object> key) {
    return new ImagoException(
        ErrorCode.TIMED_OUT,
        subject + ": the time to wait for it is over; it still runs: " + lookUp(key));
  }

  /** It was done or not, but it is no failure that changed nothing. */
  private ImagoException outcomeUnknown(ImagoException failure) {
    return new ImagoException(
        ErrorCode.OUTCOME_UNKNOWN,
        subject
            + ": what it started is not there any more, so that nobody knows how it ended; "
            + advice,
        failure);
  }

  /** The change was accepted: nobody may take it for a failure that is gone the next time. */
  private ImagoException whileRunning(ImagoException failure, Map<String, Object> key) {
    return new ImagoException(
        failure.code().isTransient() ? ErrorCode.OUTCOME_UNKNOWN : failure.code(),
        failure.getMessage() + "; what " + subject + " started still runs: " + lookUp(key),
        failure);
  }

  private List<@Nullable Object> look(Map<String, Object> key, StatementContext part) {
    Settling settling = table.settling().orElseThrow();
    Optional<WriteMethod> safe = table.write(settling.poll());
    if (safe.isPresent()) {
      return writer.write(writer.prepare(request(safe.get(), key)), part).row();
    }
    ReadMethod get = table.read(settling.poll()).orElseThrow();
    return rows.read(RowReader.request(table, get, key, table.readableColumns()), part)
        .orElseThrow(
            () ->
                new ImagoException(
                    ErrorCode.ABSENT, subject + ": the operation is not there any more"));
  }

  private WriteRequest request(WriteMethod method, Map<String, Object> key) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    for (WriteArgument argument : method.arguments()) {
      if (argument.required()) {
        arguments.put(argument.name(), key.get(argument.name()));
      }
    }
    return new WriteRequest(table, method, arguments);
  }

  /** What the row says of itself, by the name of the column. */
  private Map<String, Object> key(List<@Nullable Object> row) {
    Map<String, Object> key = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value != null) {
        key.put(table.readableColumns().get(i).name(), value);
      }
    }
    return key;
  }

  private String lookUp(Map<String, Object> key) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (String column : table.key()) {
      Object value = key.get(column);
      if (value != null) {
        named.put(column, value);
      }
    }
    return LookUp.query(table, named);
  }
}
