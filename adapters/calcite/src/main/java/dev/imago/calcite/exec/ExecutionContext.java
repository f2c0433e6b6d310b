package dev.imago.calcite.exec;

import dev.imago.core.page.PagedRows.Ahead;
import dev.imago.core.read.GatheredReads;
import dev.imago.core.read.SharedReads;
import dev.imago.core.read.TableReader;
import dev.imago.core.statement.StatementContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.rel.type.TimeFrames;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a plan can reach: its parameters, its clock reading, and the calls. The zone is
 * UTC whatever the JVM's is.
 */
public final class ExecutionContext implements DataContext {
  private final SchemaPlus rootSchema;
  private final JavaTypeFactory typeFactory;
  private final TableReader reader;
  private final StatementContext statement;
  private final SharedReads sharedReads;
  private final boolean isBounded;
  private final Map<String, Object> variables;
  private final IdentityHashMap<ScanTemplate, GatheredReads> gatheredReads =
      new IdentityHashMap<>();

  /**
   * The context of one run.
   *
   * @param stashed the objects that the generated code looks up by name
   * @param isBounded whether no more than some first rows will be read
   * @param parameters the values of the {@code ?}, in order
   * @param now the statement's one reading of the clock
   * @param user what CURRENT_USER answers
   */
  public ExecutionContext(
      SchemaPlus rootSchema,
      JavaTypeFactory typeFactory,
      TableReader reader,
      StatementContext statement,
      SharedReads sharedReads,
      Map<String, Object> stashed,
      boolean isBounded,
      List<@Nullable Object> parameters,
      Instant now,
      String user) {
    this.rootSchema = rootSchema;
    this.typeFactory = typeFactory;
    this.reader = reader;
    this.statement = statement;
    this.sharedReads = sharedReads;
    this.isBounded = isBounded;
    this.variables = new HashMap<>(stashed);
    for (int i = 0; i < parameters.size(); i++) {
      Object value = parameters.get(i);
      if (value != null) {
        variables.put("?" + i, value);
      }
    }
    long millis = now.toEpochMilli();
    put(Variable.UTC_TIMESTAMP, millis);
    put(Variable.CURRENT_TIMESTAMP, millis);
    put(Variable.LOCAL_TIMESTAMP, millis);
    put(Variable.SYS_TIMESTAMP, millis);
    put(Variable.TIME_ZONE, TimeZone.getTimeZone("UTC"));
    put(Variable.TIME_FRAME_SET, typeFactory.getTypeSystem().deriveTimeFrameSet(TimeFrames.CORE));
    put(Variable.LOCALE, Locale.ROOT);
    put(Variable.USER, user);
    put(Variable.SYSTEM_USER, user);
    put(Variable.CANCEL_FLAG, statement.cancellation().flag());
  }

  private void put(Variable variable, Object value) {
    variables.put(variable.camelName, value);
  }

  /** Reads tables. */
  public TableReader reader() {
    return reader;
  }

  /** What several scans of the run read. */
  SharedReads sharedReads() {
    return sharedReads;
  }

  /** The reads of one scan that wait for one another. */
  GatheredReads gatheredReads(ScanTemplate scan) {
    return gatheredReads.computeIfAbsent(
        scan, key -> reader.gather(statement, sharedReads, scan.use().sharing(), ahead(scan)));
  }

  /** How far the pages of a scan are asked for ahead of whoever reads them. */
  Ahead ahead(ScanTemplate scan) {
    return isBounded || scan.use().mayStop() ? Ahead.NOTHING : Ahead.ONE_PAGE;
  }

  /** Whether no more than some first rows will be read. */
  boolean isBounded() {
    return isBounded;
  }

  /** The running statement. */
  public StatementContext statement() {
    return statement;
  }

  @Override
  public SchemaPlus getRootSchema() {
    return rootSchema;
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return typeFactory;
  }

  @Override
  public QueryProvider getQueryProvider() {
    return Linq4j.DEFAULT_PROVIDER;
  }

  @Override
  public @Nullable Object get(String name) {
    return variables.get(name);
  }
}
