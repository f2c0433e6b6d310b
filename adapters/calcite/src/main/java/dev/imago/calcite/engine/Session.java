package dev.imago.calcite.engine;

import dev.imago.calcite.catalog.Catalog.SchemaInfo;
import dev.imago.calcite.exec.ExecutionContext;
import dev.imago.calcite.plan.PlannedStatement;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.read.SharedReads;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallLog;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import java.util.concurrent.atomic.AtomicLong;

/** One connection's view of an engine: its default schema and its call log. Safe for threads. */
public final class Session {
  private final Engine engine;
  private final CallLog calls = new CallLog();
  private final AtomicLong statements = new AtomicLong();
  private volatile SchemaInfo schema;

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
    PlannedStatement planned = (PlannedStatement) plan;
    StatementContext statement =
        new StatementContext(
            statements.incrementAndGet(),
            execution.cancellation(),
            new CallBudget(engine.settings().count(ConnectionProperty.MAX_CALLS)),
            calls,
            execution.warnings());
    SharedReads shared = new SharedReads(engine.settings().count(ConnectionProperty.SHARE_BYTES));
    ExecutionContext context =
        new ExecutionContext(
            engine.schema().root().plus(),
            engine.typeFactory(),
            engine.reader(),
            statement,
            shared,
            planned.stashed(),
            execution.parameters(),
            engine.clock().instant(),
            engine.settings().text(ConnectionProperty.USER));
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

  /** The calls of this connection. */
  public CallLog calls() {
    return calls;
  }
}
