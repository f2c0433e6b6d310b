package dev.imago.emulator;

import dev.imago.emulator.http.Api;
import dev.imago.emulator.http.Faults;
import dev.imago.emulator.http.LoopbackServer;
import dev.imago.emulator.http.RequestLog;
import dev.imago.emulator.state.Outcomes;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clouds' APIs on 127.0.0.1. Each emulator has a state of its own and starts from the same
 * sample clouds. Safe for any number of threads.
 */
public final class Emulator implements AutoCloseable {
  /** The clouds that the driver has adapters for: it refuses the properties of others. */
  private static final List<String> ADAPTED = List.of("google", "yandex", "opentelekom", "huawei");

  private final EmulatorConfig config;
  private final List<Cloud> clouds;
  private final RequestLog requests;
  private final Faults faults;
  private final Outcomes outcomes;
  private final LoopbackServer server;

  private Emulator(
      EmulatorConfig config,
      List<Cloud> clouds,
      RequestLog requests,
      Faults faults,
      Outcomes outcomes,
      LoopbackServer server) {
    this.config = config;
    this.clouds = clouds;
    this.requests = requests;
    this.faults = faults;
    this.outcomes = outcomes;
    this.server = server;
  }

  /**
   * Starts an emulator.
   *
   * @throws IOException when the port is taken
   */
  public static Emulator start(EmulatorConfig config) throws IOException {
    Outcomes outcomes = new Outcomes();
    List<Cloud> clouds =
        List.of(
            GoogleCloud.create(config, outcomes),
            YandexCloud.create(config),
            OpenTelekomCloud.create(config),
            HuaweiCloud.create(config));
    RequestLog requests = new RequestLog(config.requestsKept());
    Faults faults = new Faults();
    List<Api> apis = clouds.stream().flatMap(cloud -> cloud.apis().stream()).toList();
    LoopbackServer server =
        LoopbackServer.start(config.port(), apis, requests, faults, config.compressing());
    return new Emulator(config, clouds, requests, faults, outcomes, server);
  }

  /**
   * Starts an emulator with the demo's clouds on a free port.
   *
   * @throws IOException when the machine has no free port
   */
  public static Emulator demo() throws IOException {
    return start(EmulatorConfig.demo());
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** {@code http://127.0.0.1:PORT}. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  /** The clouds' time; who shows their data should tell the time by it. */
  public Clock clock() {
    return config.clock();
  }

  /** What has arrived, to be read back. */
  public RequestLog requests() {
    return requests;
  }

  /** What is to go wrong. */
  public Faults faults() {
    return faults;
  }

  /**
   * How the operations that clients begin in Google's cloud are to go on; those of which nothing is
   * scripted succeed.
   */
  public Outcomes outcomes() {
    return outcomes;
  }

  /**
   * The driver's properties that point it at this emulator: URLs and {@code auth=none} of every
   * cloud that it has an adapter for.
   */
  public Map<String, String> serviceUrls() {
    Map<String, String> urls = new LinkedHashMap<>();
    ADAPTED.forEach(provider -> urls.putAll(serviceUrls(provider)));
    return Collections.unmodifiableMap(urls);
  }

  /**
   * The driver's properties that point it at one cloud of this emulator.
   *
   * @param provider the cloud's name: {@code google}, {@code yandex}, {@code opentelekom} or {@code
   *     huawei}
   */
  public Map<String, String> serviceUrls(String provider) {
    return Collections.unmodifiableMap(cloud(provider).serviceUrls(baseUrl()));
  }

  /** {@link #serviceUrls()} and the properties that name the demo's accounts. */
  public Map<String, String> demoDefaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    ADAPTED.forEach(provider -> defaults.putAll(demoDefaults(provider)));
    return Collections.unmodifiableMap(defaults);
  }

  /**
   * {@link #serviceUrls(String)} and the properties that name the demo's accounts in that cloud.
   *
   * @param provider the cloud's name: {@code google}, {@code yandex}, {@code opentelekom} or {@code
   *     huawei}
   */
  public Map<String, String> demoDefaults(String provider) {
    Map<String, String> defaults = new LinkedHashMap<>(serviceUrls(provider));
    defaults.putAll(cloud(provider).accounts());
    return Collections.unmodifiableMap(defaults);
  }

  /**
   * The key file of the demo's service account, to log in with. Each emulator has a key of its own.
   *
   * @param provider the cloud's name: {@code google} or {@code yandex}
   */
  public String keyFile(String provider) {
    return cloud(provider).keyFile().get();
  }

  private Cloud cloud(String provider) {
    return clouds.stream()
        .filter(cloud -> cloud.provider().equals(provider))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No cloud " + provider));
  }

  /** Stops serving; requests under way are dropped. */
  @Override
  public void close() {
    server.close();
  }
}
