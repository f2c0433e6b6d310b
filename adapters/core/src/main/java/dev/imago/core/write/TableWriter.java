package dev.imago.core.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.imago.core.cache.AnswerCache;
import dev.imago.core.call.ServiceCalls;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.ApiCall;
import dev.imago.core.http.ApiRequest;
import dev.imago.core.http.CallUrl;
import dev.imago.core.http.Mutation;
import dev.imago.core.http.ServiceUrl;
import dev.imago.core.read.TableReader;
import dev.imago.core.row.RowDecoder;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes tables: turns requests into one call each, and their answers into rows. One per engine.
 * Safe for any number of threads.
 */
public final class TableWriter {
  /** Stands where a fresh UUID would. */
  private static final String NEW_KEY = "new-uuid";

  private final ServiceCalls calls;
  private final AnswerTables answers;
  private final Optional<AnswerCache> cache;
  private final RowReader rows;
  private final Fingerprints fingerprints;
  private final Supplier<String> repeatKeys;
  private final JsonFactory json = new JsonFactory();

  /**
   * A writer.
   *
   * @param reader reads what a write must repeat, and looks at what it starts; it sends each read
   * @param cache what reads have kept; a write drops what it touches
   * @param answers finds the tables that answers are rows of
   * @param repeatKeys makes keys by which a service recognizes a repetition, each a fresh UUID
   */
  public TableWriter(
      ServiceCalls calls,
      TableReader reader,
      Optional<AnswerCache> cache,
      AnswerTables answers,
      Supplier<String> repeatKeys) {
    this.calls = calls;
    this.cache = cache;
    this.answers = answers;
    this.rows = new RowReader(reader);
    this.fingerprints = new Fingerprints(rows);
    this.repeatKeys = repeatKeys;
  }

  /**
   * The write as it would be sent: checked, and with a key that makes a repetition safe, where the
   * service knows one.
   *
   * @throws ImagoException for values that the description does not allow
   */
  public WriteRequest prepare(WriteRequest request) {
    WriteRequest keyed = withRepeatKey(request);
    new Requirements(keyed).check();
    toRequest(keyed);
    return keyed;
  }

  private WriteRequest withRepeatKey(WriteRequest request) {
    Optional<String> key = request.method().repeatKey();
    return key.isPresent() && request.arguments().get(key.get()) == null
        ? request.with(key.get(), repeatKeys.get())
        : request;
  }

  /**
   * What {@link #write} would send, for people: each request's verb and URL, and its body in the
   * line below. A key that would be made afresh is named and not made.
   *
   * @throws ImagoException for values that the description does not allow
   */
  public List<String> explain(WriteRequest request) {
    Optional<String> key = request.method().repeatKey();
    WriteRequest keyed =
        key.isPresent() && request.arguments().get(key.get()) == null
            ? request.with(key.get(), NEW_KEY)
            : request;
    new Requirements(request).check();
    List<String> lines = new ArrayList<>(fingerprints.explain(request));
    lines.addAll(call(keyed).describe());
    return lines;
  }

  /** What is sent for each of some rows, with the names of the values in braces. */
  public String template(TableDescription table, WriteMethod method) {
    ServiceUrl service = calls.endpoints().of(table).url();
    UnaryOperator<String> braces = name -> "{" + name + "}";
    return method.verb()
        + " "
        + CallUrl.stem(service.fill(braces))
        + method.call().path().fill(braces);
  }

  private WriteCall call(WriteRequest request) {
    return new WriteCall(request, calls.endpoints().of(request.table()), json);
  }

  private ApiRequest toRequest(WriteRequest request) {
    return call(request)
        .toRequest(
            answers
                .of(request.table(), request.method())
                .map(answer -> ColumnSource.outermostFields(columns(request.method(), answer)))
                .orElse(Set.of()));
  }

