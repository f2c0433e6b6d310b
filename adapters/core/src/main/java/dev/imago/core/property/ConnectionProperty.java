package dev.imago.core.property;

import java.util.List;

/**
 * Every property of a connection. A property of a narrower {@link Scope} stands for one property
 * per provider, per service or per parameter: {@code <provider>.auth} is {@code google.auth} where
 * the provider google is present.
 */
public enum ConnectionProperty {
  READ_ONLY(
      "readOnly", Scope.CONNECTION, Kind.FLAG, "false", "Refuse every mutation before any call."),
  AWAIT(
      "await",
      Scope.CONNECTION,
      Kind.FLAG,
      "false",
      "Wait until the operation that a mutation starts has ended."),
  ENUMERATE(
      "enumerate",
      Scope.CONNECTION,
      Kind.FLAG,
      "true",
      "Fill in a parameter that is not bound from a wider list or from the parent table."),
  POLL_INTERVAL(
      "pollInterval",
      Scope.CONNECTION,
      Kind.DURATION,
      "1s",
      "How long an awaited operation is left alone at first; later pauses grow. For tests."),
  BULK_WRITES(
      "bulkWrites",
      Scope.CONNECTION,
      Kind.FLAG,
      "false",
      "Allow UPDATE and DELETE whose WHERE is wider than the full key."),
  PARTIAL(
      "partial",
      Scope.CONNECTION,
      Kind.FLAG,
      "false",
      "Give the rows that came when an account or a location fails, and a warning for each that did."),
  MAX_CALLS(
      "maxCalls",
      Scope.CONNECTION,
      Kind.POSITIVE,
      "10000",
      "The most API calls that one statement may make."),
  MAX_CONCURRENCY(
      "maxConcurrency",
      Scope.CONNECTION,
      Kind.POSITIVE,
      "32",
      "The most API calls that run at the same time."),
  TIMEOUT(
      "timeout",
      Scope.CONNECTION,
      Kind.DURATION,
      "0s",
      "How long a statement may run: 30s, 2m; 0s is without end."),
  RETRY_BASE(
      "retryBase",
      Scope.CONNECTION,
      Kind.DURATION,
      "500ms",
      "The longest wait ahead of a call's first repetition, which doubles with each; tests shorten"
          + " it."),
  CACHE_TTL(
      "cacheTtl",
      Scope.CONNECTION,
      Kind.DURATION,
      "0s",
      "How long an answer may serve later statements: 30s, 2m; 0s is never."),
  SHARE_BYTES(
      "shareBytes",
      Scope.CONNECTION,
      Kind.COUNT,
      "16777216",
      "The largest answer, in bytes, that is shared by equal calls of one statement."),
  COMPLEX_TYPES(
      "complexTypes",
      Scope.CONNECTION,
      Kind.CHOICE,
      "native",
      "How nested columns look: as ARRAY, MAP and ROW, or as JSON in a VARCHAR.",
      List.of("native", "json")),
  SCHEMA(
      "schema",
      Scope.CONNECTION,
      Kind.SCHEMA_NAME,
      "imago.inventory",
      "Where a table name without a schema is looked up."),
  CONFIG("config", Scope.CONNECTION, Kind.TEXT, "", "A .properties file with further properties."),
  USER(
      "user",
      Scope.CONNECTION,
      Kind.TEXT,
      "",
      "The user name of the one account that is configured by password."),
  PASSWORD("password", Scope.CONNECTION, Kind.SECRET, "", "The password of that account."),

