package dev.imago.calcite.engine;

import dev.imago.calcite.catalog.Catalog.SchemaInfo;
import dev.imago.calcite.change.Changed;
import dev.imago.calcite.change.PlannedChange;
import dev.imago.calcite.exec.ExecutionContext;
import dev.imago.calcite.plan.PlannedStatement;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.read.SharedReads;
import dev.imago.core.read.TableReader;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallLog;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** One connection's view of an engine: its default schema and its call log. Safe for threads. */
public final class Session {
  private final Engine engine;
  private final CallLog calls = new CallLog();
  private final AtomicLong statements = new AtomicLong();
  private volatile SchemaInfo schema;
  private volatile boolean isReadOnly;

  Session(Engine engine) {
    this.engine = engine;
    String[] names = engine.settings().text(ConnectionProperty.SCHEMA).split("\\.", 2);
    this.schema = find(names[0], names[1]);
  }

  /** The catalog of the default schema. */
  public String catalog() {
    return schema.catalog();
  }

  /** The default schema. */
  public String schema() {
    return schema.name();
  }

  /**
   * Sets where a table name without a schema is looked up, for statements prepared from now on.
   *
   * @throws ImagoException {@link ErrorCode#TABLE_NOT_FOUND} when there is no such schema
   */
  public void use(String catalogName, String schemaName) {
    schema = find(catalogName, schemaName);
  }

  private SchemaInfo find(String catalogName, String schemaName) {
    return engine.catalog().schemas().stream()
        .filter(found -> found.catalog().equalsIgnoreCase(catalogName))
        .filter(found -> found.name().equalsIgnoreCase(schemaName))
        .findFirst()
        .orElseThrow(
            () ->
                new ImagoException(
                    ErrorCode.TABLE_NOT_FOUND,
                    "there is no schema " + catalogName + "." + schemaName));
  }

  /**
   * Plans a statement, or finds its plan: connections with equal settings share the plans of the
   * texts that were prepared last. No call is made.
   *
   * @param cancellation ends the planning
   * @throws ImagoException when the statement cannot be planned
   */
  public Plan prepare(String sql, Cancellation cancellation) {
    return engine.plan(sql, schema, cancellation);
  }

  /**
   * Runs a plan that this engine prepared. Rows are read as the cursor is moved; no call is made
   * before the first {@link RowCursor#next}.
   *
   * @throws ImagoException when it cannot be started
   */
  public RowCursor execute(Plan plan, Execution execution) {
    if (plan instanceof PlannedChange change) {
      return new ListedCursor(change(change, execution).stream().map(Changed::row).toList());
    }
    PlannedStatement planned = (PlannedStatement) plan;
    SharedReads shared = new SharedReads(engine.settings().count(ConnectionProperty.SHARE_BYTES));
    ExecutionContext context =
        context(
            planned.stashed(),
            shared,
            execution,
            engine.cachingReader(),
            engine.settings().flag(ConnectionProperty.PARTIAL));
    try {
      planned.warnings().forEach(execution.warnings());
      return new EnumeratorCursor(
          planned.code().bind(context),
          planned.columns().size() == 1,
          execution.cancellation(),
          shared::close);
    } catch (RuntimeException e) {
      shared.close();
      throw ExecutionErrors.translate(e, execution.cancellation());
    }
  }

  /**
   * Runs an INSERT, UPDATE or DELETE that this engine prepared.
   *
   * @throws ImagoException for the first change that fails; {@link ErrorCode#READ_ONLY} when the
   *     connection may change nothing
   */
  public Changes update(Plan plan, Execution execution) {
    return Changes.of(change((PlannedChange) plan, execution));
  }

  private List<Changed> change(PlannedChange plan, Execution execution) {
    if (plan.mutates() && (isReadOnly || engine.settings().flag(ConnectionProperty.READ_ONLY))) {
      throw new ImagoException(
          ErrorCode.READ_ONLY, "the connection is read only, and the statement changes something");
    }
    SharedReads shared = new SharedReads(engine.settings().count(ConnectionProperty.SHARE_BYTES));
    try {
      plan.source().warnings().forEach(execution.warnings());
      // What is changed is read as it is, not as it was.
      return engine
          .changes()
          .run(plan, context(plan.source().stashed(), shared, execution, engine.reader(), false));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw ExecutionErrors.translate(e, execution.cancellation());
    } finally {
      shared.close();
    }
  }

  private ExecutionContext context(
      Map<String, Object> stashed,
      SharedReads shared,
      Execution execution,
      TableReader reader,
      boolean isPartial) {
    StatementContext statement =
        new StatementContext(
            statements.incrementAndGet(),
            execution.cancellation(),
            new CallBudget(engine.settings().count(ConnectionProperty.MAX_CALLS)),
            calls,
            execution.warnings(),
            isPartial);
    return new ExecutionContext(
        engine.schema().root().plus(),
        engine.typeFactory(),
        reader,
        statement,
        shared,
        stashed,
        execution.isBounded(),
        execution.parameters(),
        engine.clock().instant(),
        engine.settings().text(ConnectionProperty.USER));
  }

  /** Whether every change is refused, besides what the settings say. */
  public void setReadOnly(boolean readOnly) {
    isReadOnly = readOnly;
  }

  /** The calls of this connection. */
  public CallLog calls() {
    return calls;
  }
}