  /**
   * Sends a write and waits for its answer. What it must repeat of the row that it changes is read
   * just before, unless it was given.
   *
   * @param prepared what {@link #prepare} gave
   * @throws ImagoException {@link dev.imago.core.error.ErrorCode#ABSENT} when what it names is not
   *     there; {@link dev.imago.core.error.ErrorCode#OUTCOME_UNKNOWN} when nobody knows whether it
   *     was done
   */
  public WriteResult write(WriteRequest prepared, StatementContext context) {
    Optional<TableDescription> answer = answers.of(prepared.table(), prepared.method());
    WriteRequest complete = fingerprints.complete(prepared, context);
    try (ApiCall call = calls.client().send(toRequest(complete), context)) {
      // A write that finds nothing fails; an answer without a body is an empty one.
      InputStream body = call.open().orElseGet(InputStream::nullInputStream);
      int status = call.status();
      WriteResult result =
          answer.isEmpty()
              ? WriteResult.of(new @Nullable Object[0], status)
              : WriteResult.of(row(complete, answer.get(), body, call, context), status);
      call.end();
      return result;
    } finally {
      // Whatever came of it: also a write that fails may have been done.
      forget(prepared);
    }
  }

  private void forget(WriteRequest request) {
    cache.ifPresent(kept -> kept.drop(request.table().provider()));
  }

  /**
   * Waits until what a write started has ended. A write whose answer says nothing of the kind has
   * ended when it answers.
   *
   * @param request what was sent
   * @param started what it answered
   * @return the last row of the operation
   * @throws ImagoException {@link dev.imago.core.error.ErrorCode#API_FAILED} when it ended badly,
   *     {@link dev.imago.core.error.ErrorCode#TIMED_OUT} when it still runs
   */
  public WriteResult await(
      WriteRequest request, WriteResult started, Awaiting awaiting, StatementContext context) {
    Optional<TableDescription> operations = operations(request);
    if (operations.isEmpty()) {
      return started;
    }
    ApiRequest sent = toRequest(request);
    String advice = sent.mutation().map(Mutation::advice).orElse("");
    Await await = new Await(request.subject(), advice, operations.get(), this, rows, context);
    try {
      return new WriteResult(await.end(started.row(), awaiting), started.status());
    } catch (ImagoException e) {
      // The operation's own error may repeat what was sent.
      String text = sent.secrets().hide(String.valueOf(e.getMessage()));
      throw text.equals(e.getMessage()) ? e : new ImagoException(e.code(), text);
    } finally {
      // Others may have read meanwhile what was not there yet.
      forget(request);
    }
  }

  private Optional<TableDescription> operations(WriteRequest request) {
    return answers
        .of(request.table(), request.method())
        .filter(table -> table.settling().isPresent());
  }

  /** What a write made or changed, where the row of its operation says it. */
  public Optional<String> target(WriteRequest request, WriteResult result) {
    return operations(request).flatMap(table -> new Settled(table, result.row()).target());
  }

  private @Nullable Object[] row(
      WriteRequest request,
      TableDescription answer,
      InputStream body,
      ApiCall call,
      StatementContext context) {
    List<ColumnDescription> columns = columns(request.method(), answer);
    RowDecoder decoder =
        RowDecoder.ofAnswer(answer, bindings(request, columns), columns, context, json);
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() == null) {
        throw call.failed("has no body where a row of " + answer.qualifiedName() + " should be");
      }
      @Nullable Object[] row = decoder.decode(parser, null);
      call.countRow();
      return row == null ? new @Nullable Object[columns.size()] : row;
    } catch (IOException e) {
      throw call.failed(e);
    }
  }

  /** The readable columns of the answer, each from where this write answers it. */
  private static List<ColumnDescription> columns(WriteMethod method, TableDescription answer) {
    List<ColumnDescription> columns = new ArrayList<>();
    for (ColumnDescription column : answer.readableColumns()) {
      List<String> from = method.answer().from().get(column.name());
      columns.add(from == null ? column : column.withSource(new ColumnSource.JsonField(from)));
    }
    return columns;
  }

  /** What the request says and no field of the answer holds. */
  private static Map<String, Object> bindings(
      WriteRequest request, List<ColumnDescription> columns) {
    Map<String, Object> bindings = new HashMap<>();
    for (ColumnDescription column : columns) {
      Object value = request.arguments().get(column.name());
      if (value != null && !(column.source() instanceof ColumnSource.JsonField)) {
        bindings.put(column.name(), value);
      }
    }
    return bindings;
  }
}
