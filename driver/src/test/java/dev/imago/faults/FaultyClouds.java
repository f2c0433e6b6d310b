package dev.imago.faults;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.RecordedRequest;
import dev.imago.emulator.yandex.iam.IamApi;
import dev.imago.jdbc.ImagoDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The demo's clouds, a way to them that has a fault, and one that has none. */
final class FaultyClouds implements AutoCloseable {
  private final Emulator emulator;
  private final Gate gate;
  private final ImagoDriver driver = new ImagoDriver(null, Map.of());
  private final Map<String, String> credentials;
  private final Connection healthy;

  /**
   * Starts clouds that refuse those who have no credential.
   *
   * @param broken how many connections on the faulty way break
   * @param folder for key files
   */
  static FaultyClouds closed(int broken, Path folder) throws IOException, SQLException {
    // Google's library signs what it asks for a token with by the machine's clock.
    Emulator emulator =
        Emulator.start(
            EmulatorConfig.builder().clock(Clock.systemUTC()).validTokens("unused").build());
    Map<String, String> credentials = new LinkedHashMap<>();
    credentials.put("google.auth", "service_account");
    credentials.put(
        "google.credentials",
        Files.writeString(folder.resolve("google.json"), emulator.keyFile("google")).toString());
    credentials.put("yandex.auth", "oauth");
    credentials.put("yandex.token", IamApi.OAUTH_TOKEN);
    credentials.put("opentelekom.auth", "password");
    credentials.put("opentelekom.username", "builder");
    credentials.put("opentelekom.password", "demo-password");
    credentials.put("opentelekom.domain", "ACME-OTC");
    return new FaultyClouds(emulator, broken, credentials);
  }

  /** The same, open to anybody. */
  static FaultyClouds open(int broken) throws IOException, SQLException {
    return new FaultyClouds(Emulator.demo(), broken, Map.of());
  }

  private FaultyClouds(Emulator emulator, int broken, Map<String, String> credentials)
      throws IOException, SQLException {
    this.emulator = emulator;
    this.gate = new Gate(emulator.port(), broken);
    this.credentials = credentials;
    this.healthy = connect("", emulator.port());
  }

  /** Connects over the way that has the fault. */
  Connection connect(String properties) throws SQLException {
    return connect(properties, gate.port());
  }

  /** Connects to a port where nobody listens. */
  Connection connectToNobody() throws IOException, SQLException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    return connect("", port);
  }

  private Connection connect(String properties, int port) throws SQLException {
    Map<String, String> defaults = new LinkedHashMap<>(emulator.demoDefaults());
    defaults.putAll(credentials);
    defaults.replaceAll(
        (name, value) ->
            name.endsWith(".auth.url") ? value : value.replace(":" + emulator.port(), ":" + port));
    return driver.connect(
        "jdbc:imago:retryBase=1ms;" + properties, Map.of(), defaults, emulator.clock());
  }

  /** Lets a fault strike the requests of a change. */
  void strike(TestedWrite write, Fault fault, int times) {
    emulator.faults().add(FaultRule.on(write.verb(), write.target()).times(times), fault);
  }

  Emulator emulator() {
    return emulator;
  }

  /** The requests of a change that have arrived. */
  List<RecordedRequest> arrived(TestedWrite write) {
    Pattern target = Pattern.compile(write.target());
    return emulator.requests().by(write.verb()).stream()
        .filter(request -> target.matcher(request.target()).find())
        .toList();
  }

  /** The first column of each row, over the way that has no fault. */
  List<String> rows(String sql) throws SQLException {
    return rows(healthy, sql);
  }

  static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    healthy.close();
    gate.close();
    emulator.close();
  }
}
