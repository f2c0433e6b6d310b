package dev.imago.contract;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the clouds are that a fault strikes. */
enum StruckClouds {
  /** Five rows a page, no credential. */
  USUAL,
  /** The same, in gzip. */
  COMPRESSING,
  /** Each list begins with a page that has no row and a token. */
  EMPTY_FIRST_PAGES,
  ONE_ROW_A_PAGE,
  /** Each cloud is called with a token that can be renewed. */
  WITH_TOKENS,
  /** Nobody listens where the clouds should be. */
  ABSENT;

  private static final int MOST_ROWS = 5;

  /** Without waits, and with an end to pages that have none. */
  private static final String PROPERTIES = "retryBase=0s;maxCalls=200";

  /**
   * Starts them and connects.
   *
   * @param folder for key files
   */
  DemoConnection open(Path folder) throws IOException, SQLException {
    EmulatorConfig config =
        EmulatorConfig.builder()
            // Google's library signs what it asks for a token with by the machine's clock.
            .clock(this == WITH_TOKENS ? Clock.systemUTC() : EmulatorConfig.demo().clock())
            .mostRowsPerPage(this == ONE_ROW_A_PAGE ? 1 : MOST_ROWS)
            .emptyFirstPages(this == EMPTY_FIRST_PAGES)
            .compressing(this == COMPRESSING)
            .build();
    Emulator emulator = Emulator.start(config);
    return DemoConnection.to(emulator, PROPERTIES, properties(emulator, folder));
  }

  private Map<String, String> properties(Emulator emulator, Path folder) throws IOException {
    Map<String, String> properties = new LinkedHashMap<>(emulator.demoDefaults());
    if (this == ABSENT) {
      String nobody = ":" + closedPort();
      properties.replaceAll((name, value) -> value.replace(":" + emulator.port(), nobody));
    }
    if (this == WITH_TOKENS) {
      for (String provider : new String[] {"google", "yandex"}) {
        Path key = folder.resolve(provider + ".json");
        Files.writeString(key, emulator.keyFile(provider));
        properties.put(provider + ".auth", "service_account");
        properties.put(provider + ".credentials", key.toString());
      }
      for (String provider : new String[] {"opentelekom", "huawei"}) {
        properties.put(provider + ".auth", "password");
        properties.put(provider + ".username", "builder");
        properties.put(provider + ".password", "demo-password");
        properties.put(provider + ".domain", provider.equals("huawei") ? "acme" : "ACME-OTC");
      }
    }
    return properties;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
