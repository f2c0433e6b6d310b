package dev.imago.emulator;

import dev.imago.emulator.http.Faults;
import dev.imago.emulator.http.LoopbackServer;
import dev.imago.emulator.http.RequestLog;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The clouds' APIs on 127.0.0.1. Each emulator has a state of its own and starts from the same
 * sample clouds. Safe for any number of threads.
 */
public final class Emulator implements AutoCloseable {
  private final EmulatorConfig config;
  private final RequestLog requests;
  private final Faults faults;
  private final LoopbackServer server;

  private Emulator(
      EmulatorConfig config, RequestLog requests, Faults faults, LoopbackServer server) {
    this.config = config;
    this.requests = requests;
    this.faults = faults;
    this.server = server;
  }

  /**
   * Starts an emulator.
   *
   * @throws IOException when the port is taken
   */
  public static Emulator start(EmulatorConfig config) throws IOException {
    RequestLog requests = new RequestLog(config.requestsKept());
    Faults faults = new Faults();
    LoopbackServer server =
        LoopbackServer.start(
            config.port(), GoogleCloud.apis(config), requests, faults, config.compressing());
    return new Emulator(config, requests, faults, server);
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

  /** The driver's properties that point it at this emulator: URLs and {@code auth=none}. */
  public Map<String, String> serviceUrls() {
    return GoogleCloud.serviceUrls(baseUrl());
  }

  /** {@link #serviceUrls} and the properties that name the demo's accounts. */
  public Map<String, String> demoDefaults() {
    Map<String, String> defaults = new LinkedHashMap<>(serviceUrls());
    defaults.putAll(GoogleCloud.defaults());
    return Collections.unmodifiableMap(defaults);
  }

  /** Stops serving; requests under way are dropped. */
  @Override
  public void close() {
    server.close();
  }
}
