package dev.imago.jdbc;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.engine.Session;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Settings;
import dev.imago.core.statement.Cancellation;
import dev.imago.jdbc.connect.EnginePool;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.metadata.ImagoDatabaseMetaData;
import dev.imago.jdbc.metadata.Product;
import dev.imago.jdbc.value.ListArray;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A connection: one session of an engine. Any number of its statements can be open at the same
 * time, and any number of threads can use it.
 */
public final class ImagoConnection extends ConnectionSettings {
  private final String url;
  private final Settings settings;
  private final EnginePool.Lease lease;
  private final Session session;
  private final boolean nestedAsText;
  private final StatementTimer timer = new StatementTimer();
  private final Set<ImagoStatement> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param lease the connection's share of an engine, which it gives back when it is closed
   */
  ImagoConnection(String url, Settings settings, EnginePool.Lease lease) {
    super(settings.flag(ConnectionProperty.READ_ONLY));
    this.url = url;
    this.settings = settings;
    this.lease = lease;
    this.session = lease.engine().openSession();
    this.nestedAsText = settings.text(ConnectionProperty.COMPLEX_TYPES).equals("json");
  }

  Session session() {
    return session;
  }

  StatementTimer timer() {
    return timer;
  }

  /** The time-out of a statement that sets none; zero is without end. */
  Duration defaultTimeout() {
    return settings.duration(ConnectionProperty.TIMEOUT);
  }

  /** Whether nested values are shown as JSON in a VARCHAR. */
  boolean nestedAsText() {
    return nestedAsText;
  }

  /** Notes a statement that is to be closed with the connection, because something runs for it. */
  void started(ImagoStatement statement) {
    running.add(statement);
  }

  void ended(ImagoStatement statement) {
    running.remove(statement);
  }

  @Override
  public Statement createStatement() throws SQLException {
    checkOpen();
    return new ImagoStatement(this);
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    return createStatement(type, concurrency, defaultHoldability());
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    checkWishes(type, concurrency, holdability);
    return createStatement();
  }

  @Override
  public PreparedStatement prepareStatement(@Nullable String sql) throws SQLException {
    return prepare(sql, KeyColumns.NONE);
  }

  @Override
  public PreparedStatement prepareStatement(@Nullable String sql, int type, int concurrency)
      throws SQLException {
    return prepareStatement(sql, type, concurrency, defaultHoldability());
  }

