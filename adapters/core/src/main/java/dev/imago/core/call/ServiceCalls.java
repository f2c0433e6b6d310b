package dev.imago.core.call;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.ApiClient;
import dev.imago.core.http.CallRules;
import dev.imago.core.http.ProductVersion;
import dev.imago.core.pace.SystemTimer;
import dev.imago.core.pace.Timer;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.ProviderRegistry;
import java.time.Clock;

/**
 * The services of some settings, and the one pooled client that calls them. One per engine. Safe
 * for any number of threads.
 */
public final class ServiceCalls implements AutoCloseable {
  /** Each call that runs has a connection of its own. */
  private static final int MOST_CONCURRENCY = 1000;

  private final Endpoints endpoints;
  private final ApiClient client;
  private final int maxConcurrency;

  /**
   * The services as the settings and the providers' descriptions have them.
   *
   * @param clock by which credentials expire
   * @param tokens shares the access tokens of the credentials
   */
  public ServiceCalls(
      Settings settings, ProviderRegistry providers, Clock clock, TokenPool tokens) {
    this(
        new ProviderEndpoints(settings, providers, clock, tokens),
        rules(settings),
        Clock.systemUTC(),
        new SystemTimer());
  }

  /**
   * Services with collaborators of their own.
   *
   * @param clock the time that the call log shows
   * @param timer what repetitions wait on; closed with the services
   */
  public ServiceCalls(Endpoints endpoints, CallRules rules, Clock clock, Timer timer) {
    this.endpoints = endpoints;
    this.maxConcurrency = rules.maxConcurrency();
    this.client = new ApiClient(rules, "imago/" + ProductVersion.read(), clock, timer);
  }

  private static CallRules rules(Settings settings) {
    return CallRules.of(
        maxConcurrency(settings),
        provider -> Long.parseLong(settings.text(provider, ConnectionProperty.RATE_LIMIT)),
        settings.duration(ConnectionProperty.RETRY_BASE));
  }

  private static int maxConcurrency(Settings settings) {
    long count = settings.count(ConnectionProperty.MAX_CONCURRENCY);
    if (count > MOST_CONCURRENCY) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          ConnectionProperty.MAX_CONCURRENCY.key() + " must be at most " + MOST_CONCURRENCY);
    }
    return (int) count;
  }

  /** Where the services are. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /** What calls them. */
  public ApiClient client() {
    return client;
  }

  /** The most calls that run at the same time. */
  public int maxConcurrency() {
    return maxConcurrency;
  }

  /** Ends every running call and lets the connections go. */
  @Override
  public void close() {
    client.close();
  }
}
