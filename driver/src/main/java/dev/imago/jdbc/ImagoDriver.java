package dev.imago.jdbc;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Property;
import dev.imago.core.property.PropertyCatalog;
import dev.imago.core.property.PropertySource;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.jdbc.connect.ConnectionUrl;
import dev.imago.jdbc.connect.EnginePool;
import dev.imago.jdbc.connect.GivenProperties;
import dev.imago.jdbc.contract.SqlErrors;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver for {@code jdbc:imago:} URLs. Its connections share engines where their settings
 * are equal.
 */
public final class ImagoDriver implements Driver {
  private final Map<String, String> environment;
  private final EnginePool engines = new EnginePool();
  private final ReentrantLock loading = new ReentrantLock();
  private @Nullable ProviderRegistry providers;

  static {
    try {
      DriverManager.registerDriver(new ImagoDriver());
    } catch (SQLException failure) {
      throw new IllegalStateException("the driver cannot be registered", failure);
    }
  }

  /** A driver that finds its providers and reads the process's environment. */
  public ImagoDriver() {
    this(null, System.getenv());
  }

  /**
   * A driver in a given world, for programs that embed it.
   *
   * @param providers the clouds; null for those on the class path
   * @param environment the variables, such as {@code IMAGO_GOOGLE_PROJECT}
   */
  public ImagoDriver(@Nullable ProviderRegistry providers, Map<String, String> environment) {
    this.providers = providers;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public boolean acceptsURL(@Nullable String url) throws SQLException {
    return ConnectionUrl.accepts(notNull(url));
  }

  private static String notNull(@Nullable String url) throws SQLException {
    if (url == null) {
      throw SqlErrors.invalidArgument("the connection URL is null");
    }
    return url;
  }

  /**
   * Connects. A property that is not known is refused in the URL, and is a warning of the
   * connection in the Properties, because tools add their own.
   *
   * @return null when the URL is for another driver
   */
  @Override
  public @Nullable Connection connect(@Nullable String url, @Nullable Properties properties)
      throws SQLException {
    String text = notNull(url);
    if (!ConnectionUrl.accepts(text)) {
      return null;
    }
    GivenProperties given = GivenProperties.of(properties == null ? new Properties() : properties);
    return SqlErrors.translate(
        () -> {
          PropertyCatalog catalog = providers().properties();
          ImagoConnection connection =
              open(text, given.known(catalog), Map.of(), Clock.systemUTC());
          for (String name : given.unknown(catalog)) {
            connection
                .warnings()
                .add(
                    "the property "
                        + name
                        + " is not known and not used; the nearest is "
                        + catalog.nearest(name));
          }
          return connection;
        });
  }

  /**
   * Connects with properties that must all be known.
   *
   * @param url a {@code jdbc:imago:} URL
   * @param properties the strongest values
   * @param fallback values that stand in where nobody says anything: what a demo sets
   * @param clock what CURRENT_TIMESTAMP and its like read
   */
  public ImagoConnection connect(
      String url, Map<String, String> properties, Map<String, String> fallback, Clock clock)
      throws SQLException {
    if (!ConnectionUrl.accepts(url)) {
      throw SqlErrors.of(
          ErrorCode.UNKNOWN_PROPERTY, "the connection URL must start with " + ConnectionUrl.PREFIX);
    }
    return SqlErrors.translate(() -> open(url, properties, fallback, clock));
  }

  private ImagoConnection open(
      String url, Map<String, String> properties, Map<String, String> fallback, Clock clock) {
    PropertyCatalog catalog = providers().properties();
    Settings settings = catalog.resolve(layers(catalog, url, properties, fallback));
    EnginePool.Lease lease = engines.lease(settings, providers(), clock);
    boolean open = false;
    try {
      ImagoConnection connection = new ImagoConnection(url, settings, lease);
      open = true;
      return connection;
    } finally {
      if (!open) {
        lease.close();
      }
    }
  }

  private Map<PropertySource, Map<String, String>> layers(
      PropertyCatalog catalog,
      String url,
      Map<String, String> properties,
      Map<String, String> fallback) {
    Map<PropertySource, Map<String, String>> layers = new EnumMap<>(PropertySource.class);
    layers.put(PropertySource.PROPERTIES, properties);
    layers.put(PropertySource.URL, ConnectionUrl.parse(url).properties());
    layers.put(PropertySource.ENVIRONMENT, catalog.environmentLayer(environment));
    layers.put(PropertySource.DEMO, fallback);
    return catalog.withConfigLayer(layers);
  }

  /** Found with the first connection, because a driver is loaded in programs that never use it. */
  private ProviderRegistry providers() {
    loading.lock();
    try {
      ProviderRegistry known = providers;
      if (known == null) {
        known = ProviderRegistry.load(ImagoDriver.class.getClassLoader());
        providers = known;
      }
      return known;
    } finally {
      loading.unlock();
    }
  }

  /** Every property with its value, except that a secret's value is never shown. */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties properties)
      throws SQLException {
    return SqlErrors.translate(
        () -> {
          Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          if (url != null && ConnectionUrl.accepts(url)) {
            values.putAll(ConnectionUrl.parse(url).properties());
          }
          if (properties != null) {
            values.putAll(GivenProperties.of(properties).values());
          }
          return providers().properties().properties().stream()
              .map(property -> describe(property, values.get(property.name())))
              .toArray(DriverPropertyInfo[]::new);
        });
  }

  private static DriverPropertyInfo describe(Property property, @Nullable String given) {
    String value = given == null ? property.defaultValue() : given;
    DriverPropertyInfo info =
        new DriverPropertyInfo(property.name(), property.isSecret() ? null : value);
    info.description = property.description();
    info.required = false;
    List<String> choices =
        property.property().kind() == ConnectionProperty.Kind.FLAG
            ? List.of("true", "false")
            : property.choices();
    info.choices = choices.isEmpty() ? null : choices.toArray(String[]::new);
    return info;
  }

  @Override
  public int getMajorVersion() {
    return ProductVersion.current().major();
  }

  @Override
  public int getMinorVersion() {
    return ProductVersion.current().minor();
  }

  /** False: there are no transactions, and SQL-92's DDL is not there. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("dev.imago");
  }
}