  @Override
  public PreparedStatement prepareStatement(
      @Nullable String sql, int type, int concurrency, int holdability) throws SQLException {
    checkWishes(type, concurrency, holdability);
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(@Nullable String sql, int keys) throws SQLException {
    return prepare(sql, KeyColumns.asked(keys));
  }

  @Override
  public PreparedStatement prepareStatement(@Nullable String sql, int @Nullable [] keys)
      throws SQLException {
    return prepare(sql, KeyColumns.numbered(keys));
  }

  @Override
  public PreparedStatement prepareStatement(
      @Nullable String sql, @Nullable String @Nullable [] keys) throws SQLException {
    return prepare(sql, KeyColumns.named(keys));
  }

  private PreparedStatement prepare(@Nullable String sql, KeyColumns keys) throws SQLException {
    return new ImagoPreparedStatement(this, plan(sql), keys);
  }

  @Override
  public CallableStatement prepareCall(@Nullable String sql) throws SQLException {
    return new ImagoCallableStatement(this, plan(sql));
  }

  @Override
  public CallableStatement prepareCall(@Nullable String sql, int type, int concurrency)
      throws SQLException {
    return prepareCall(sql, type, concurrency, defaultHoldability());
  }

  @Override
  public CallableStatement prepareCall(
      @Nullable String sql, int type, int concurrency, int holdability) throws SQLException {
    checkWishes(type, concurrency, holdability);
    return prepareCall(sql);
  }

  /** Plans the statement, so that its errors, columns and parameters are known at once. */
  private Plan plan(@Nullable String sql) throws SQLException {
    checkOpen();
    if (sql == null) {
      throw SqlErrors.invalidArgument("the statement text is null");
    }
    return SqlErrors.translate(
        () -> session.prepare(JdbcEscapes.translate(sql), new Cancellation()));
  }

  @Override
  void refuseMutations(boolean refuse) {
    session.setReadOnly(refuse);
  }

  @Override
  public String nativeSQL(@Nullable String sql) throws SQLException {
    checkOpen();
    if (sql == null) {
      throw SqlErrors.invalidArgument("the statement text is null");
    }
    return JdbcEscapes.translate(sql);
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    checkOpen();
    ProductVersion version = ProductVersion.current();
    Product product =
        new Product(
            url,
            settings.text(ConnectionProperty.USER),
            version.text(),
            version.major(),
            version.minor());
    return new ImagoDatabaseMetaData(this, product, lease.engine()::catalog, nestedAsText);
  }

  @Override
  public String getCatalog() throws SQLException {
    checkOpen();
    return SqlErrors.translate(session::catalog);
  }

  /** Keeps the schema's name if the catalog has it too, and takes its first schema otherwise. */
  @Override
  public void setCatalog(@Nullable String catalog) throws SQLException {
    checkOpen();
    if (catalog == null || catalog.equalsIgnoreCase(getCatalog())) {
      return;
    }
    String current = getSchema();
    SqlErrors.translate(
        () -> {
          session.use(catalog, schemaIn(catalog, current));
          return true;
        });
  }

  private String schemaIn(String catalog, String preferred) {
    return lease.engine().catalog().schemas().stream()
        .filter(schema -> schema.catalog().equalsIgnoreCase(catalog))
        .map(Catalog.SchemaInfo::name)
        .reduce((first, other) -> other.equalsIgnoreCase(preferred) ? other : first)
        .orElse(preferred);
  }

  @Override
  public String getSchema() throws SQLException {
    checkOpen();
    return SqlErrors.translate(session::schema);
  }

  /** Takes {@code schema} of the current catalog, or {@code catalog.schema}. */
  @Override
  public void setSchema(@Nullable String schema) throws SQLException {
    checkOpen();
    if (schema == null) {
      return;
    }
    int dot = schema.indexOf('.');
    String catalog = dot < 0 ? getCatalog() : schema.substring(0, dot);
    SqlErrors.translate(
        () -> {
          session.use(catalog, schema.substring(dot + 1));
          return true;
        });
  }

  @Override
  public Array createArrayOf(@Nullable String typeName, @Nullable Object @Nullable [] elements)
      throws SQLException {
    checkOpen();
    if (typeName == null || elements == null) {
      throw SqlErrors.invalidArgument("an array needs a type and elements");
    }
    return SqlErrors.translate(() -> ListArray.of(typeName, elements));
  }

  /** Whether the connection is open. No call is made: an account can be valid and a cloud down. */
  @Override
  public boolean isValid(int timeoutSeconds) throws SQLException {
    if (timeoutSeconds < 0) {
      throw SqlErrors.invalidArgument("a time-out of " + timeoutSeconds);
    }
    return !isClosed();
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  /** Ends what runs, closes what is open, and gives back the engine. */
  @Override
  public void close() throws SQLException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    List<SQLException> failures = new ArrayList<>();
    try (lease;
        timer) {
      for (ImagoStatement statement : running) {
        try {
          statement.close();
        } catch (SQLException failure) {
          failures.add(failure);
        }
      }
    } catch (RuntimeException failure) {
      failures.add(SqlErrors.of(failure));
    }
    if (!failures.isEmpty()) {
      SQLException first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  @Override
  public void abort(@Nullable Executor executor) throws SQLException {
    if (executor == null) {
      throw SqlErrors.of(ErrorCode.INVALID_VALUE, "abort needs an executor");
    }
    close();
  }
}
