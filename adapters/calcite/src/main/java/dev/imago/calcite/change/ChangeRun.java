package dev.imago.calcite.change;

import dev.imago.calcite.exec.ExecutionContext;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.StatementContext;
import dev.imago.core.write.AnswerTables;
import dev.imago.core.write.Awaiting;
import dev.imago.core.write.TableWriter;
import dev.imago.core.write.WriteRequest;
import dev.imago.core.write.WriteResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs changes. All of the rows are read and checked before the first one is sent; they are sent
 * one after the other, and the first failure ends the run.
 */
public final class ChangeRun {
  /** As good as for ever, and no overflow. */
  private static final Duration NO_LIMIT = Duration.ofDays(365);

  private final TableWriter writer;
  private final AnswerTables answers;
  private final Duration firstPause;
  private final boolean awaits;

  /**
   * A runner.
   *
   * @param firstPause how long an operation is first left alone when it is awaited
   * @param awaits whether the end is awaited although the statement does not ask for it
   */
  public ChangeRun(TableWriter writer, AnswerTables answers, Duration firstPause, boolean awaits) {
    this.writer = writer;
    this.answers = answers;
    this.firstPause = firstPause;
    this.awaits = awaits;
  }

  /** One write that is ready to be sent. */
  private record Ready(WriteRequest request, Optional<Awaiting> awaiting) {}

  /**
   * Makes the changes of a plan.
   *
   * @return those that were made; a key that is not there makes none
   * @throws ImagoException for the first that fails; its text says what became of the others
   */
  public List<Changed> run(PlannedChange plan, ExecutionContext context) {
    Change change = plan.change();
    List<Ready> ready = ready(change, rows(plan, context));
    List<Changed> changed = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      try {
        changed.add(run(change, ready.get(i), context.statement()));
      } catch (ImagoException e) {
        if (!(change.isKeyed() && e.code() == ErrorCode.ABSENT)) {
          throw ready.size() == 1 ? e : withCounts(e, changed.size(), i, ready.size());
        }
      }
    }
    return changed;
  }

  private static ImagoException withCounts(ImagoException e, int done, int at, int all) {
    return new ImagoException(
        e.code(),
        e.getMessage()
            + "; this was number "
            + (at + 1)
            + " of "
            + all
            + ": "
            + done
            + " done before it, "
            + (all - at - 1)
            + " not tried",
        e);
  }

  /** The writes in their order, all of them good; equal keys are one. */
  private List<Ready> ready(Change change, List<@Nullable Object[]> rows) {
    List<Ready> ready = new ArrayList<>();
    Set<List<@Nullable Object>> keys = new HashSet<>();
    int keyColumns = change.method().parameters().size();
    for (@Nullable Object[] row : rows) {
      boolean isSkipped =
          change.isKeyed()
              && (change.namesNothing(row) || !keys.add(Arrays.asList(row).subList(0, keyColumns)));
      if (!isSkipped) {
        ready.add(new Ready(writer.prepare(change.request(row)), awaiting(change, row)));
      }
    }
    return ready;
  }

  private Optional<Awaiting> awaiting(Change change, @Nullable Object[] row) {
    if (change.awaited().isEmpty()) {
      return awaits ? Optional.of(new Awaiting(firstPause, NO_LIMIT)) : Optional.empty();
    }
    Change.Awaited awaited = change.awaited().get();
    Duration most =
        awaited
            .secondsColumn()
            .map(column -> row[column])
            .map(amount -> seconds((Number) amount, awaited.unitSeconds()))
            .orElse(NO_LIMIT);
    return Optional.of(new Awaiting(firstPause, most));
  }

  private static Duration seconds(Number amount, long unitSeconds) {
    if (amount.longValue() < 0) {
      throw new ImagoException(ErrorCode.INVALID_VALUE, "AWAIT takes no negative time");
    }
    Duration most = Duration.ofSeconds(Math.min(amount.longValue(), NO_LIMIT.toSeconds()));
    Duration all = most.multipliedBy(unitSeconds);
    return all.compareTo(NO_LIMIT) > 0 ? NO_LIMIT : all;
  }

  private Changed run(Change change, Ready ready, StatementContext context) {
    WriteResult result = writer.write(ready.request(), context);
    if (ready.awaiting().isPresent()) {
      result = writer.await(ready.request(), result, ready.awaiting().get(), context);
    }
    Optional<TableDescription> answer = answers.of(change.table(), change.method());
    List<@Nullable Object> row =
        answer.isPresent() ? result.row() : Echo.row(ready.request(), result);
    return new Changed(row, operation(answer, result), target(change, ready.request(), result));
  }

  private static Optional<String> operation(Optional<TableDescription> answer, WriteResult result) {
    if (answer.filter(table -> table.settling().isPresent()).isEmpty()) {
      return Optional.empty();
    }
    TableDescription operations = answer.get();
    String id = operations.key().get(operations.key().size() - 1);
    for (int i = 0; i < operations.readableColumns().size(); i++) {
      if (operations.readableColumns().get(i).name().equals(id)) {
        return Optional.ofNullable(result.row().get(i)).map(Object::toString);
      }
    }
    return Optional.empty();
  }

  /** What the operation says, else the last part of the key that was given. */
  private Optional<String> target(Change change, WriteRequest request, WriteResult result) {
    List<String> key = change.table().key();
    return writer
        .target(request, result)
        .or(
            () ->
                Optional.ofNullable(request.arguments().get(key.get(key.size() - 1)))
                    .map(Object::toString));
  }

  /** The rows of the plan's source. */
  static List<@Nullable Object[]> rows(PlannedChange plan, ExecutionContext context) {
    boolean isBare = plan.source().rowType().getFieldCount() == 1;
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (Enumerator<?> enumerator = plan.source().code().bind(context).enumerator()) {
      while (enumerator.moveNext()) {
        Object row = enumerator.current();
        rows.add(isBare ? new @Nullable Object[] {row} : (@Nullable Object[]) row);
      }
    }
    return rows;
  }
}