  AUTH("auth", Scope.PROVIDER, Kind.CHOICE, "", "The kind of credential."),
  TOKEN(
      "token",
      Kind.SECRET,
      "An access token, for auth=token; an OAuth token, for auth=oauth where there is that.",
      AuthKinds.of("token", "oauth")),
  CREDENTIALS(
      "credentials",
      Kind.CREDENTIAL,
      "A file that holds the credential.",
      AuthKinds.of("adc", "service_account")),
  USERNAME(
      "username", Kind.CREDENTIAL, "The user name, for auth=password.", AuthKinds.of("password")),
  PROVIDER_PASSWORD(
      "password", Kind.SECRET, "The password, for auth=password.", AuthKinds.of("password")),
  DOMAIN(
      "domain",
      Kind.CREDENTIAL,
      "The domain of the user, for auth=password.",
      AuthKinds.of("password")),
  ACCESS_KEY(
      "accessKey",
      Kind.CREDENTIAL,
      "The access key, for auth=aksk.",
      AuthKinds.of("aksk", "aksk_derived")),
  SECRET_KEY(
      "secretKey",
      Kind.SECRET,
      "The secret key, for auth=aksk.",
      AuthKinds.of("aksk", "aksk_derived")),
  SECURITY_TOKEN(
      "securityToken",
      Kind.SECRET,
      "The security token of a temporary access key.",
      AuthKinds.of("aksk", "aksk_derived")),
  AUTH_URL(
      "auth.url",
      Scope.PROVIDER,
      Kind.URL,
      "",
      "Replaces the whole address that tokens are fetched from."),
  RATE_LIMIT(
      "rateLimit",
      Scope.PROVIDER,
      Kind.COUNT,
      "0",
      "The most API calls a second and account; 0 is as many as the cloud takes."),
  DEFAULT_VALUES(
      "<parameter>",
      Scope.PARAMETER,
      Kind.LIST,
      "",
      "Values that stand in where a query does not bind the parameter."),
  SERVICE_URL("url", Scope.SERVICE, Kind.URL, "", "Replaces everything before the resource path.");

  /** What a property stands for: one property of the connection, or one per provider, and so on. */
  public enum Scope {
    CONNECTION,
    PROVIDER,
    SERVICE,
    PARAMETER
  }

  /** How a value reads, and where it may stand. */
  public enum Kind {
    /** {@code true} or {@code false}. */
    FLAG,
    /** A whole number, zero or more. */
    COUNT,
    /** A whole number, one or more. */
    POSITIVE,
    /** {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}; up to {@code 100000h}. */
    DURATION,
    /** One of the property's choices. */
    CHOICE,
    TEXT,
    /** An http or https address without a slash at its end. */
    URL,
    /** A catalog and a schema: {@code imago.inventory}. */
    SCHEMA_NAME,
    /** Values separated by commas. */
    LIST,
    /** Part of a credential: refused in the URL, but no secret. */
    CREDENTIAL,
    /** Refused in the URL, and never shown. */
    SECRET
  }

  /** The kinds of {@code <provider>.auth} that a property is for; none when it is for all. */
  private record AuthKinds(List<String> names) {
    static AuthKinds of(String... names) {
      return new AuthKinds(List.of(names));
    }
  }

  private final String key;
  private final Scope scope;
  private final Kind kind;
  private final String defaultValue;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // Always one of List.of's immutable lists.
  private final List<String> choices;

  @SuppressWarnings("ImmutableEnumChecker") // Holds one of List.of's immutable lists.
  private final AuthKinds authKinds;

  ConnectionProperty(String key, Scope scope, Kind kind, String defaultValue, String description) {
    this(key, scope, kind, defaultValue, description, List.of());
  }

  ConnectionProperty(
      String key,
      Scope scope,
      Kind kind,
      String defaultValue,
      String description,
      List<String> choices) {
    this(key, scope, kind, defaultValue, description, choices, AuthKinds.of());
  }

  /** A part of a provider's credential. */
  ConnectionProperty(String key, Kind kind, String description, AuthKinds authKinds) {
    this(key, Scope.PROVIDER, kind, "", description, List.of(), authKinds);
  }

  ConnectionProperty(
      String key,
      Scope scope,
      Kind kind,
      String defaultValue,
      String description,
      List<String> choices,
      AuthKinds authKinds) {
    this.key = key;
    this.scope = scope;
    this.kind = kind;
    this.defaultValue = defaultValue;
    this.description = description;
    this.choices = choices;
    this.authKinds = authKinds;
  }

  /**
   * Whether a provider has this property.
   *
   * @param auth the kinds of credential that the provider takes
   */
  boolean isFor(List<String> auth) {
    return authKinds.names().isEmpty() || auth.stream().anyMatch(authKinds.names()::contains);
  }

  /** The property's name, without the provider and service that come before it. */
  public String key() {
    return key;
  }

  public Scope scope() {
    return scope;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * The value where none is given. A property of one provider or service may have another; see
   * {@link Property#defaultValue}.
   */
  public String defaultValue() {
    return defaultValue;
  }

  /** One sentence for documentation and for tools. */
  public String description() {
    return description;
  }

  /**
   * The values that are allowed; empty when there is no list. A property of one provider may have
   * another; see {@link Property#choices}.
   */
  public List<String> choices() {
    return choices;
  }
}
