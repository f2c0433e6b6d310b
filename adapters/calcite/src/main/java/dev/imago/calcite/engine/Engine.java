package dev.imago.calcite.engine;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.SchemaInfo;
import dev.imago.calcite.change.ChangePlanner;
import dev.imago.calcite.change.ChangeRun;
import dev.imago.calcite.change.ChangeText;
import dev.imago.calcite.explain.ExplainText;
import dev.imago.calcite.method.MethodTypes;
import dev.imago.calcite.plan.CodeGeneration;
import dev.imago.calcite.plan.StatementPlanner;
import dev.imago.calcite.schema.EngineSchema;
import dev.imago.calcite.statement.Plan;
import dev.imago.calcite.type.TypeFactory;
import dev.imago.core.cache.AnswerCache;
import dev.imago.core.call.ServiceCalls;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.core.read.TableReader;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.write.AnswerTables;
import dev.imago.core.write.TableWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.calcite.adapter.java.JavaTypeFactory;

/**
 * The engine: descriptions, planner and HTTP client for one set of settings. Connections with equal
 * settings share one. Opening it reads no service description and makes no call.
 */
public final class Engine implements AutoCloseable {
  private final Settings settings;
  private final Clock clock;
  private final JavaTypeFactory typeFactory;
  private final EngineSchema schema;
  private final Lazy<ServiceCalls> calls;
  private final Lazy<TableReader> reader;
  private final Lazy<TableReader> cachingReader;
  private final Lazy<TableWriter> writer;
  private final Lazy<ChangeRun> changes;
  private final Lazy<StatementPlanner> planner;
  private final PlanCache plans = new PlanCache();

  private Engine(
      Settings settings,
      ProviderRegistry providers,
      Clock clock,
      TokenPool tokens,
      CodeGeneration codeGeneration) {
    this.settings = settings;
    this.clock = clock;
    this.typeFactory = new TypeFactory();
    Optional<AnswerCache> cache = cache(settings);
    this.schema = new EngineSchema(providers, settings, typeFactory, cache);
    // Most of the classes that a statement needs; a connection and its metadata do without them.
    this.calls = new Lazy<>(() -> new ServiceCalls(settings, providers, clock, tokens));
    this.reader = new Lazy<>(() -> new TableReader(calls.get()));
    this.cachingReader = new Lazy<>(() -> new TableReader(calls.get(), cache));
    AnswerTables answers = new AnswerTables(providers);
    this.writer =
        new Lazy<>(
            () ->
                new TableWriter(
                    calls.get(), reader.get(), cache, answers, () -> UUID.randomUUID().toString()));
    this.changes =
        new Lazy<>(
            () ->
                new ChangeRun(
                    writer.get(),
                    answers,
                    settings.duration(ConnectionProperty.POLL_INTERVAL),
                    settings.flag(ConnectionProperty.AWAIT)));
    this.planner =
        new Lazy<>(
            () ->
                new StatementPlanner(
                    schema,
                    typeFactory,
                    settings::defaults,
                    settings.flag(ConnectionProperty.ENUMERATE),
                    new ExplainText(reader::get),
                    new ChangePlanner(
                        typeFactory,
                        new MethodTypes(typeFactory, answers),
                        settings.flag(ConnectionProperty.BULK_WRITES)),
                    () -> new ChangeText(writer.get()),
                    codeGeneration));
  }

  /** A cache's time is the machine's: an answer gets older though the clock of a demo stands. */
  private static Optional<AnswerCache> cache(Settings settings) {
    Duration age = settings.duration(ConnectionProperty.CACHE_TTL);
    return age.isZero()
        ? Optional.empty()
        : Optional.of(new AnswerCache(age, AnswerCache.MOST_BYTES, System::nanoTime));
  }

  /**
   * Opens an engine.
   *
   * @param clock what CURRENT_TIMESTAMP and its like read, and by which credentials expire
   * @param tokens what the process's engines share of their credentials
   */
  public static Engine open(
      Settings settings, ProviderRegistry providers, Clock clock, TokenPool tokens) {
    return open(settings, providers, clock, tokens, CodeGeneration.WHERE_NEEDED);
  }

  /**
   * Opens an engine that generates code more often than it must, for comparison.
   *
   * @param codeGeneration when plans become code
   */
  public static Engine open(
      Settings settings,
      ProviderRegistry providers,
      Clock clock,
      TokenPool tokens,
      CodeGeneration codeGeneration) {
    return new Engine(settings, providers, clock, tokens, codeGeneration);
  }

  /** A new connection's view, with the default schema of the settings. */
  public Session openSession() {
    return new Session(this);
  }

  /** Everything that can be named in a statement. */
  public Catalog catalog() {
    return schema.catalog();
  }

  /** Ends every running call. */
  @Override
  public void close() {
    calls.ifMade().ifPresent(ServiceCalls::close);
  }

  Settings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }

  JavaTypeFactory typeFactory() {
    return typeFactory;
  }

  EngineSchema schema() {
    return schema;
  }

  /** Reads things as they are. */
  TableReader reader() {
    return reader.get();
  }

  /** Reads things as they are, or were not long ago. */
  TableReader cachingReader() {
    return cachingReader.get();
  }

  ChangeRun changes() {
    return changes.get();
  }

  /** The plan of a text: the one that was made for it before, if it is still kept. */
  Plan plan(String sql, SchemaInfo schemaInfo, Cancellation cancellation) {
    String catalogName = schemaInfo.catalog();
    String schemaName = schemaInfo.name();
    return plans.get(
        new PlanCache.Key(sql, catalogName, schemaName),
        () -> planner.get().plan(sql, catalogName, schemaName, cancellation));
  }
}
